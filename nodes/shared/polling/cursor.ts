import type { IDataObject } from 'n8n-workflow';
import type { Emission } from './unconfirmed';

/** A reading of the list that one poll could not finish. */
export interface Scan {
	start: number;
	latest: string;
	/** The last occurrence of the page before: the next page begins with it, or the list has moved. */
	last?: string;
}

/** How far a list has been looked at. Times are ISO, UTC, by the marketplace's clock. */
export interface Place {
	/** The time up to which everything has been put out. */
	since: string;
	/** The latest time known; later than `since` after a look at the list that took several polls. */
	latest?: string;
	/** What is of this time or before is not put out any more: there was no room to keep all its names. */
	passed?: string;
	/**
	 * When the first look at the list began, while it goes on: what was there before is not put out, so that a new
	 * trigger does not flood.
	 */
	learning?: string;
	scan?: Scan;
}

/** What a polling trigger keeps between two polls, as plain data that n8n can store. */
export interface Cursor extends Place {
	/** The occurrences around `since` that were put out, with their times. */
	seen: Record<string, string>;
	/** What was put out lately, oldest first. */
	unconfirmed?: Emission[];
	/** The run of n8n that put it out. */
	run?: string;
	/** What is looked at, and at which address; of anything else this cursor tells nothing. */
	watched?: string;
}

/** One occurrence: a record that is new, or that has changed. */
export interface Occurrence {
	name: string;
	/** ISO, UTC; empty where the record has none. */
	time: string;
	record: IDataObject;
}

/** Records may appear later than their time says; within this margin each is told by its name. */
const MARGIN_MS = 10 * 60_000;

/** Names kept at most; n8n writes them whole. */
export const MOST_NAMES = 20_000;

/** A trigger that is new looks back this far for the marketplace's own clock. */
const LOOK_BACK_MS = 24 * 60 * 60_000;

/**
 * Where a new trigger begins: what is there already is learned and not put out, by the marketplace's own
 * clock, which may differ from this machine's.
 */
export const beginning = (now: number): Cursor => ({
	since: new Date(now - LOOK_BACK_MS).toISOString(),
	seen: {},
	learning: new Date(now).toISOString(),
});

/** The time from which on occurrences are looked at. */
export function lookFrom({ since }: Pick<Cursor, 'since'>): string {
	return new Date(Date.parse(since) - MARGIN_MS).toISOString();
}

/** Those that were not put out yet, oldest first. */
export function freshOf(cursor: Cursor, occurrences: Occurrence[]): Occurrence[] {
	const from = lookFrom(cursor);
	const { seen, passed = '' } = cursor;
	const fresh = new Map<string, Occurrence>();
	for (const occurrence of occurrences) {
		const { name, time } = occurrence;
		const isWatched = time === '' || (time >= from && time > passed);
		if (isWatched && !(name in seen)) fresh.set(name, occurrence);
	}
	return [...fresh.values()].sort((a, b) => a.time.localeCompare(b.time));
}

const later = (a: string, b: string): string => (a > b ? a : b);

/** The cursor after these were put out, in the middle of a scan. */
export function after(
	cursor: Cursor,
	put: Occurrence[],
	{ start, last }: Pick<Scan, 'start' | 'last'>,
): Cursor {
	const seen = { ...cursor.seen };
	let latest = cursor.scan?.latest ?? cursor.since;
	for (const { name, time } of put) {
		seen[name] = time;
		latest = later(latest, time);
	}
	return { ...cursor, seen, scan: { start, latest, ...(last === undefined ? {} : { last }) } };
}

/**
 * The names that there is room for, the latest ones. Where many have to go, the time up to which some did is
 * passed: they would be put out again and again.
 */
function kept(seen: Cursor['seen'], from: string): Pick<Cursor, 'seen' | 'passed'> {
	// What has no time is known by its name alone, and is kept as long as there is room.
	const timeless = Object.entries(seen).filter(([, time]) => time === '');
	const timed = Object.entries(seen).filter(([, time]) => time !== '' && time >= from);
	const surplus = timed.length - MOST_NAMES;
	if (surplus <= 0) return { seen: Object.fromEntries([...timeless.slice(-MOST_NAMES), ...timed]) };
	const passed = timed.map(([, time]) => time).sort()[surplus - 1];
	const left = timed.filter(([, time]) => time > passed);
	return { seen: Object.fromEntries([...timeless.slice(-MOST_NAMES), ...left]), passed };
}

/**
 * The cursor after the whole list was looked at: it moves on, and what is long past is forgotten.
 *
 * After a look in one poll it moves to the latest time found. One that took several moves only to what was known
 * when it began: a record that changed behind it meanwhile may be of any time since.
 */
export function finished(cursor: Cursor, inOnePoll: boolean): Cursor {
	const { since, latest: before = since, seen, scan, unconfirmed } = cursor;
	const latest = later(before, scan?.latest ?? since);
	// What is put out now may have to be read again from here on.
	const from = lookFrom(unconfirmed?.[0]?.place ?? { since });
	const { passed = cursor.passed, ...names } = kept(seen, from);
	return {
		since: inOnePoll ? latest : before,
		...(inOnePoll || latest === before ? {} : { latest }),
		...(passed !== undefined && passed >= from ? { passed } : {}),
		...names,
		...(unconfirmed ? { unconfirmed } : {}),
	};
}

/** Reads what n8n stored; nothing where there is none, or it is of something else that was watched. */
export function readCursor(data: IDataObject, watched: string): Cursor | undefined {
	// A copy: n8n may be writing what it handed out.
	const stored = JSON.parse(JSON.stringify(data.cursor ?? {})) as Partial<Cursor>;
	const { since, seen } = stored;
	if (stored.watched !== watched) return undefined;
	if (typeof since !== 'string' || Number.isNaN(Date.parse(since))) return undefined;
	return { ...stored, since, seen: { ...seen } };
}
