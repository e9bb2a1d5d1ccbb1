import type { IDataObject, IHttpRequestHelper, IN8nHttpFullResponse } from 'n8n-workflow';
import type { Answer } from './call';
import { Failure, type FailureFacts } from './failure';
import type { LoginRefused } from './login';
import { toAnswer } from './transport';

/** A request that trades a name and a password for a token, or asks whether the keys are taken. */
export interface LoginCall {
	/** As the vendor writes it, for words. */
	service: string;
	url: string;
	body: IDataObject;
	headers?: IDataObject;
	allowUnauthorizedCerts: boolean;
	/** What it is for, for words; the login unless it says so. */
	purpose?: string;
}

/** A refusal that the vendor documents, in plain words. */
export interface KnownRefusal {
	words: RegExp;
	title: string;
	advice: string;
	/** The name or the password is wrong: trying again would only lock the account. */
	wrongPassword?: true;
}

const TIMEOUT_MS = 20_000;

/**
 * Sends a login. Any answer is given back; where none came, a Failure is thrown that is worth another try.
 * An Axios error that left the hook with a status would make n8n log in a second time.
 */
export async function postLogin(helper: IHttpRequestHelper, call: LoginCall): Promise<Answer> {
	try {
		const response = (await helper.helpers.httpRequest({
			method: 'POST',
			url: call.url,
			headers: {
				'Content-Type': 'application/json',
				Accept: 'application/json',
				...call.headers,
			},
			body: JSON.stringify(call.body),
			encoding: 'text',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			skipSslCertificateValidation: call.allowUnauthorizedCerts,
			timeout: TIMEOUT_MS,
		})) as IN8nHttpFullResponse;
		return toAnswer(response.statusCode, response.headers, response.body);
	} catch (error) {
		const { code, message } = error as { code?: string; message?: string };
		const failure = new Failure({
			title: `${call.service} could not be reached for ${call.purpose ?? 'the login'}`,
			words: message,
			advice: 'Check the address in the credential, and that this n8n may connect to it',
			outcome: 'notSent',
			code,
			...(code ? { transient: true as const } : {}),
		});
		throw failure;
	}
}

/** A login that was refused, in plain words where the vendor's are known. */
export function refusedLogin(
	service: string,
	{ status }: Answer,
	words: string | undefined,
	refusals: KnownRefusal[],
): LoginRefused {
	const known = refusals.find(({ words: pattern }) => pattern.test(words ?? ''));
	const transient = !known && (status === 429 || status >= 500);
	const facts: FailureFacts = {
		title: known?.title ?? `${service} refused the login`,
		words: words ?? `Status ${status}`,
		advice: known?.advice ?? (transient ? 'Try again later' : undefined),
		outcome: 'notSent',
		status,
		...(transient ? { transient } : {}),
	};
	return { facts, wrongPassword: known?.wrongPassword ?? false };
}
