import type { ICredentialDataDecryptedObject, IHttpRequestHelper } from 'n8n-workflow';
import type { Answer } from '../shared/call';
import { cleanUrl, trimmed } from '../shared/pasted';
import { Failure, refusal, type FailureFacts } from '../shared/failure';
import { postLogin } from '../shared/loginCall';
import { sign, type OAuth1Keys } from '../shared/oauth1';
import { probe } from '../shared/probe';
import { knownRefusal, NO_API, wordsOf } from './refusals';
import { isInForm } from './results';

const SERVICE = 'PrintXpand';

/** A create of nothing: signed like any other call, and it changes nothing. */
export const PROBE = { path: '/rest/V1/customer/create/', body: { customer: {} } };

/** The documentation writes addresses with this part; the paths of the operations hold it too. */
const PREFIX = /\/rest(\/V1)?$/i;

/** The shop's address, without what pasting brings along. */
export const baseUrl = ({ baseUrl: given }: ICredentialDataDecryptedObject): string =>
	cleanUrl(given, PREFIX);

/** The four keys of a Magento integration. */
export function keysOf(credentials: ICredentialDataDecryptedObject): OAuth1Keys {
	return {
		consumerKey: trimmed(credentials.consumerKey),
		consumerSecret: trimmed(credentials.consumerSecret),
		accessToken: trimmed(credentials.accessToken),
		accessTokenSecret: trimmed(credentials.accessTokenSecret),
		method: credentials.signatureMethod === 'HMAC-SHA1' ? 'HMAC-SHA1' : 'HMAC-SHA256',
	};
}

const TEN_MINUTES_MS = 10 * 60_000;

/** How far this clock is ahead of the shop's, in words; nothing where that explains no refusal. */
function aheadOf(date: string | undefined): string | undefined {
	const ahead = Date.now() - Date.parse(date ?? '');
	if (!(ahead > TEN_MINUTES_MS)) return undefined;
	return `The clock of this n8n is ${Math.round(ahead / 60_000)} minutes ahead of the shop: set it, then try again`;
}

type Refused = Pick<FailureFacts, 'title' | 'words' | 'advice'>;

/** Magento has nothing at the address, or nothing that takes a POST. */
const isNowhere = (status: number): boolean => status === 404 || status === 405;

/** What is wrong with the keys or the address, by the shop's answer; nothing where neither is to blame. */
function refusalIn(answer: Answer): Refused | undefined {
	const { status, headers } = answer;
	// An answer in PrintXpand's own form comes after the keys were taken.
	if (isInForm(answer)) return undefined;
	if (status < 300) {
		// What a create of nothing answers is not documented: a list of nothing would do.
		if (Array.isArray(answer.body) && answer.body.length === 0) return undefined;
		return { ...NO_API, words: `Something else answered, with status ${status}` };
	}
	if (status < 400) {
		return {
			title: 'The shop is at another address',
			words: `Status ${status} to ${headers.location || 'nowhere'}`,
			advice: 'Set the final address as Base URL, with https if the shop is reached by https',
		};
	}
	const words = wordsOf(answer) ?? '';
	// What a single operation may not do, it says itself: others may be allowed.
	if (/authorized to access/i.test(words)) return undefined;
	const known = knownRefusal(words) ?? (isNowhere(status) ? NO_API : undefined);
	if (!known && status !== 401) return undefined;
	return {
		title: known?.title ?? 'The shop refused the keys',
		words: words || `Status ${status}`,
		advice: (known?.ofTime && aheadOf(headers.date)) || known?.advice,
	};
}

async function ask(
	helper: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
): Promise<void> {
	const base = baseUrl(credentials);
	if (!/^https?:/i.test(base) || !URL.canParse(base)) {
		throw refusal("'Base URL' is not a URL", `It is '${base}', and should begin with https://`);
	}
	const url = base + PROBE.path;
	const signed = sign(keysOf(credentials), { method: 'POST', url });
	const answer = await postLogin(helper, {
		service: SERVICE,
		url,
		body: PROBE.body,
		headers: signed.headers,
		purpose: 'the check of the keys',
		allowUnauthorizedCerts: credentials.allowUnauthorizedCerts === true,
	});
	const refused = refusalIn(answer);
	if (refused) throw new Failure({ ...refused, outcome: 'notSent', status: answer.status });
}

/**
 * Asks the shop whether the keys are right, and says in plain words what is wrong with them: Magento
 * answers 401 to a wrong secret, a wrong clock and a missing permission alike.
 */
export async function checkAccess(
	helper: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
): Promise<void> {
	const account = [baseUrl(credentials), ...Object.values(keysOf(credentials))];
	await probe(account, async () => await ask(helper, credentials));
}
