import type { IDataObject } from 'n8n-workflow';
import type { Connection } from '../connection';
import type { ListOperation } from '../list';
import type { Values } from '../operation';
import type { Pager } from '../pagers';
import { recordsIn } from '../records';
import { toCall } from '../request';
import { DEFAULT_CAP, DEFAULT_TIMEOUT_MS, send } from '../send';
import {
	after,
	finished,
	freshOf,
	lookFrom,
	type Cursor,
	type Occurrence,
	type Scan,
} from './cursor';

/** What a polling trigger looks for: facts of one marketplace. */
export interface Watch {
	list: ListOperation & { list: { pager: Pager } };
	/** What names an occurrence: the record, or the record in one of its states. */
	name(record: IDataObject): string;
	/** When it happened: ISO, UTC; empty where the record does not say. */
	time(record: IDataObject): string;
	/** The values that ask for what is newer than a time. Advisory: rows are looked at again here. */
	filter?(from: string): Values;
}

/** Pages that one poll reads at most, and occurrences that it puts out at most; the rest is for the next. */
const MOST_PAGES = 50;
const MOST_ROWS = 500;

/** What one answer of the list holds. */
interface Reading {
	occurrences: Occurrence[];
	/** Asked for fewer than there could be, or nothing new came. */
	isLast: boolean;
	next: number;
}

/** Reads the pages of a list, from a time on. */
export function reader(
	connection: Connection,
	{ list, name, time, filter }: Watch,
	from: string,
	timeoutMs = DEFAULT_TIMEOUT_MS,
) {
	const { pager } = list.list;
	const call = toCall(list, filter?.(from) ?? {}, { timezone: 'UTC' });
	const terms = { operation: list, effect: 'read' as const, cap: DEFAULT_CAP, timeoutMs };
	return async (start: number): Promise<Reading> => {
		const window = pager.windowAt(start, true);
		const answer = await send(connection, pager.ask(call, window), terms);
		const records = recordsIn(answer, list.list, connection.marketplace.name);
		const occurrences = records.map((record) => ({
			name: name(record),
			time: time(record),
			record,
		}));
		const next = window.start + records.length;
		// How much one answer may hold is not known: the list ends where nothing follows.
		return { occurrences, isLast: next <= start, next };
	};
}

/**
 * Where to look where a page does not hold what the one before ended with: records that change or go may have
 * moved the others up, past the place where this scan is.
 */
function backFrom({ start }: Scan, length: number, times: number): number {
	return Math.max(0, start - Math.max(length, 1) * 2 ** times);
}

export interface Scanned {
	cursor: Cursor;
	put: Occurrence[];
	/** Whether the end of the list was reached. */
	complete: boolean;
}

/** Reads on from where the last poll stopped, until the list ends or the poll has done its share. */
export async function scan(
	connection: Connection,
	watch: Watch,
	cursor: Cursor,
	budgetMs: number,
): Promise<Scanned> {
	const end = Date.now() + budgetMs;
	const timeoutMs = Math.min(DEFAULT_TIMEOUT_MS, budgetMs);
	const read = reader(connection, watch, lookFrom(cursor), timeoutMs);
	const put: Occurrence[] = [];
	let at = cursor;
	let slowestMs = 0;
	let stepsBack = 0;
	const most = cursor.learning ? Infinity : MOST_ROWS;
	for (let pages = 0; pages < MOST_PAGES && put.length < most; pages++) {
		const startedAt = Date.now();
		// The first page is always read: a poll that does nothing would never get further.
		if (pages > 0 && startedAt + slowestMs > end) break;
		const { occurrences, isLast, next } = await read(at.scan?.start ?? 0);
		slowestMs = Math.max(slowestMs, Date.now() - startedAt);
		const fresh = freshOf(at, occurrences);
		put.push(...fresh);
		const { scan: place = { start: 0, latest: at.since } } = at;
		const links = place.start === 0 || occurrences.some(({ name }) => name === place.last);
		if (!links) {
			const start = backFrom(place, occurrences.length, stepsBack++);
			at = after(at, fresh, { start, last: start === 0 ? undefined : place.last });
			continue;
		}
		stepsBack = 0;
		at = after(at, fresh, { start: next, last: occurrences.at(-1)?.name });
		if (isLast) return { cursor: finished(at), put, complete: true };
	}
	return { cursor: at, put, complete: false };
}
