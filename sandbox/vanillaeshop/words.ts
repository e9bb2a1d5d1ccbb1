import type { Voice } from '../shared/answer';

/** The envelope of every documented answer. */
export const success = (data: unknown): unknown => ({ status: 200, success: true, data });

/** Laravel's words; the reference documents no failure. */
export const WORDS = {
	unauthenticated: 'Unauthenticated.',
	forbidden: 'This action is unauthorized.',
	tooMany: 'Too Many Attempts.',
	/** Laravel 5 says nothing where a route or its method is missing. */
	noRoute: '',
	missing: (model: string): string => `No query results for model [App\\${model}].`,
} as const;

export const VOICE: Voice = {
	success: () => success(null),
	failure: (message, status) => ({ status: status < 400 ? 500 : status, success: false, message }),
	serverError: () => ({ message: 'Server Error' }),
	tooManyRequests: () => ({ message: WORDS.tooMany }),
	movedTo: 'https://moved.vanillaeshop.example/',
};
