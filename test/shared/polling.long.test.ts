import type { IDataObject } from 'n8n-workflow';
import { WATCHES } from '../../nodes/Elryan/watches';
import {
	beginning,
	type Cursor,
	finished,
	freshOf,
	MOST_NAMES,
} from '../../nodes/shared/polling/cursor';
import { openList } from './polling.list';

const START = Date.UTC(2026, 0, 1);
const minute = (count: number) => new Date(START + count * 60_000).toISOString();

/** Packages in the order of their numbers, whatever changes; nobody knows a filter for them. */
const packages = (count: number, updatedAt: (index: number) => string): IDataObject[] =>
	Array.from({ length: count }, (_, index) => ({ id: index, updated_at: updatedAt(index) }));

const nameOf = WATCHES.packageUpdated.name;

/** A Mongo id that was made in that minute. */
const idOf = (at: number, index: number) =>
	Math.floor(START / 1000 + at * 60)
		.toString(16)
		.padStart(8, '0') + index.toString(16).padStart(16, '0');

describe('a list by number that takes several polls, an hour apart', () => {
	it.each([
		['600 that changed in an outage', 600, 600],
		['6,000 of which none had changed', 6000, 0],
	])('loses no change behind it: %s', async (_, count, changed) => {
		const rows = packages(count, (index) => minute(index < changed ? -30 + index / 30 : -10_000));
		const cursor: Cursor = { since: minute(-60), seen: {} };
		const list = await openList({ rows: () => rows, cursor, event: 'packageUpdated' });
		const wanted = rows.slice(0, changed).map(nameOf);
		const change = (index: number, at: number) => {
			rows[index].updated_at = minute(at);
			wanted.push(nameOf(rows[index]));
		};
		for (let poll = 0; poll < 8; poll++) {
			await list.poll();
			if (poll > 3) continue;
			change(10 + poll, poll * 60 + 1);
			change(count - 5 - poll, poll * 60 + 59);
		}
		// A change before a record was read again hides the state before it.
		const there = wanted.filter((name) => rows.some((row) => nameOf(row) === name));
		expect(there.filter((name) => !list.put.includes(name))).toEqual([]);
		expect(new Set(list.put).size).toBe(list.put.length);
	});

	it('moves on with every look, so that it need not remember ever more', async () => {
		const rows = packages(6000, () => minute(-10_000));
		const cursor: Cursor = { since: minute(-60), seen: {} };
		const list = await openList({ rows: () => rows, cursor, event: 'packageUpdated' });
		for (let poll = 0; poll < 60; poll++) {
			rows[poll].updated_at = minute(poll * 60);
			await list.poll();
		}
		expect(Object.keys(list.cursor().seen).length).toBeLessThan(10);
		expect(Date.parse(list.cursor().since)).toBeGreaterThan(Date.parse(minute(54 * 60)));
	});
});

describe('the first look at a list that takes several polls', () => {
	/** The marketplace's clock is nine minutes ahead of this machine's, or behind it. */
	it.each([
		['oldest first', 9],
		['newest first', 9],
		['oldest first', -9],
		['newest first', -9],
	])('puts out what comes meanwhile, and nothing else: %s, %d minutes off', async (order, off) => {
		const rows: IDataObject[] = [];
		const add = (at: number) => {
			const row = { _id: idOf(at + off, rows.length), id: rows.length };
			if (order === 'oldest first') rows.push(row);
			else rows.unshift(row);
			return WATCHES.transactionCreated.name(row);
		};
		for (let index = 0; index < 6000; index++) add((index - 6000) / 60);
		let now = 0;
		const list = await openList({
			rows: () => rows,
			now: () => START + (now + off) * 60_000,
			cursor: beginning(START),
			event: 'transactionCreated',
		});
		const wanted: string[] = [];
		for (let poll = 0; poll < 6; poll++) {
			await list.poll();
			now += 5;
			wanted.push(add(now - 4));
		}
		for (let poll = 0; poll < 2; poll++) await list.poll();
		expect(list.put.sort()).toEqual(wanted.sort());
	});
});

describe('more records of one time than there is room for names', () => {
	const time = minute(5);
	const seen = Object.fromEntries(
		Array.from({ length: MOST_NAMES + 1 }, (_, index) => [`r${index}`, time]),
	);
	const place = { since: minute(0), scan: { start: 9, latest: time } };

	it('come out once: what is no longer known by name has passed', () => {
		const cursor = finished({ ...place, seen }, true);
		const occurrences = Object.keys(seen).map((name) => ({ name, time, record: {} }));
		expect(freshOf(cursor, occurrences)).toEqual([]);
		expect(Object.keys(cursor.seen).length).toBeLessThanOrEqual(MOST_NAMES);
		const next = { name: 'next', time: minute(6), record: {} };
		expect(freshOf(cursor, [...occurrences, next])).toEqual([next]);
	});

	it('leave the latest known by name, and let go of what has passed in time', () => {
		const late = { ...seen, late: minute(6) };
		const cursor = finished({ ...place, scan: { start: 9, latest: minute(6) }, seen: late }, true);
		expect(cursor).toMatchObject({ since: minute(6), passed: time, seen: { late: minute(6) } });
		const later = finished({ ...cursor, scan: { start: 9, latest: minute(99) } }, true);
		expect(
			finished({ ...later, scan: { start: 9, latest: minute(99) } }, true).passed,
		).toBeUndefined();
	});
});

it('reads no more than 50 pages in a poll, and says where it stopped', async () => {
	const rows = packages(9000, () => minute(-10_000));
	const cursor: Cursor = { since: minute(-60), seen: {} };
	const list = await openList({ rows: () => rows, cursor, event: 'packageUpdated' });
	await list.poll();
	expect(list.asked).toHaveLength(50);
	expect(list.cursor().scan?.start).toBeGreaterThan(4900);
	await list.poll();
	expect(list.cursor().scan).toBeUndefined();
});

describe('a filter that nobody documents', () => {
	const rows = () => [{ POlineID: 1, updatedTime: minute(1) }];
	const cursor: Cursor = { since: minute(0), seen: {} };

	it('is left out where the marketplace refuses it', async () => {
		const list = await openList({
			rows,
			cursor,
			refuses: ({ search }) => (search.updated_from ? 'updated_from is not allowed' : undefined),
		});
		expect(await list.poll()).toBe(1);
		expect(list.asked.map(({ search }) => 'updated_from' in search)).toContain(false);
	});

	it('is not the reason where the list without it is refused too', async () => {
		const list = await openList({ rows, cursor, refuses: () => 'The list is closed' });
		await expect(list.poll()).rejects.toThrow('The list is closed');
	});
});
