import { createHmac } from 'node:crypto';

export const SIGNATURE_METHODS = { 'HMAC-SHA1': 'sha1', 'HMAC-SHA256': 'sha256' } as const;
export type SignatureMethod = keyof typeof SIGNATURE_METHODS;

export interface Signed {
	method: string;
	/** Scheme, host and path as they were sent, without the query. */
	url: string;
	/** All `oauth_*` but the signature, and the parameters of the query. */
	parameters: ReadonlyMap<string, string>;
}

/** RFC 3986, PHP's rawurlencode. */
export const encode = (text: string): string =>
	encodeURIComponent(text).replace(
		/[!'()*]/g,
		(char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
	);

/** RFC 5849, 3.4.1. */
export function baseString({ method, url, parameters }: Signed): string {
	const pairs = [...parameters].map(([name, value]) => `${encode(name)}=${encode(value)}`);
	return [method.toUpperCase(), url, pairs.sort().join('&')].map(encode).join('&');
}

export function sign(
	signed: Signed,
	by: SignatureMethod,
	consumerSecret: string,
	tokenSecret: string,
): string {
	const key = `${encode(consumerSecret)}&${encode(tokenSecret)}`;
	return createHmac(SIGNATURE_METHODS[by], key).update(baseString(signed)).digest('base64');
}
