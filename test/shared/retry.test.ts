import fc from 'fast-check';
import type { Effect } from '../../nodes/shared/operation';
import {
	ATTEMPTS,
	backOff,
	decide,
	LONGEST_RETRY_AFTER_MS,
	missOf,
	neverHappened,
	retryAfterMs,
} from '../../nodes/shared/retry';
import type { Miss } from '../../nodes/shared/retry';

const EFFECTS: Effect[] = ['read', 'set', 'act'];

type Fate = 'again' | 'refused' | 'unknown';

const fate = (miss: Miss, effect: Effect, attempt = 1): Fate => {
	const decision = decide(miss, effect, attempt);
	if (decision.again) return 'again';
	return decision.because === 'unknown' ? 'unknown' : 'refused';
};

/** What becomes of a first miss, by effect: read, set, act. */
const FIRST: Array<[name: string, miss: Miss, read: Fate, set: Fate, act: Fate]> = [
	['ECONNREFUSED', { code: 'ECONNREFUSED' }, 'again', 'again', 'again'],
	['ENOTFOUND', { code: 'ENOTFOUND' }, 'again', 'again', 'again'],
	['EAI_AGAIN', { code: 'EAI_AGAIN' }, 'again', 'again', 'again'],
	['EHOSTUNREACH', { code: 'EHOSTUNREACH' }, 'again', 'again', 'again'],
	['ECONNRESET', { code: 'ECONNRESET' }, 'again', 'again', 'unknown'],
	['EPIPE', { code: 'EPIPE' }, 'again', 'again', 'unknown'],
	['ETIMEDOUT', { code: 'ETIMEDOUT' }, 'again', 'again', 'unknown'],
	['ECONNABORTED', { code: 'ECONNABORTED' }, 'again', 'again', 'unknown'],
	['no word at all', {}, 'again', 'again', 'unknown'],
	['429', { status: 429 }, 'again', 'again', 'again'],
	['408', { status: 408 }, 'again', 'again', 'unknown'],
	['500', { status: 500 }, 'again', 'again', 'unknown'],
	['502', { status: 502 }, 'again', 'again', 'unknown'],
	['503', { status: 503 }, 'again', 'again', 'unknown'],
	['504', { status: 504 }, 'again', 'again', 'unknown'],
	['an unreadable 200', { status: 200, unreadable: true }, 'again', 'again', 'unknown'],
	['400', { status: 400 }, 'refused', 'refused', 'refused'],
	['401', { status: 401 }, 'refused', 'refused', 'refused'],
	['403', { status: 403 }, 'refused', 'refused', 'refused'],
	['404', { status: 404 }, 'refused', 'refused', 'refused'],
	['409', { status: 409 }, 'refused', 'refused', 'refused'],
	['413', { status: 413 }, 'refused', 'refused', 'refused'],
	['422', { status: 422 }, 'refused', 'refused', 'refused'],
	['501', { status: 501 }, 'refused', 'refused', 'refused'],
	['505', { status: 505 }, 'refused', 'refused', 'refused'],
	['520 of a proxy', { status: 520 }, 'again', 'again', 'unknown'],
	['524 of a proxy', { status: 524 }, 'again', 'again', 'unknown'],
	...[
		'CERT_HAS_EXPIRED',
		'DEPTH_ZERO_SELF_SIGNED_CERT',
		'SELF_SIGNED_CERT_IN_CHAIN',
		'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
		'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
		'ERR_TLS_CERT_ALTNAME_INVALID',
		'ERR_SSL_WRONG_VERSION_NUMBER',
		'EPROTO',
	].map((code): [string, Miss, Fate, Fate, Fate] => [
		code,
		{ code },
		'refused',
		'refused',
		'refused',
	]),
];

describe('what a first miss leads to, by effect', () => {
	it.each(FIRST)('%s', (_, miss, read, set, act) => {
		expect(EFFECTS.map((effect) => fate(miss, effect))).toEqual([read, set, act]);
	});

	it('a login that could not be made is asked for again under any effect', () => {
		const neverSent = { title: 'no login', outcome: 'notSent' as const, transient: true as const };
		for (const status of [500, 503, undefined]) {
			for (const effect of EFFECTS) expect(fate({ status, neverSent }, effect)).toBe('again');
		}
		expect(neverHappened({ status: 500, neverSent })).toBe(true);
	});
});

describe('attempts', () => {
	it.each(FIRST)('%s: four, and the last failure keeps its meaning', (_, miss, ...fates) => {
		for (const [index, effect] of EFFECTS.entries()) {
			for (let attempt = 1; attempt < ATTEMPTS; attempt++) {
				expect(fate(miss, effect, attempt)).toBe(fates[index]);
			}
			const last = fate(miss, effect, ATTEMPTS);
			expect(last).not.toBe('again');
			if (fates[index] !== 'again') expect(last).toBe(fates[index]);
		}
	});

	it('a set that failed four times after it may have arrived is unknown, a read never is', () => {
		expect(fate({ code: 'ETIMEDOUT' }, 'set', ATTEMPTS)).toBe('unknown');
		expect(fate({ code: 'ETIMEDOUT' }, 'read', ATTEMPTS)).toBe('refused');
	});

	it.each(EFFECTS)('what surely never arrived is refused after four (%s)', (effect) => {
		expect(fate({ code: 'ECONNREFUSED' }, effect, ATTEMPTS)).toBe('refused');
		expect(fate({ status: 429 }, effect, ATTEMPTS)).toBe('refused');
	});

	it('only a 429 holds back all calls of the account', () => {
		for (const [, miss] of FIRST) {
			const decision = decide(miss, 'read', 1);
			if (decision.again) expect(decision.pauseAll).toBe(miss.status === 429);
		}
	});
});

describe('full jitter', () => {
	it.each([
		[1, 500],
		[2, 1000],
		[3, 2000],
		[6, 16_000],
		[7, 20_000],
		[50, 20_000],
		[5000, 20_000],
	])('attempt %i waits from nothing to %i ms', (attempt, most) => {
		expect(backOff(attempt, () => 0)).toBe(0);
		expect(backOff(attempt, () => 0.5)).toBe(most / 2);
		expect(backOff(attempt, () => 1)).toBe(most);
	});

	it('stays within its bounds and is spread over them', () => {
		const waits = Array.from({ length: 2000 }, () => backOff(3));
		expect(Math.min(...waits)).toBeGreaterThanOrEqual(0);
		expect(Math.max(...waits)).toBeLessThanOrEqual(2000);
		for (const from of [0, 500, 1000, 1500]) {
			const share = waits.filter((ms) => ms >= from && ms < from + 500).length / waits.length;
			expect(share).toBeGreaterThan(0.15);
		}
	});
});

describe('Retry-After', () => {
	const now = Date.parse('2026-03-01T10:00:00Z');

	it.each<[header: string | undefined, ms: number | undefined]>([
		['0', 0],
		['1', 1000],
		[' 30 ', 30_000],
		['1.5', 1500],
		['120', 120_000],
		['86400', 86_400_000],
		['Sun, 01 Mar 2026 10:00:30 GMT', 30_000],
		['Sunday, 01-Mar-26 10:01:00 GMT', 60_000],
		['2026-03-01T10:00:05Z', 5000],
		['Sun, 01 Mar 2026 09:59:59 GMT', undefined],
		['-1', undefined],
		['-30.5', undefined],
		['', undefined],
		['   ', undefined],
		[undefined, undefined],
		['soon', undefined],
		['1e3', undefined],
		['NaN', undefined],
		['Infinity', undefined],
		['0x10', undefined],
		['30 seconds', undefined],
		['30, 60', undefined],
		['\u0000', undefined],
	])('%j means %j ms', (header, ms) => {
		expect(retryAfterMs(header, now)).toBe(ms);
	});

	it('never gives a negative number or NaN, whatever the header holds', () => {
		fc.assert(
			fc.property(fc.string(), (header) => {
				const ms = retryAfterMs(header, now);
				expect(ms === undefined || ms >= 0).toBe(true);
			}),
		);
	});

	it('is waited for at least, whatever the jitter', () => {
		for (const random of [() => 0, () => 1]) {
			const decision = decide({ status: 429, retryAfter: '60' }, 'act', 1, random);
			expect(decision).toEqual({ again: true, waitMs: 60_000, pauseAll: true });
		}
	});

	it('does not shorten the back-off', () => {
		const decision = decide({ status: 503, retryAfter: '0' }, 'read', 3, () => 1);
		expect(decision).toEqual({ again: true, waitMs: 2000, pauseAll: false });
	});

	it('a header that makes no sense counts as none', () => {
		const decision = decide({ status: 429, retryAfter: 'later' }, 'read', 1, () => 1);
		expect(decision).toEqual({ again: true, waitMs: 500, pauseAll: true });
	});

	it('is heeded up to 120 s; beyond that the error knows the time', () => {
		const atMost = decide({ status: 429, retryAfter: '120' }, 'read', 1);
		expect(atMost).toMatchObject({ again: true, waitMs: LONGEST_RETRY_AFTER_MS });
		const beyond = decide({ status: 429, retryAfter: '121' }, 'read', 1);
		expect(beyond).toEqual({ again: false, because: 'askedToWaitTooLong', waitMs: 121_000 });
		const huge = decide({ status: 503, retryAfter: '99999999999' }, 'set', ATTEMPTS);
		expect(huge).toMatchObject({ again: false, because: 'askedToWaitTooLong' });
	});

	it('does not make an act that may have happened go out again', () => {
		const decision = decide({ status: 503, retryAfter: '1' }, 'act', 1);
		expect(decision).toEqual({ again: false, because: 'unknown' });
	});
});

describe('what an answer misses', () => {
	const answer = { headers: {}, body: undefined };

	it('nothing, where its status is good and it can be read', () => {
		expect(missOf({ ...answer, status: 200 })).toBeUndefined();
		expect(missOf({ ...answer, status: 204 })).toBeUndefined();
	});

	it('a body, where a good answer cannot be read', () => {
		expect(missOf({ ...answer, status: 200, unreadable: '<html>' })).toMatchObject({
			status: 200,
			unreadable: true,
		});
	});

	it('is not unreadable where the status says enough', () => {
		const miss = missOf({ ...answer, status: 404, unreadable: '<html>' });
		expect(miss).not.toHaveProperty('unreadable');
		expect(fate(miss as Miss, 'read')).toBe('refused');
	});

	it('keeps what the service asked for', () => {
		const miss = missOf({ status: 429, headers: { 'retry-after': '7' }, body: undefined });
		expect(miss).toEqual({ status: 429, retryAfter: '7' });
	});
});
