import { at, bodyOf, isRecord, type Answer } from '../shared/call';
import type { Said } from '../shared/operation';
import { fillPlaceholders } from '../shared/placeholders';
import { entriesIn, isRefused, wordsIn } from './results';

/** Magento's own refusals, whose wording differs from release to release. Never by their status alone: most are 401. */
export interface Refusal {
	words: RegExp;
	title: string;
	advice: string;
	/** A clock that is ahead explains it. */
	ofTime?: true;
}

const KEYS = 'the integration in the shop (System, Extensions, Integrations)';

export const NO_API: Refusal = {
	words: /does not match any route/i,
	title: 'This shop has no PrintXpand API at this address',
	advice: "Check the Base URL, and that PrintXpand's API is installed in the shop",
};

/** Facts: the Magento page of the reference, "Error bodies on REST calls". */
export const REFUSALS: Refusal[] = [
	{
		words: /signature method .* is not supported/i,
		title: 'This shop does not take this signature method',
		advice:
			"Choose HMAC-SHA256 as 'Signature Method' in the credential; shops from Magento 2.4.4 on take no other",
	},
	{
		words: /validating the nonce|incorrect timestamp/i,
		title: 'The shop refuses the time of the request',
		advice:
			'The clock of this n8n is more than ten minutes ahead of the shop, or the shop could not note the request: set the clock, then try again',
		ofTime: true,
	},
	{
		words: /nonce is already being used/i,
		title: 'The shop has seen this request before',
		advice:
			'Something between n8n and the shop sends requests twice; look for a proxy that repeats',
	},
	{
		words: /signa(tu|ti)re is invalid|invalid signature/i,
		title: 'The shop does not accept the signature',
		advice: `Check Consumer Secret and Access Token Secret against ${KEYS}, and that the Base URL is the shop's own address, with https if the shop is reached by https`,
	},
	{
		words: /isn't authorized to access|not authorized to access/i,
		title: 'The integration may not do this',
		advice: `Give it the permission under API of ${KEYS}, and save it again`,
	},
	{
		words: /consumer key|consumer having the specified key/i,
		title: 'The shop does not know the consumer key',
		advice: `Copy Consumer Key and Consumer Secret again from ${KEYS}`,
	},
	{
		words: /token/i,
		title: 'The shop does not accept the access token',
		advice: `Copy Access Token and Access Token Secret again from ${KEYS}; after "Reauthorize" they are new`,
	},
	NO_API,
];

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Magento's message with its parameters filled in: `%1` from a list, `%name` from an object. */
export function wordsOf(answer: Answer): string | undefined {
	const { message, parameters } = bodyOf(answer);
	if (typeof message !== 'string' || message === '') return undefined;
	const inner = at(answer.body, 'errors');
	const more = (Array.isArray(inner) ? inner : [])
		.filter(isRecord)
		.map((one) => fillPlaceholders(textIn(one.message), one.parameters));
	return [fillPlaceholders(message, parameters), ...more].filter((text) => text !== '').join(' ');
}

export const knownRefusal = (words: string): Refusal | undefined =>
	REFUSALS.find(({ words: pattern }) => pattern.test(words));

/**
 * Reads a failure of the whole request. Those of single records stand in their own entries; where no record
 * went well, nothing did.
 */
export function readFailure(answer: Answer): Said | undefined {
	const entries = entriesIn(answer) ?? [];
	const refused = entries.filter(isRefused);
	const isFailed =
		answer.status >= 400 || (refused.length > 0 && refused.length === entries.length);
	if (!isFailed) return undefined;
	const own = wordsOf(answer);
	const words = own ?? [...new Set(refused.map(wordsIn))].join(' ');
	if (!words) return undefined;
	const known = own === undefined ? undefined : knownRefusal(own);
	return { words, advice: known && `${known.title}. ${known.advice}` };
}
