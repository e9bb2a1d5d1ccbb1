import fc from 'fast-check';
import { deliveryId } from '../../nodes/shared/webhook/deliveries';
import {
	isAmong,
	isIn,
	mergeText,
	remember,
	type Seen,
	textOf,
} from '../../nodes/shared/webhook/seen';

const HOUR = 3_600_000;
const now = Date.parse('2026-03-01T10:00:00Z');
const id = (text: string) => deliveryId(Buffer.from(text));

function seenOf(names: string[], at = now): Seen {
	const seen: Seen = new Map();
	for (const name of names) remember(seen, id(name), at);
	return seen;
}

/** As it is known in the process, and as a text that outlived it. */
const known: Array<[string, (seen: Seen, name: string, at?: number) => boolean]> = [
	['in the process', (seen, name, at = now) => isAmong(seen, id(name), at)],
	['in a text', (seen, name, at = now) => isIn(textOf(seen), id(name), at)],
];

describe.each(known)('what was seen, %s,', (_, has) => {
	it('counts for 24 hours', () => {
		const seen = seenOf(['a']);
		expect(has(seen, 'a')).toBe(true);
		expect(has(seen, 'a', now + 24 * HOUR - 1000)).toBe(true);
		expect(has(seen, 'a', now + 24 * HOUR)).toBe(false);
		expect(has(seen, 'b')).toBe(false);
	});

	it('is no more than 5,000, the newest', () => {
		const seen: Seen = new Map();
		for (let count = 0; count < 5000; count++) {
			remember(seen, id(String(count)), now - 10_000_000 + count * 1000);
		}
		remember(seen, id('new'), now);
		expect(seen.size).toBe(5000);
		expect(['new', '0', '1', '4999'].map((name) => has(seen, name))).toEqual([
			...[true, false],
			...[true, true],
		]);
	});

	it('is any of many', () => {
		const names = fc.uniqueArray(fc.string(), { maxLength: 50 });
		fc.assert(
			fc.property(names, fc.string(), (given, other) => {
				const seen = seenOf(given);
				expect(given.every((name) => has(seen, name))).toBe(true);
				expect(has(seen, other)).toBe(given.includes(other));
			}),
			{ seed: 20261122, numRuns: 100 },
		);
	});
});

describe('what was seen', () => {
	it('is forgotten after 24 hours', () => {
		const seen = seenOf(['a']);
		remember(seen, id('b'), now + 25 * HOUR);
		expect(seen.size).toBe(1);
	});

	it('again counts from then', () => {
		const seen = seenOf(['a', 'b'], now - 23 * HOUR);
		remember(seen, id('a'), now);
		expect(isAmong(seen, id('a'), now + 2 * HOUR)).toBe(true);
		expect(isAmong(seen, id('b'), now + 2 * HOUR)).toBe(false);
	});

	it('stays small enough for static data', () => {
		expect(textOf(seenOf(['a'])).length).toBeLessThan(20);
	});
});

describe('a text that outlived the process', () => {
	it('brings what the process has not seen, in the order of time', () => {
		const theirs = textOf(seenOf(['early'], now - 2 * HOUR)) + textOf(seenOf(['late'], now + 1000));
		const seen = seenOf(['mine']);
		mergeText(seen, theirs, now);
		const early = seenOf(['early']).keys().next().value;
		expect([...seen.keys()][0]).toBe(early);
		expect(['early', 'mine', 'late'].map((name) => isAmong(seen, id(name), now))).toEqual([
			...[true, true, true],
		]);
	});

	it('leaves the time at which the process has seen one itself', () => {
		const seen = seenOf(['a'], now);
		mergeText(seen, textOf(seenOf(['a'], now - 23 * HOUR)), now);
		expect(isAmong(seen, id('a'), now + 2 * HOUR)).toBe(true);
	});

	it('brings nothing that is over, and no more than 5,000 in all', () => {
		const seen = seenOf(['mine']);
		mergeText(seen, textOf(seenOf(['old'], now - 24 * HOUR)), now);
		expect(seen.size).toBe(1);
		const many = Array.from({ length: 5000 }, (_, index) => String(index));
		mergeText(seen, textOf(seenOf(many, now - HOUR)), now);
		expect(seen.size).toBe(5000);
		expect(isAmong(seen, id('mine'), now)).toBe(true);
	});

	it('has none where its letters happen to stand across two entries', () => {
		const name = [...seenOf(['a']).keys()].join('');
		expect(isIn(`z${name}zzzzzz`, id('a'), now)).toBe(false);
	});

	it.each(['', 'x', '{"a":1}', '!'.repeat(19), ' '.repeat(100), `${'A'.repeat(12)}-------`])(
		'%j does no harm',
		(text) => {
			const seen = seenOf(['a']);
			mergeText(seen, text, now);
			expect(isIn(text, id('a'), now)).toBe(false);
			expect(seen.size).toBe(1);
		},
	);
});
