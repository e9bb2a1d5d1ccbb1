import type { Voice } from '../shared/answer';

/** `NOT_FOUND`, `CONFIGURATION_ERROR` and `CONFLICT` are documented, the other codes are ours. */
const CODES: Partial<Record<number, string>> = {
	400: 'CONFIGURATION_ERROR',
	401: 'UNAUTHORIZED',
	403: 'FORBIDDEN',
	404: 'NOT_FOUND',
	409: 'CONFLICT',
	429: 'RATE_LIMITED',
};

export interface Failure {
	success: false;
	error: { code: string; message: string };
}

export const failure = (status: number, message: string): Failure => ({
	success: false,
	error: { code: CODES[status] ?? 'INTERNAL_ERROR', message },
});

export const WORDS = {
	/** Documented, as are the two below. */
	noIntegration: 'Integration not found',
	invalidCredentials: 'Invalid credentials',
	alreadyConfigured: 'Integration already configured',
	noProvider: 'Provider not found',
	noTrigger: 'Trigger not found',
	noWorkflow: 'Workflow not found',
	notPaused: 'Paused workflow not found',
	unauthorized: 'Invalid or expired token',
	noPlan: 'Your plan does not include API access',
	noRoute: 'Not found',
	malformed: 'The body is not valid JSON',
	noContentType: 'Content-Type must be application/json',
} as const;

export const VOICE: Voice = {
	success: () => ({ success: true }),
	failure: (message, status) => failure(status, message),
	serverError: (status) => failure(status, 'An unexpected error occurred'),
	tooManyRequests: () => failure(429, 'Too many requests'),
	movedTo: 'https://moved.dispatch.example/',
};
