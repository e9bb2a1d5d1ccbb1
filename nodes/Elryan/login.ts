import type { IHttpRequestHelper } from 'n8n-workflow';
import { at } from '../shared/call';
import { checkPath } from '../shared/endpoint';
import { logIn } from '../shared/login';
import { postLogin, refusedLogin, type KnownRefusal } from '../shared/loginCall';
import { readFailure } from './refusals';

interface Login {
	baseUrl: string;
	/** Inferred: the reference lost it. */
	loginPath: string;
	email: string;
	password: string;
	heldToken: string;
	allowUnauthorizedCerts: boolean;
}

const SERVICE = 'Elryan';

/** The reference documents no error of the login; these are the words that such services use. */
const REFUSALS: KnownRefusal[] = [
	{
		words: /password|credential|invalid (e-?mail|login|user)|incorrect|unauthori[sz]ed/i,
		title: 'Elryan does not accept this email and password',
		advice: 'Check both, or paste an API token instead',
		wrongPassword: true,
	},
	{
		words: /not found/i,
		title: 'Elryan has no login at this path',
		advice: "Set another 'Login Path' in the credential, or paste an API token instead",
	},
];

/**
 * Trades email and password for a token. The answer repeats the password: nothing but the token leaves
 * here, and of a refusal only its words.
 */
export async function logInToElryan(helper: IHttpRequestHelper, login: Login): Promise<string> {
	const { baseUrl, loginPath, email, password, heldToken, allowUnauthorizedCerts } = login;
	const host = baseUrl.trim().replace(/\/+$/, '');
	const url = host + checkPath(loginPath.trim(), 'Login Path');
	return await logIn({ host: url, user: email, password, heldToken }, async () => {
		const answer = await postLogin(helper, {
			service: SERVICE,
			url,
			body: { email, password },
			allowUnauthorizedCerts,
		});
		const token = at(answer.body, 'data.APIToken');
		const failed = readFailure(answer);
		if (!failed && answer.status < 400 && typeof token === 'string' && token !== '') {
			return { token };
		}
		const words = failed?.words ?? fallbackWords(answer.status);
		const { facts, wrongPassword } = refusedLogin(SERVICE, answer, words, REFUSALS);
		return { facts: { ...facts, words: without(password, words) }, wrongPassword };
	});
}

/** Words that may repeat what was sent. */
const without = (secret: string, words: string) =>
	secret === '' ? words : words.replaceAll(secret, '…');

function fallbackWords(status: number): string {
	if (status === 404) return 'Not found';
	if (status === 401 || status === 403) return 'Unauthorized';
	return status < 400 ? 'The answer held no API token' : `Status ${status}`;
}
