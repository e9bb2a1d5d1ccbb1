/** The four keys of the integration, as its page in Magento's admin shows them. */
export interface Account {
	readonly consumerKey: string;
	readonly consumerSecret: string;
	/** Revoking gives another token, with another secret. */
	readonly accessToken: string;
	readonly accessTokenSecret: string;
}

export interface Keys {
	readonly account: Account;
	/** Whether a token was the account's before it was revoked. */
	wasRevoked(token: string): boolean;
	revokeToken(): void;
	reset(): void;
}

/** Of keys, secrets, tokens and nonces. */
export const KEY_LENGTH = 32;

export function createKeys(): Keys {
	let current = 1;
	return {
		// The same at every start, so that a credential made yesterday still works today.
		account: {
			consumerKey: 'printxpandsandboxconsumerkey0001',
			consumerSecret: 'printxpandsandboxconsumersec0001',
			get accessToken() {
				return tokenOf(current);
			},
			get accessTokenSecret() {
				return `printxpandsandboxaccesssecre${padded(current)}`;
			},
		},
		wasRevoked: (token) =>
			Array.from({ length: current - 1 }, (_, index) => tokenOf(index + 1)).includes(token),
		revokeToken() {
			current += 1;
		},
		reset() {
			current = 1;
		},
	};
}

const tokenOf = (number: number): string => `printxpandsandboxaccesstoken${padded(number)}`;
const padded = (number: number): string => String(number).padStart(4, '0');
