import { createHmac, randomBytes } from 'node:crypto';
import type { GenericValue, IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import { isRecord } from './call';

/** OAuth 1.0a with keys that were issued beforehand: no handshake, one signature a request. RFC 5849. */
export interface OAuth1Keys {
	consumerKey: string;
	consumerSecret: string;
	accessToken: string;
	accessTokenSecret: string;
	method: SignatureMethod;
}

export type SignatureMethod = 'HMAC-SHA256' | 'HMAC-SHA1';

/** What makes two signatures of the same request differ. */
export interface Moment {
	nonce: string;
	/** Seconds since the epoch. */
	timestamp: number;
}

type Pair = [name: string, value: string];

/** Percent-encoding of RFC 3986: all but letters, digits and `-._~`. RFC 5849 §3.6. */
export const encode = (text: string): string =>
	// Half a surrogate pair is no character and would throw.
	encodeURIComponent(Buffer.from(text, 'utf8').toString('utf8')).replace(
		/[!'()*]/g,
		(char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
	);

function decode(text: string): string {
	const spaced = text.replaceAll('+', ' ');
	try {
		return decodeURIComponent(spaced);
	} catch {
		return spaced;
	}
}

/** The pairs of a URL's query, as they were meant. */
function pairsIn(search: string): Pair[] {
	const parts = search.replace(/^\?/, '').split('&');
	return parts
		.filter((part) => part !== '')
		.map((part) => {
			const at = part.indexOf('=');
			return at < 0 ? [decode(part), ''] : [decode(part.slice(0, at)), decode(part.slice(at + 1))];
		});
}

/** The pairs of a query that is given as data: lists and objects with brackets, as PHP reads them. */
function flatten(name: string, value: unknown): Pair[] {
	if (value === undefined || value === null) return [];
	if (Array.isArray(value)) return value.flatMap((one) => flatten(`${name}[]`, one));
	if (isRecord(value)) {
		return Object.entries(value).flatMap(([key, one]) => flatten(`${name}[${key}]`, one));
	}
	return [[name, String(value as GenericValue)]];
}

const joined = (pairs: Pair[]): string =>
	pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');

/** Sorted by the encoded name, then by the encoded value, byte by byte. RFC 5849 §3.4.1.3.2. */
function normalized(pairs: Pair[]): string {
	const encoded = pairs.map(([name, value]): Pair => [encode(name), encode(value)]);
	const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
	return encoded
		.sort(([a, x], [b, y]) => order(a, b) || order(x, y))
		.map((pair) => pair.join('='))
		.join('&');
}

/** What is signed. The path goes in as it is sent, with a slash at its end; a JSON body does not. */
export function baseString(method: string, url: URL, oauth: Pair[]): string {
	// A URL drops the default port and lowers the host by itself.
	const address = `${url.protocol}//${url.host}${url.pathname}`;
	const parameters = normalized([...pairsIn(url.search), ...oauth]);
	return [method.toUpperCase(), address, parameters].map(encode).join('&');
}

/** The value of the Authorization header for one attempt. */
export function authorization(
	{ consumerKey, consumerSecret, accessToken, accessTokenSecret, method }: OAuth1Keys,
	verb: string,
	url: URL,
	{ nonce, timestamp }: Moment,
): string {
	const oauth: Pair[] = [
		['oauth_consumer_key', consumerKey],
		['oauth_nonce', nonce],
		['oauth_signature_method', method],
		['oauth_timestamp', String(timestamp)],
		['oauth_token', accessToken],
		['oauth_version', '1.0'],
	];
	const signature = createHmac(
		method === 'HMAC-SHA1' ? 'sha1' : 'sha256',
		`${encode(consumerSecret)}&${encode(accessTokenSecret)}`,
	)
		.update(baseString(verb, url, oauth))
		.digest('base64');
	const header = [...oauth, ['oauth_signature', signature] satisfies Pair];
	return `OAuth ${header.map(([name, value]) => `${encode(name)}="${encode(value)}"`).join(', ')}`;
}

/** 32 characters, letters and digits only. */
const now = (): Moment => ({
	nonce: randomBytes(16).toString('hex'),
	timestamp: Math.floor(Date.now() / 1000),
});

/** The address that a request goes to, its query included. */
function addressOf({ baseURL, url, qs }: IHttpRequestOptions): URL {
	const base = (baseURL ?? '').replace(/\/+$/, '');
	const address = new URL(/^https?:/i.test(url) ? url : `${base}/${url.replace(/^\/+/, '')}`);
	const given = Object.entries((qs ?? {}) as IDataObject);
	const pairs = given.flatMap(([name, value]) => flatten(name, value));
	// Written here and not by the client: what is signed must be what is sent.
	address.search = joined([...pairsIn(address.search), ...pairs]);
	address.hash = '';
	return address;
}

/**
 * Signs a request with a nonce of its own. One that was signed before is signed anew: n8n hands the same
 * options back when it sends a second time.
 */
export function sign(
	keys: OAuth1Keys,
	options: IHttpRequestOptions,
	moment: Moment = now(),
): IHttpRequestOptions {
	const url = addressOf(options);
	const others = Object.entries(options.headers ?? {}).filter(
		([name]) => name.toLowerCase() !== 'authorization',
	);
	const Authorization = authorization(keys, options.method ?? 'GET', url, moment);
	return {
		...options,
		baseURL: undefined,
		url: url.href,
		qs: undefined,
		headers: { ...Object.fromEntries(others), Authorization },
	};
}
