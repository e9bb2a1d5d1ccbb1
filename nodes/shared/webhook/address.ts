import { createHmac } from 'node:crypto';

/** A webhook's address with its secret, for a service that signs nothing. */
export function withSecret(address: string, secret: string): string {
	const url = new URL(address);
	url.searchParams.set('secret', secret);
	return url.href;
}

/**
 * The secret of an address: derived, so that it need not be stored, and different for each address.
 *
 * @param key something that only this account has, such as its API token
 */
export const secretFor = (address: string, key: string): string =>
	createHmac('sha256', key).update(address).digest('hex');

/**
 * The kind of an address: what stands in it before the node's own part, `webhook` or `webhook-test` where
 * nobody changed it. A test listens at another kind than the published workflow.
 *
 * @param own with what the node's own part begins
 */
export function kindOf(address: string, own: string): string {
	const { pathname } = new URL(address);
	const before = pathname.split(`/${encodeURI(own)}`)[0];
	return before.slice(before.lastIndexOf('/') + 1);
}
