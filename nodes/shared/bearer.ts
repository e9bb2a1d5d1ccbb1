import type { IHttpRequestOptions } from 'n8n-workflow';
import { trimmed } from './pasted';

/**
 * A request that carries a token, for a credential's `authenticate`. A function and not n8n's generic form with an
 * expression: n8n would start its expression engine for every call.
 */
export const withBearer = (options: IHttpRequestOptions, token: unknown): IHttpRequestOptions => ({
	...options,
	headers: { ...options.headers, Authorization: `Bearer ${trimmed(token)}` },
});
