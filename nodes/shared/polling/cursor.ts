import type { IDataObject } from 'n8n-workflow';
import type { Emission } from './unconfirmed';

/** A reading of the list that one poll could not finish. */
export interface Scan {
	start: number;
	latest: string;
	/** The last occurrence of the page before: the next page begins with it, or the list has moved. */
	last?: string;
}

/** What a polling trigger keeps between two polls, as plain data that n8n can store. */
export interface Cursor {
	/** The latest time (ISO, UTC) up to which everything has been put out. */
	since: string;
	/** The occurrences around that time that were put out, with their times. */
	seen: Record<string, string>;
	/** The first look at the list is not finished: nothing is put out, so that a new trigger does not flood. */
	learning?: true;
	scan?: Scan;
	/** What was put out lately, oldest first. */
	unconfirmed?: Emission[];
	/** The run of n8n that put it out. */
	run?: string;
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
	learning: true,
});

/** The time from which on occurrences are looked at. */
export function lookFrom({ since }: Pick<Cursor, 'since'>): string {
	return new Date(Date.parse(since) - MARGIN_MS).toISOString();
}

/** Those that were not put out yet, oldest first. */
export function freshOf(cursor: Cursor, occurrences: Occurrence[]): Occurrence[] {
	const from = lookFrom(cursor);
	const fresh = new Map<string, Occurrence>();
	for (const occurrence of occurrences) {
		const { name, time } = occurrence;
		if ((time === '' || time >= from) && !(name in cursor.seen)) fresh.set(name, occurrence);
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

/** The cursor after the whole list was looked at: it moves on, and what is long past is forgotten. */
export function finished({ since, seen, scan, unconfirmed }: Cursor): Cursor {
	// What is put out now may have to be read again from here on.
	const from = lookFrom(unconfirmed?.[0] ?? { since });
	// What has no time is known by its name alone, and is kept as long as there is room.
	const kept = Object.entries(seen)
		.filter(([, time]) => time === '' || time >= from)
		.slice(-MOST_NAMES);
	return {
		since: later(since, scan?.latest ?? since),
		seen: Object.fromEntries(kept),
		...(unconfirmed ? { unconfirmed } : {}),
	};
}

/** Reads what n8n stored; nothing where there is none or it is of another kind. */
export function readCursor(data: IDataObject): Cursor | undefined {
	// A copy: n8n may be writing what it handed out.
	const stored = JSON.parse(JSON.stringify(data.cursor ?? {})) as Partial<Cursor>;
	const { since, seen } = stored;
	if (typeof since !== 'string' || Number.isNaN(Date.parse(since))) return undefined;
	return { ...stored, since, seen: { ...seen } };
}
