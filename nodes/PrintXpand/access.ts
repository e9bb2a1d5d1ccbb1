import type { ICredentialDataDecryptedObject, IHttpRequestHelper } from 'n8n-workflow';
import type { Answer } from '../shared/call';
import { Failure, refusal, type FailureFacts } from '../shared/failure';
import { postLogin } from '../shared/loginCall';
import { sign, type OAuth1Keys } from '../shared/oauth1';
import { probe } from '../shared/probe';
import { knownRefusal, NO_API, wordsOf } from './refusals';
import { entriesIn } from './results';

const SERVICE = 'PrintXpand';

/** A create of nothing: signed like any other call, and it changes nothing. */
export const PROBE = { path: '/rest/V1/customer/create/', body: { customer: {} } };

/** The shop's address, without what pasting brings along. */
export const baseUrl = ({ baseUrl: given }: ICredentialDataDecryptedObject): string =>
	String(given ?? '')
		.trim()
		.replace(/\/+$/, '')
		// The documentation writes addresses with this part; the paths of the operations hold it too.
		.replace(/\/rest(\/V1)?$/i, '');

const text = (value: unknown): string => String(value ?? '').trim();

/** The four keys of a Magento integration. */
export function keysOf(credentials: ICredentialDataDecryptedObject): OAuth1Keys {
	return {
		consumerKey: text(credentials.consumerKey),
		consumerSecret: text(credentials.consumerSecret),
		accessToken: text(credentials.accessToken),
		accessTokenSecret: text(credentials.accessTokenSecret),
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

/** What is wrong with the keys or the address, by the shop's answer; nothing where neither is to blame. */
function refusalIn(answer: Answer): Refused | undefined {
	const { status, headers } = answer;
	// An answer in PrintXpand's own form comes after the keys were taken.
	if (status < 300 || entriesIn(answer)) return undefined;
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
	const known = knownRefusal(words) ?? (status === 404 ? NO_API : undefined);
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
