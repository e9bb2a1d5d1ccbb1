import type {
	IAllExecuteFunctions,
	IDataObject,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import type { Answer, Call } from './call';
import type { Connection } from './connection';
import { Failure } from './failure';
import { parseJson } from './json';
import type { Miss } from './retry';

/** What one attempt brought: an answer of any status, or the reason why there is none. */
export type Attempt = { answer: Answer } | { miss: Miss };

/** What the body of an answer may be: JSON only, JSON or nothing, or anything. */
export type BodyRule = 'json' | 'optional' | 'any';

/** How one attempt is made. */
export interface Manner {
	timeoutMs: number;
	/** Statuses that make n8n renew the token and send once more. */
	renewOn: number[];
	body?: BodyRule;
	/** Without the credential, for what the service answers to anyone. */
	anonymous?: boolean;
}

const NO_BODY = new Set(['GET', 'HEAD']);

function toOptions(connection: Connection, call: Call, manner: Manner): IHttpRequestOptions {
	const body = NO_BODY.has(call.method) || call.body === undefined ? undefined : call.body;
	return {
		method: call.method,
		url: `${connection.baseUrl}${call.path}`,
		qs: call.query,
		headers: {
			Accept: 'application/json',
			...connection.marketplace.headers,
			...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
			...call.headers,
		},
		body: typeof body === 'string' || body === undefined ? body : JSON.stringify(body),
		// Text, so that big integers and exact bodies survive; parsed here.
		encoding: 'text',
		returnFullResponse: true,
		ignoreHttpStatusErrors: { ignore: true, except: manner.renewOn },
		// n8n would follow a redirected POST as a GET, which looks like success.
		disableFollowRedirect: true,
		sendCredentialsOnCrossOriginRedirect: false,
		allowedDomains: connection.host,
		skipSslCertificateValidation: connection.allowUnauthorizedCerts,
		timeout: manner.timeoutMs,
	};
}

/** Makes an Answer of a raw status, headers and text. */
export function toAnswer(
	status: number,
	rawHeaders: unknown,
	rawBody: unknown,
	rule: BodyRule = 'json',
): Answer {
	const headers = Object.fromEntries(
		Object.entries((rawHeaders ?? {}) as IDataObject).map(([name, value]) => [
			name.toLowerCase(),
			String(value),
		]),
	);
	const text = typeof rawBody === 'string' ? rawBody : '';
	if (text.trim() === '') {
		return { status, headers, body: undefined, ...(rule === 'json' ? { unreadable: '' } : {}) };
	}
	try {
		return { status, headers, body: parseJson(text) };
	} catch {
		return { status, headers, body: text, ...(rule === 'any' ? {} : { unreadable: text }) };
	}
}

interface Thrown {
	code?: string;
	message?: string;
	response?: { status?: number; headers?: unknown; data?: unknown };
	cause?: Thrown;
	httpCode?: string;
}

/** A login that may work later is a miss of the call, which was not sent; any other is final. */
function readLogin({ facts }: Failure): Attempt {
	if (!facts.transient) throw new Failure(facts);
	return { miss: { status: facts.status, code: facts.code, neverSent: facts } };
}

/** Digs out what n8n wrapped: an answer with a status, a Failure of the login, or the network's word. */
function readThrown(error: unknown, rule: BodyRule | undefined): Attempt {
	for (let at = error as Thrown | undefined; at; at = at.cause) {
		if (at instanceof Failure) return readLogin(at);
		if (at.response?.status !== undefined) {
			const { status, headers, data } = at.response;
			return { answer: toAnswer(status, headers, data, rule) };
		}
		if (at.code) return { miss: { code: at.code } };
	}
	const { message = '' } = error as Thrown;
	const timedOut = /timeout|timed out/i.test(message);
	if (timedOut) return { miss: { code: 'ETIMEDOUT' } };
	// No status and no network word: n8n itself refused it (a credential that is gone, a domain rule).
	throw new Failure({ title: message || String(error), outcome: 'notSent' });
}

async function sendSigned(
	{ context, marketplace }: Connection,
	options: IHttpRequestOptions,
	renewOn: number[],
): Promise<IN8nHttpFullResponse> {
	return (await context.helpers.httpRequestWithAuthentication.call(
		context as IAllExecuteFunctions,
		marketplace.credential,
		options,
		{ preAuthenticationRetryStatusCode: renewOn },
	)) as IN8nHttpFullResponse;
}

async function sendAnonymously(
	{ context }: Connection,
	options: IHttpRequestOptions,
): Promise<IN8nHttpFullResponse> {
	const every = { ...options, ignoreHttpStatusErrors: true };
	return (await context.helpers.httpRequest(every)) as IN8nHttpFullResponse;
}

/** Sends one call once, through n8n's own helpers. */
export async function attempt(
	connection: Connection,
	call: Call,
	manner: Manner,
): Promise<Attempt> {
	try {
		const options = toOptions(connection, call, manner);
		const response = manner.anonymous
			? await sendAnonymously(connection, options)
			: await sendSigned(connection, options, manner.renewOn);
		const { statusCode, headers, body } = response;
		return { answer: toAnswer(statusCode, headers, body, manner.body) };
	} catch (error) {
		return readThrown(error, manner.body);
	}
}
