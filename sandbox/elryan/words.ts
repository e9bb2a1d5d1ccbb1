import type { Voice } from '../shared/answer';

/** The reference documents no failure at all: codes and texts are ours, the envelope is Elryan's. */
export const CODES = {
	invalid: 400,
	unauthenticated: 401,
	notFound: 404,
	conflict: 409,
	tooLarge: 413,
} as const;

export interface Failure {
	data: null;
	error_code: number;
	message: string;
}

export const failure = (code: number, message: string): Failure => ({
	data: null,
	error_code: code,
	message,
});

export const WORDS = {
	unauthenticated: 'Unauthenticated.',
	invalidCredentials: 'Invalid email or password.',
	malformed: 'The body is not valid JSON.',
	noContentType: 'Content-Type must be application/json.',
	noRoute: 'Not Found',
} as const;

/** The error code says what happened, the HTTP status may not: 200 is no failure by itself. */
const codeOf = (status: number): number => (status < 400 ? 500 : status);

export const VOICE: Voice = {
	success: () => ({ data: { message: 'OK' }, error_code: 0 }),
	failure: (message, status) => failure(codeOf(status), message),
	serverError: (status) => failure(codeOf(status), 'Server Error'),
	tooManyRequests: () => failure(429, 'Too Many Attempts.'),
	movedTo: 'https://moved.elryan.example/',
};
