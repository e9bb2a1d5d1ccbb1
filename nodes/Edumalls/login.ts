import type { IHttpRequestHelper, IN8nHttpFullResponse } from 'n8n-workflow';
import { Failure, type FailureFacts } from '../shared/failure';
import { logIn, type LoginRefused } from '../shared/login';
import { toAnswer } from '../shared/transport';
import { readFailure } from './refusals';

interface Login {
	baseUrl: string;
	username: string;
	password: string;
	heldToken: string;
	allowUnauthorizedCerts: boolean;
}

const TIMEOUT_MS = 20_000;
const PATH = '/rest/V1/integration/seller/token';

/** The login failures that the vendor documents, and Magento's own, in plain words. */
const REFUSALS: Array<{ words: RegExp; title: string; advice: string; wrongPassword?: true }> = [
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

function refused(status: number, words: string): LoginRefused {
	const known = REFUSALS.find(({ words: pattern }) => pattern.test(words));
	const transient = status === 429 || status >= 500;
	const facts: FailureFacts = {
		title: known?.title ?? 'Edumalls refused the login',
		words: words || `Status ${status}`,
		advice: known?.advice ?? (transient ? 'Try again later' : undefined),
		outcome: 'notSent',
		status,
		...(transient && !known ? { transient } : {}),
	};
	return { facts, wrongPassword: known?.wrongPassword ?? false };
}

/** Trades email and password for a token. Throws a Failure in plain words; see `logIn` for who shares it. */
export async function logInToEdumalls(helper: IHttpRequestHelper, login: Login): Promise<string> {
	const { baseUrl, username, password, heldToken, allowUnauthorizedCerts } = login;
	const host = baseUrl.trim().replace(/\/+$/, '');
	return await logIn({ host, user: username, password, heldToken }, async () => {
		const response = await ask(helper, {
			method: 'POST',
			url: host + PATH,
			headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
			body: JSON.stringify({ username, password }),
			encoding: 'text',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			skipSslCertificateValidation: allowUnauthorizedCerts,
			timeout: TIMEOUT_MS,
		});
		const answer = toAnswer(response.statusCode, response.headers, response.body);
		if (answer.status === 200 && answer.unreadable === undefined) {
			if (typeof answer.body === 'string' && answer.body !== '') return { token: answer.body };
		}
		return refused(answer.status, readFailure(answer)?.words ?? '');
	});
}

/** An Axios error that left the hook with a status would make n8n log in a second time. */
async function ask(
	helper: IHttpRequestHelper,
	options: Parameters<IHttpRequestHelper['helpers']['httpRequest']>[0],
): Promise<IN8nHttpFullResponse> {
	try {
		return (await helper.helpers.httpRequest(options)) as IN8nHttpFullResponse;
	} catch (error) {
		const { code, message } = error as { code?: string; message?: string };
		const failure = new Failure({
			title: 'Edumalls could not be reached for the login',
			words: message,
			advice: 'Check the address in the credential, and that this n8n may connect to it',
			outcome: 'notSent',
			code,
			...(code ? { transient: true as const } : {}),
		});
		throw failure;
	}
}
