import { randomBytes } from 'node:crypto';
import { json, type Answer } from '../shared/answer';
import type { Clock } from '../shared/clock';
import type { Settings } from './settings';
import { CODES, failure, WORDS } from './words';

export const USER_ID = '62e67b59a77546efcb592795';
export const EMAIL = 'merchant@elryan.example';
export const PASSWORD = 'MerchantPassword@123';

export interface Account {
	readonly email: string;
	readonly password: string;
	/** The token from the portal, to be pasted. Revoking gives a new one. */
	readonly apiToken: string;
}

export interface Tokens {
	readonly account: Account;
	/** Successful and failed logins together. */
	readonly loginCount: number;
	login(email: string, password: string): Answer;
	/** The answer to a token that is not good, or null when it is. */
	check(authorization: string | undefined): Answer | null;
	refused(): Answer;
	revokeAll(): void;
	clearCount(): void;
	reset(): void;
}

export function createTokens(clock: Clock, settings: Settings): Tokens {
	const expiry = new Map<string, number>();
	let revoked = 0;
	let loginCount = 0;
	// The same at every start, so that a credential made yesterday still works today.
	const pasted = (): string => `elryan-sandbox-token-${revoked + 1}`;

	const refused = (): Answer =>
		json(settings.authErrorStatus, failure(CODES.unauthenticated, WORDS.unauthenticated));
	const account: Account = {
		email: EMAIL,
		password: PASSWORD,
		get apiToken() {
			return pasted();
		},
	};

	return {
		account,
		get loginCount() {
			return loginCount;
		},
		login(email, password) {
			loginCount += 1;
			if (email !== EMAIL || password !== PASSWORD) {
				const said = failure(CODES.unauthenticated, WORDS.invalidCredentials);
				return json(settings.loginErrorStatus, said);
			}
			const token = newToken();
			expiry.set(token, clock.now() + settings.tokenLifetimeMs);
			return json(200, { data: profile(token), error_code: 0 });
		},
		check(authorization) {
			const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1] ?? '';
			const good = token === pasted() || clock.now() < (expiry.get(token) ?? 0);
			return good ? null : refused();
		},
		refused,
		revokeAll() {
			expiry.clear();
			revoked += 1;
		},
		clearCount() {
			loginCount = 0;
		},
		reset() {
			expiry.clear();
			revoked = 0;
			loginCount = 0;
		},
	};
}

const newToken = (): string => randomBytes(24).toString('base64url');

/** The documented answer, the echoed password included. */
const profile = (token: string): Record<string, unknown> => ({
	_id: USER_ID,
	vacation: false,
	syncStatus: true,
	accountUsername: 'dar_alsalam',
	mailAddress: EMAIL,
	mobileNumber: '+9647701234567',
	name: 'دار السلام للتجارة',
	password: PASSWORD,
	shopBrandName: 'Dar Al Salam',
	id: '4417',
	role: 'vendor',
	APIToken: token,
});
