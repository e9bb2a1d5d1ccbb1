import { json, type Answer } from '../shared/answer';
import type { Settings } from './settings';
import { failure, WORDS } from './words';

export interface Account {
	/** The token from the portal, to be pasted. Revoking gives a new one. */
	readonly apiToken: string;
	/** What the store that the account can connect accepts. */
	readonly store: { apiKey: string; apiSecret: string; storeUrl: string };
}

export interface Tokens {
	readonly account: Account;
	/** The answer to a token that is not good, or null when it is. */
	check(authorization: unknown): Answer | null;
	refused(): Answer;
	revoke(): void;
	reset(): void;
}

export function createTokens(settings: Settings): Tokens {
	let revoked = 0;
	const account: Account = {
		// The same at every start, so that a credential made yesterday still works today.
		get apiToken() {
			return `dispatch-sandbox-token-${revoked + 1}`;
		},
		store: {
			apiKey: 'store-key',
			apiSecret: 'store-secret',
			storeUrl: 'https://store.dispatch.example',
		},
	};
	const said = (status: number, message: string): Answer => json(status, failure(status, message));
	const refused = (): Answer => said(settings.authErrorStatus, WORDS.unauthorized);

	return {
		account,
		check(authorization) {
			const token = /^Bearer (.+)$/i.exec(String(authorization))?.[1];
			if (token !== account.apiToken) return refused();
			return settings.apiAccess ? null : said(403, WORDS.noPlan);
		},
		refused,
		revoke() {
			revoked += 1;
		},
		reset() {
			revoked = 0;
		},
	};
}
