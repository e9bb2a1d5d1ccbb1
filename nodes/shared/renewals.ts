/** Which refusals are worth a new token, as far as an account has shown. */
export interface Renewals {
	/** The HTTP statuses on which n8n should log in again and send once more. */
	statuses(): number[];
	/** Told the status that came in the end, and the statuses on which the token had been renewed. */
	note(status: number, renewedOn: number[]): void;
}

const MINUTE_MS = 60_000;

/**
 * 401 and 403 both can mean a token that is no longer taken. A 403 that a new token did not mend is about
 * the permission: for a minute it is not worth a login, and the marketplace's own words are shown.
 */
function createRenewals(now: () => number): Renewals {
	let forbiddenUntil = 0;
	return {
		statuses: () => (now() < forbiddenUntil ? [401] : [401, 403]),
		note: (status, renewedOn) => {
			// Only where a new token was tried: an expired one may be answered 403 as well.
			if (status === 403 && renewedOn.includes(403)) forbiddenUntil = now() + MINUTE_MS;
		},
	};
}

const accounts = new Map<string, Renewals>();

/** What is known of an account in this process. */
export function renewalsOf(account: string, now: () => number = Date.now): Renewals {
	const known = accounts.get(account) ?? createRenewals(now);
	accounts.set(account, known);
	return known;
}
