import type { Answer } from './call';
import type { FailureFacts } from './failure';
import type { Effect } from './operation';

/** A call that got no answer that could be read: the network's word, or the status that came. */
export interface Miss {
	status?: number;
	/** Node's error code, such as ECONNREFUSED. */
	code?: string;
	/** Lower-case header of the answer, if one came. */
	retryAfter?: string;
	/** An answer came whose body could not be read. */
	unreadable?: true;
	/** The login before the call failed, so the call never went out. */
	neverSent?: FailureFacts;
}

/** What to do after a miss. */
export type Decision =
	| { again: true; waitMs: number; pauseAll: boolean }
	| { again: false; because: 'refused' | 'unknown' | 'askedToWaitTooLong'; waitMs?: number };

export const ATTEMPTS = 4;
const BASE_MS = 500;
const CAP_MS = 20_000;
export const LONGEST_RETRY_AFTER_MS = 120_000;

/** The connection was never made, so the marketplace saw nothing. */
const NEVER_ARRIVED = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
]);

/** A certificate or protocol that will not change by asking again; nothing was sent. */
const NEVER_TRUSTED =
	/CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ERR_TLS|ERR_SSL|EPROTO|HOSTNAME_MISMATCH/;

const NOT_IMPLEMENTED = 501;
const NO_SUCH_VERSION = 505;

/** The service may have begun before it failed, or a proxy before it gave up. */
const isAmbiguousStatus = (status: number): boolean =>
	status === 408 || (status >= 500 && status !== NOT_IMPLEMENTED && status !== NO_SUCH_VERSION);

/** Whether the network's word means that no answer came in time. */
export const isTimeout = (code = ''): boolean =>
	/ETIMEDOUT|ECONNABORTED|ESOCKETTIMEDOUT/.test(code);

/** Whether the miss says that the marketplace did not carry the call out. */
export function neverHappened({ status, code = '', neverSent }: Miss): boolean {
	return (
		neverSent !== undefined || status === 429 || NEVER_ARRIVED.has(code) || NEVER_TRUSTED.test(code)
	);
}

function mayRepeat(miss: Miss, effect: Effect): boolean {
	if (miss.code && NEVER_TRUSTED.test(miss.code)) return false;
	if (neverHappened(miss)) return true;
	if (effect === 'act') return false;
	return miss.status === undefined || miss.unreadable === true || isAmbiguousStatus(miss.status);
}

function isAmbiguous(miss: Miss): boolean {
	if (neverHappened(miss)) return false;
	return miss.status === undefined || miss.unreadable === true || isAmbiguousStatus(miss.status);
}

/** Full jitter: anything from nothing to the capped exponential. `attempt` counts from 1. */
export function backOff(attempt: number, random: () => number = Math.random): number {
	return Math.round(random() * Math.min(CAP_MS, BASE_MS * 2 ** (attempt - 1)));
}

/**
 * Milliseconds that a `Retry-After` header asks for, given in seconds or as an HTTP date;
 * `undefined` where it is absent, negative or makes no sense.
 */
export function retryAfterMs(header: string | undefined, now = Date.now()): number | undefined {
	const text = header?.trim() ?? '';
	if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
	if (!/[a-z]/i.test(text)) return undefined;
	const time = Date.parse(text);
	return Number.isNaN(time) || time < now ? undefined : time - now;
}

/** Decides, from the effect and never from the HTTP verb, whether a call goes out again and when. */
export function decide(
	miss: Miss,
	effect: Effect,
	attempt: number,
	random: () => number = Math.random,
): Decision {
	const because = isAmbiguous(miss) && effect !== 'read' ? 'unknown' : 'refused';
	if (!mayRepeat(miss, effect)) return { again: false, because };
	const asked = retryAfterMs(miss.retryAfter);
	if (asked !== undefined && asked > LONGEST_RETRY_AFTER_MS) {
		return { again: false, because: 'askedToWaitTooLong', waitMs: asked };
	}
	if (attempt >= ATTEMPTS) return { again: false, because };
	const pauseAll = miss.status === 429;
	return { again: true, waitMs: Math.max(asked ?? 0, backOff(attempt, random)), pauseAll };
}

/** What an answer's status and readability miss; nothing where they are fine. */
export function missOf({ status, headers, unreadable }: Answer): Miss | undefined {
	if (status < 400 && unreadable === undefined) return undefined;
	return {
		status,
		retryAfter: headers['retry-after'],
		...(status < 400 ? { unreadable: true as const } : {}),
	};
}
