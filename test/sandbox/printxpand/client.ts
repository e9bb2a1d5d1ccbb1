import { randomBytes } from 'node:crypto';
import {
	startPrintXpand,
	type PrintXpandOptions,
	type PrintXpandSandbox,
} from '../../../sandbox/printxpand';
import { isObject } from '../../../sandbox/shared/json';
import { encode, sign, type SignatureMethod } from '../../../sandbox/printxpand/signature';

export type Fields = Record<string, unknown>;

export interface Reply {
	status: number;
	headers: Headers;
	text: string;
	body: unknown;
	/** What the answer says of each record. */
	entries: Fields[];
}

/** What is unusual about a call. */
export interface Manner {
	/** Other `oauth_*` parameters; undefined leaves one out. */
	oauth?: Fields;
	method?: SignatureMethod;
	/** The URL that is signed, where it is not the one that is called. */
	signedUrl?: string;
	tokenSecret?: string;
	/** In place of those that are sent otherwise; undefined leaves one out. */
	headers?: Record<string, string | undefined>;
}

/** A plain client: what the sandbox says is what the test sees, nothing is repeated or renewed. */
export interface Client {
	shop: PrintXpandSandbox;
	/** A signed call under `/rest/V1`: `call('POST /category/delete/', {category: []})`. */
	call(what: string, body?: unknown, manner?: Manner): Promise<Reply>;
	control<T = Fields>(what: string, body?: unknown): Promise<T>;
	close(): Promise<void>;
}

export async function openPrintXpand(options: PrintXpandOptions = {}): Promise<Client> {
	const shop = await startPrintXpand({ seed: 'empty', ...options });
	return {
		shop,
		async call(what, body, manner = {}) {
			const [method = '', path = ''] = what.split(' ');
			const url = `${shop.url}/rest/V1${path}`;
			const authorization = authorize(shop, method, url, manner);
			return await send(url, method, body, { authorization, ...manner.headers });
		},
		async control<T>(what: string, body?: unknown) {
			const [method = '', path = ''] = what.split(' ');
			return (await send(`${shop.url}/_sandbox${path}`, method, body, {})).body as T;
		},
		close: async () => await shop.close(),
	};
}

export const newNonce = (): string => randomBytes(16).toString('hex');

function authorize(shop: PrintXpandSandbox, method: string, url: string, manner: Manner): string {
	const { account } = shop;
	const by = manner.method ?? 'HMAC-SHA256';
	const wanted: Fields = {
		oauth_consumer_key: account.consumerKey,
		oauth_token: account.accessToken,
		oauth_signature_method: by,
		oauth_nonce: newNonce(),
		oauth_timestamp: Math.floor(shop.clock.now() / 1000),
		oauth_version: '1.0',
		...manner.oauth,
	};
	const oauth = Object.entries(wanted).flatMap(([name, value]): Array<[string, string]> =>
		value === undefined ? [] : [[name, String(value)]],
	);
	const { origin, pathname, searchParams } = new URL(manner.signedUrl ?? url);
	const parameters = new Map([...oauth, ...searchParams]);
	const signature = sign(
		{ method, url: origin + pathname, parameters },
		by,
		account.consumerSecret,
		manner.tokenSecret ?? account.accessTokenSecret,
	);
	const pairs = [...oauth, ['oauth_signature', signature]];
	return `OAuth ${pairs.map(([name, value = '']) => `${name}="${encode(value)}"`).join(', ')}`;
}

async function send(
	url: string,
	method: string,
	body: unknown,
	changed: Record<string, string | undefined>,
): Promise<Reply> {
	const headers = new Headers({ accept: 'application/json' });
	if (body !== undefined) headers.set('content-type', 'application/json');
	for (const [name, value] of Object.entries(changed)) {
		if (value === undefined) headers.delete(name);
		else headers.set(name, value);
	}
	// Bytes, since fetch would name the type of a text by itself.
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	const response = await fetch(url, {
		method,
		headers,
		redirect: 'manual',
		body: body === undefined ? undefined : Buffer.from(text),
	});
	const answer = await response.text();
	const parsed = tryJson(answer);
	const { status } = response;
	return { status, headers: response.headers, text: answer, body: parsed, entries: inside(parsed) };
}

function inside(body: unknown): Fields[] {
	const [first] = Array.isArray(body) ? (body as unknown[]) : [];
	const list = isObject(first) ? first.response : undefined;
	return Array.isArray(list) ? list.filter(isObject) : [];
}

function tryJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
