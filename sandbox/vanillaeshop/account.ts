import type { ApiRequest } from '../shared/service';
import { headerOf } from './laravel/asker';
import type { Settings } from './settings';

/** What a credential is filled with. Which of it counts, `settings.authentication` says. */
export interface Account {
	readonly headerName: string;
	readonly headerSecret: string;
	readonly bearerToken: string;
	readonly username: string;
	readonly password: string;
}

export interface Login {
	/** Its secrets are others after each `revoke`. */
	readonly account: Account;
	allows(request: Pick<ApiRequest, 'headers'>): boolean;
	revoke(): void;
	reset(): void;
}

export function createLogin(settings: Settings): Login {
	let revoked = 0;
	// The same at every start, so that a credential made yesterday still works today.
	const numbered = (secret: string): string => `${secret}-${revoked + 1}`;
	const account: Account = {
		headerName: 'X-Api-Key',
		username: 'in@vanillaeshop.example',
		get headerSecret() {
			return numbered('vanillaeshop-sandbox-key');
		},
		get bearerToken() {
			return numbered('vanillaeshop-sandbox-token');
		},
		get password() {
			return numbered('InPassword@123');
		},
	};
	return {
		account,
		allows(request) {
			const authorization = headerOf(request, 'authorization');
			switch (settings.authentication) {
				case 'none':
					return true;
				case 'header':
					return headerOf(request, account.headerName.toLowerCase()) === account.headerSecret;
				case 'bearer':
					return authorization === `Bearer ${account.bearerToken}`;
				case 'basic':
					return authorization === `Basic ${basic(account)}`;
			}
		},
		revoke() {
			revoked += 1;
		},
		reset() {
			revoked = 0;
		},
	};
}

const basic = ({ username, password }: Account): string =>
	Buffer.from(`${username}:${password}`).toString('base64');
