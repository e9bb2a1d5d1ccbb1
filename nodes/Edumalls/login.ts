import type { IHttpRequestHelper } from 'n8n-workflow';
import { logIn } from '../shared/login';
import { postLogin, refusedLogin, type KnownRefusal } from '../shared/loginCall';
import { readFailure } from './refusals';

interface Login {
	baseUrl: string;
	username: string;
	password: string;
	heldToken: string;
	allowUnauthorizedCerts: boolean;
}

const SERVICE = 'Edumalls';
const PATH = '/rest/V1/integration/seller/token';

/** The login failures that the vendor documents, and Magento's own. */
const REFUSALS: KnownRefusal[] = [
	{
		words: /invalid customer credentials/i,
		title: 'Edumalls does not accept this email and password',
		advice: 'Check both; the password is that of the seller account',
		wrongPassword: true,
	},
	{
		words: /not a seller/i,
		title: 'This Edumalls account is not a seller account',
		advice: 'Use the login of the seller, or ask Edumalls to make the account a seller',
	},
	{
		words: /integration is currently disabled/i,
		title: 'Edumalls has switched the integration off for this account',
		advice: 'Ask the support of Edumalls to switch it on',
	},
	{
		words: /sign-in was incorrect|disabled temporarily/i,
		title: 'Edumalls does not accept this login, or has locked the account for a while',
		advice: 'Check email and password; a locked account opens again after about 30 minutes',
		wrongPassword: true,
	},
];

/** Trades email and password for a token. Throws a Failure in plain words; see `logIn` for who shares it. */
export async function logInToEdumalls(helper: IHttpRequestHelper, login: Login): Promise<string> {
	const { baseUrl, username, password, heldToken, allowUnauthorizedCerts } = login;
	const host = baseUrl.trim().replace(/\/+$/, '');
	return await logIn({ host, user: username, password, heldToken }, async () => {
		const answer = await postLogin(helper, {
			service: SERVICE,
			url: host + PATH,
			body: { username, password },
			allowUnauthorizedCerts,
		});
		const { status, body } = answer;
		if (status === 200 && typeof body === 'string' && answer.unreadable === undefined && body) {
			return { token: body };
		}
		return refusedLogin(SERVICE, answer, readFailure(answer)?.words, REFUSALS);
	});
}
