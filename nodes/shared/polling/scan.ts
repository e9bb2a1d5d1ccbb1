import type { Connection } from '../connection';
import { DEFAULT_TIMEOUT_MS } from '../send';
import {
	after,
	finished,
	freshOf,
	lookFrom,
	type Cursor,
	type Occurrence,
	type Scan,
} from './cursor';
import { readerFor, type Watch } from './watch';

/** Pages that one poll reads at most, and occurrences that it puts out at most; the rest is for the next. */
const MOST_PAGES = 50;
const MOST_ROWS = 500;

/** What one answer of the list holds. */
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

/** The cursor of the first look: told by the marketplace's clock, where that is known, when it began. */
function begun(cursor: Cursor, readAt = Number.NaN): Cursor {
	if (cursor.learning === undefined || cursor.scan || Number.isNaN(readAt)) return cursor;
	return { ...cursor, learning: new Date(readAt).toISOString() };
}

/** What is put out of what is new to the cursor: in the first look, only what came after it had begun. */
function worthPutting({ learning, scan: place }: Cursor, fresh: Occurrence[]): Occurrence[] {
	if (learning === undefined) return fresh;
	return place ? fresh.filter(({ time }) => time > learning) : [];
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
	const read = readerFor(connection, watch, lookFrom(cursor), timeoutMs);
	const put: Occurrence[] = [];
	let at = cursor;
	let slowestMs = 0;
	let stepsBack = 0;
	for (let pages = 0; pages < MOST_PAGES && put.length < MOST_ROWS; pages++) {
		const startedAt = Date.now();
		// The first page is always read: a poll that does nothing would never get further.
		if (pages > 0 && startedAt + slowestMs > end) break;
		const { occurrences, isLast, next, readAt } = await read(at.scan?.start ?? 0);
		slowestMs = Math.max(slowestMs, Date.now() - startedAt);
		at = begun(at, readAt);
		const fresh = freshOf(at, occurrences);
		put.push(...worthPutting(cursor, fresh));
		const { scan: place = { start: 0, latest: at.since } } = at;
		const links = place.start === 0 || occurrences.some(({ name }) => name === place.last);
		if (!links) {
			const start = backFrom(place, occurrences.length, stepsBack++);
			at = after(at, fresh, { start, last: start === 0 ? undefined : place.last });
			continue;
		}
		stepsBack = 0;
		at = after(at, fresh, { start: next, last: occurrences.at(-1)?.name });
		if (isLast) return { cursor: finished(at, cursor.scan === undefined), put, complete: true };
	}
	return { cursor: at, put, complete: false };
}
