import type { IDataObject } from 'n8n-workflow';

/** What a polling trigger keeps between two polls, as plain data that n8n can store. */
export interface Cursor {
	/** The latest time (ISO, UTC) up to which everything has been put out. */
	since: string;
	/** The occurrences around that time that were put out, with their times. */
	seen: Record<string, string>;
	/** The first look at the list is not finished: nothing is put out, so that a new trigger does not flood. */
	learning?: true;
	/** A scan of the list that one poll could not finish. */
	scan?: { start: number; latest: string };
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
const MOST_NAMES = 20_000;

/** The time from which on occurrences are looked at. */
export function lookFrom({ since }: Cursor): string {
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
export function after(cursor: Cursor, put: Occurrence[], start: number): Cursor {
	const seen = { ...cursor.seen };
	let latest = cursor.scan?.latest ?? cursor.since;
	for (const { name, time } of put) {
		seen[name] = time;
		latest = later(latest, time);
	}
	return { ...cursor, seen, scan: { start, latest } };
}

/** The cursor after the whole list was looked at: it moves on, and what is long past is forgotten. */
export function finished({ since, seen, scan }: Cursor): Cursor {
	const reached = { since: later(since, scan?.latest ?? since), seen };
	const from = lookFrom(reached);
	// What has no time is known by its name alone, and is kept as long as there is room.
	const kept = Object.entries(seen)
		.filter(([, time]) => time === '' || time >= from)
		.slice(-MOST_NAMES);
	return { since: reached.since, seen: Object.fromEntries(kept) };
}

/** Reads what n8n stored; nothing where there is none or it is of another kind. */
export function readCursor(data: IDataObject): Cursor | undefined {
	const { since, seen, scan, learning } = (data.cursor ?? {}) as Partial<Cursor>;
	if (typeof since !== 'string' || Number.isNaN(Date.parse(since))) return undefined;
	return {
		since,
		seen: { ...seen },
		...(scan ? { scan: { ...scan } } : {}),
		...(learning ? { learning } : {}),
	};
}
