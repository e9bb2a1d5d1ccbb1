import type { Answer, Voice } from '../shared/answer';
import { phpJson } from '../shared/phpJson';

/** `%1` and `%name` in a message stand for these. */
export type Parameters = string[] | Record<string, string>;

/** Magento writes JSON as PHP does: slashes and all letters beyond ASCII escaped. */
export const answer = (status: number, value: unknown): Answer => ({
	status,
	body: phpJson(value),
});

export const refusal = (status: number, message: string, parameters?: Parameters): Answer =>
	answer(status, { message, ...(parameters && { parameters }) });

/** One missing field is told by its name, several by a list. */
export function missingFields(fields: readonly string[]): Answer {
	const errors = fields.map((fieldName) => ({
		message: WORDS.required,
		parameters: { fieldName },
	}));
	const [only, ...others] = errors;
	if (only && others.length === 0) return answer(400, only);
	return answer(400, { message: WORDS.severalErrors, errors });
}

/** The texts of Magento's own source, the newest where versions differ. */
export const WORDS = {
	noRoute: 'Request does not match any route.',
	required: '"%fieldName" is required. Enter and try again.',
	severalErrors: 'One or more input exceptions have occurred.',
	noContentType: 'Content-Type header is empty.',
	contentType: 'Server cannot understand Content-Type HTTP header media type',
	/** Magento tells more only in developer mode. */
	malformed: 'Decoding error.',
	method: 'Signature method %1 is not supported',
	version: 'The "%1" Oauth version isn\'t supported.',
	tokenLength: 'The token length is invalid. Check the length and try again.',
	consumerLength: 'Consumer key is not the correct length',
	noConsumer: 'A consumer having the specified key does not exist',
	/** Also said of a clock that runs ahead: Magento hides the real reason from itself. */
	nonce: 'An error occurred validating the nonce',
	nonceUsed: 'The nonce is already being used by the consumer with ID %1',
	noToken: 'Specified token does not exist',
	revoked: 'Access token has been revoked',
	signature: 'The signature is invalid. Verify and try again.',
	resource: "The consumer isn't authorized to access %resources.",
} as const;

export const wrongType = (type: string): string =>
	`Invalid type for value: "${type}". Expected Type: "mixed[]".`;

const INTERNAL =
	'Internal Error. Details are available in Magento log file. Report ID: webapi-65a1b2c3d4e5f';

export const VOICE: Voice = {
	success: () => [{ response: [] }],
	// A success by its HTTP status fails in its entries; how many it would have had is not known here.
	failure: (message, status) =>
		status < 400 ? [{ response: [{ code: 400, status: 'error', message }] }] : { message },
	serverError: (status) => ({ message: status < 500 ? 'Bad Request' : INTERNAL }),
	tooManyRequests: () => ({ message: 'Too Many Requests' }),
	movedTo: 'https://moved.printxpand.example/',
};
