import { createHmac, randomBytes } from 'node:crypto';
import { json, type Answer } from '../shared/answer';
import type { Clock } from '../shared/clock';
import type { Settings } from './settings';
import { MAGENTO, WORDS } from './words';

export const SELLER = { username: 'seller@edumalls.example', password: 'SellerPassword@123' };
/** Knows the password of a shop account that sells nothing. */
export const CUSTOMER = { username: 'customer@edumalls.example', password: 'SellerPassword@123' };

const FAILURES_ALLOWED = 6;
const LOCKED_MS = 1800 * 1000;

export interface Tokens {
	/** Successful and failed logins together: what a caller has to be sparing with. */
	readonly loginCount: number;
	login(username: string, password: string): Answer;
	/** The answer to a token that is not good, or null when it is. */
	check(authorization: string | undefined): Answer | null;
	refused(): Answer;
	revokeAll(): void;
	clearCount(): void;
	reset(): void;
}

export function createTokens(clock: Clock, settings: Settings): Tokens {
	const expiry = new Map<string, number>();
	const failures = new Map<string, { count: number; last: number }>();
	const key = randomBytes(32);
	let loginCount = 0;

	const failed = (message: string): Answer =>
		json(settings.loginErrorStatus, { success: false, message });
	const refused = (): Answer =>
		json(settings.refusedTokenStatus, { success: false, message: WORDS.tokenRevoked });

	return {
		get loginCount() {
			return loginCount;
		},
		login(username, password) {
			loginCount += 1;
			if (!settings.integrationEnabled) return failed(WORDS.integrationDisabled);
			if (isLocked(username)) return json(401, MAGENTO.locked);
			if (![SELLER, CUSTOMER].some((a) => a.username === username && a.password === password)) {
				countFailure(username);
				return failed(WORDS.invalidCredentials);
			}
			failures.delete(username);
			if (username !== SELLER.username) return failed(WORDS.notASeller);
			return json(200, issue());
		},
		check(authorization) {
			const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
			const expires = token === undefined ? undefined : expiry.get(token);
			if (expires === undefined) return json(401, MAGENTO.unknownToken);
			return clock.now() < expires ? null : refused();
		},
		refused,
		revokeAll() {
			for (const token of expiry.keys()) expiry.set(token, 0);
		},
		clearCount() {
			loginCount = 0;
		},
		reset() {
			expiry.clear();
			failures.clear();
			loginCount = 0;
		},
	};

	function isLocked(username: string): boolean {
		const record = failures.get(username);
		if (!record || record.count < FAILURES_ALLOWED) return false;
		if (clock.now() < record.last + LOCKED_MS) return true;
		failures.delete(username);
		return false;
	}

	function countFailure(username: string): void {
		const count = (failures.get(username)?.count ?? 0) + 1;
		failures.set(username, { count, last: clock.now() });
	}

	function issue(): string {
		const issued = clock.now();
		const expires = issued + settings.tokenLifetimeMs;
		const token = signedToken(issued, expires, key);
		expiry.set(token, expires);
		return token;
	}
}

/** The vendor's sample begins with `{"kid":"1","a`: Magento's JWT for customers (type 3). */
function signedToken(issued: number, expires: number, key: Buffer): string {
	const encode = (value: object): string =>
		Buffer.from(JSON.stringify(value)).toString('base64url');
	const payload = {
		uid: 456,
		utypid: 3,
		iat: Math.floor(issued / 1000),
		exp: Math.floor(expires / 1000),
		jti: randomBytes(6).toString('hex'),
	};
	const signed = `${encode({ kid: '1', alg: 'HS256' })}.${encode(payload)}`;
	return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
}
