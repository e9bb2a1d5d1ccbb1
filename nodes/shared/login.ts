import { createHash } from 'node:crypto';
import { Failure, type FailureFacts } from './failure';

/** A login that the service turned down because of the name or password. */
const REMEMBER_MS = 10 * 60_000;
/** Logins of one account in a minute, before the service is left alone. */
const MOST_A_MINUTE = 6;
const MINUTE_MS = 60_000;
/** Callers that read the credential before the last login was stored share its token for this long. */
const JUST_NOW_MS = 30_000;
/**
 * Callers who come late with a token that was replaced get the last one for this long; after it, that may have
 * ended too.
 */
const FRESH_MS = 5 * 60_000;

interface Account {
	/** The login under way, which all who ask share. */
	pending?: Promise<string>;
	/** The last token, for callers whose own is an older one. */
	token?: string;
	tokenAt?: number;
	/** Tokens that were refused, and whose place the last one took; with the time when that was asked for. */
	replaced: Map<string, number>;
	startedAt: number[];
	refusal?: { facts: FailureFacts; until: number };
	/** Why the last login failed, where it did. */
	lastFailure?: FailureFacts;
}

const accounts = new Map<string, Account>();

/** What makes two logins the same login; the password only as a hash. */
export interface LoginKey {
	host: string;
	user: string;
	password: string;
	/** The token that the caller holds and that was refused; empty if it has none. */
	heldToken: string;
}

function accountOf({ host, user, password }: LoginKey): Account {
	const name = createHash('sha256')
		.update(JSON.stringify([host, user, password]))
		.digest('hex');
	const known = accounts.get(name) ?? { replaced: new Map(), startedAt: [] };
	accounts.set(name, known);
	return known;
}

const clock = (time: number) => new Date(time).toISOString().slice(11, 16);

function refuseIfRemembered(account: Account, now: number): void {
	const { refusal } = account;
	if (!refusal || refusal.until <= now) return;
	throw new Failure({
		...refusal.facts,
		advice: `Correct the credential; another password is tried at once. This one is not tried again for ten minutes, until ${clock(refusal.until)} UTC, since the account locks after a few wrong tries`,
	});
}

function refuseIfTooMany(account: Account, now: number): void {
	account.startedAt = account.startedAt.filter((time) => now - time < MINUTE_MS);
	if (account.startedAt.length < MOST_A_MINUTE) return;
	const advice = 'It was tried several times; the login is tried again in a minute';
	if (account.lastFailure)
		throw new Failure({ ...account.lastFailure, advice, transient: undefined });
	throw new Failure({
		title: 'New tokens are refused as soon as they are issued',
		advice: 'Check that the account may use the API; the login is tried again in a minute',
		outcome: 'notSent',
	});
}

/**
 * The last token, if the caller can be sure that it is newer than its own. One whose token is none of ours
 * has it from another n8n process, which logged in after this one: ours may have ended too.
 */
function sharedToken(account: Account, heldToken: string, now: number): string | undefined {
	const { token, tokenAt = 0, replaced } = account;
	if (token === heldToken) return undefined;
	if (heldToken === '') return now - tokenAt < JUST_NOW_MS ? token : undefined;
	return replaced.has(heldToken) && now - tokenAt < FRESH_MS ? token : undefined;
}

function noteReplaced({ replaced }: Account, heldToken: string, now: number): void {
	for (const [token, since] of replaced) if (now - since > FRESH_MS) replaced.delete(token);
	if (heldToken !== '') replaced.set(heldToken, now);
}

/** Who refused what: told by the credential, which knows the vendor's words. */
export interface LoginRefused {
	facts: FailureFacts;
	/** It was the name or the password, so that trying again would only lock the account. */
	wrongPassword: boolean;
}

/**
 * Gives a token: the one that another caller just got, or a new login, of which there is never more than
 * one under way for an account in this process. A login refused for its password is not tried again for
 * ten minutes, whoever asks.
 *
 * Throws a Failure. It has no HTTP status that n8n would see: n8n logs in a second time when one leaves
 * the hook, and accounts lock after a few failures.
 */
export async function logIn(
	key: LoginKey,
	ask: () => Promise<{ token: string } | LoginRefused>,
	now: () => number = Date.now,
): Promise<string> {
	const account = accountOf(key);
	refuseIfRemembered(account, now());
	const token = account.pending ? undefined : sharedToken(account, key.heldToken, now());
	if (token !== undefined) return token;
	noteReplaced(account, key.heldToken, now());
	if (account.pending) return await account.pending;
	refuseIfTooMany(account, now());
	account.startedAt.push(now());
	account.pending = askOnce(account, ask, now).finally(() => {
		account.pending = undefined;
	});
	return await account.pending;
}

async function askOnce(
	account: Account,
	ask: () => Promise<{ token: string } | LoginRefused>,
	now: () => number,
): Promise<string> {
	const answer = await ask();
	if ('token' in answer) {
		account.token = answer.token;
		account.tokenAt = now();
		account.refusal = undefined;
		account.lastFailure = undefined;
		return answer.token;
	}
	account.lastFailure = answer.facts;
	if (answer.wrongPassword) {
		account.refusal = { facts: answer.facts, until: now() + REMEMBER_MS };
	}
	throw new Failure(answer.facts);
}

/** Forgets all logins of this process; for tests. */
export function forgetLogins(): void {
	accounts.clear();
}
