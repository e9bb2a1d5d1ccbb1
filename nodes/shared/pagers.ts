import { at, put, type Call } from './call';
import { toNumber } from './numbers';

/** Records from `start` (counted from 0) on, `size` of them. */
export interface Window {
	start: number;
	size: number;
}

/** How a service pages its lists. Facts only; `reader.ts` reads by them. */
export interface Pager {
	/** The most records that one answer holds. */
	maxSize: number;
	/** The service documents no such number: an answer that is shorter may be cut, and not the last. */
	maxIsGuess?: true;
	/**
	 * The largest window that covers the record at `start`.
	 * With `overlap` it also covers at least the record before.
	 */
	windowAt(start: number, overlap: boolean, size?: number): Window;
	ask(call: Call, window: Window): Call;
	/** How many records there are in all; `undefined` where the service does not say. */
	total(body: unknown): number | undefined;
}

/** Puts values where they belong: the query of a GET, the body of anything else. */
function ask(call: Call, values: Record<string, number>): Call {
	const key = call.method === 'GET' ? 'query' : 'body';
	const filled = Object.entries(values).reduce(
		(target, [path, value]) => put(target, path, value),
		(call[key] ?? {}) as Call['query'],
	);
	return { ...call, [key]: filled };
}

function readTotal(body: unknown, path?: string): number | undefined {
	const total = path === undefined ? undefined : toNumber(at(body, path));
	return total !== undefined && Number.isSafeInteger(total) && total >= 0 ? total : undefined;
}

interface PageNames {
	/** Dot paths in the request. */
	page: string;
	size: string;
	/** Dot path in the answer. */
	total?: string;
	maxSize: number;
}

/**
 * Pages counted from 1. A page starts at a multiple of its size, so a window that overlaps the last
 * one is found by trying smaller sizes: the one that reaches furthest is taken.
 */
export function pageNumber({ page, size: sizeName, total, maxSize }: PageNames): Pager {
	return {
		maxSize,
		windowAt(start, overlap, most = maxSize) {
			if (start === 0 || (!overlap && start % most === 0)) return { start, size: most };
			let best: Window = { start: overlap ? start - 1 : start, size: 1 };
			for (let size = 2; size <= most; size++) {
				const before = start % size;
				const covers = !overlap || before > 0;
				if (covers && size - before > best.start + best.size - start) {
					best = { start: start - before, size };
				}
			}
			// Where every size divides the start, no page holds both sides of it.
			return best.start + best.size > start ? best : { start, size: most };
		},
		ask: (call, { start, size }) => ask(call, { [page]: start / size + 1, [sizeName]: size }),
		total: (body) => readTotal(body, total),
	};
}

interface OffsetNames {
	/** Dot paths in the request. */
	start: string;
	length: string;
	/** Dot path in the answer. */
	total?: string;
	maxSize: number;
	maxIsGuess?: true;
}

/** A start, counted from 0, and a length. */
export function offset(names: OffsetNames): Pager {
	const { start: startName, length, total, maxSize, maxIsGuess } = names;
	return {
		maxSize,
		maxIsGuess,
		windowAt: (start, overlap, size = maxSize) => ({
			start: overlap && start > 0 ? start - 1 : start,
			size,
		}),
		ask: (call, { start, size }) => ask(call, { [startName]: start, [length]: size }),
		total: (body) => readTotal(body, total),
	};
}
