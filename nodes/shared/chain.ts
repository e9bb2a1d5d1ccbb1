import type { IDataObject } from 'n8n-workflow';
import type { Pager, Window } from './pagers';

/** One answer of a list. */
export interface Page {
	rows: IDataObject[];
	/** How many records the service says there are. */
	total?: number;
}

/** What the reader needs of one list. */
export interface Source {
	pager: Pager;
	/** Asks for a window. Calls in flight are bounded where they are sent, not here. */
	read(window: Window): Promise<Page>;
	/** Tells two records apart. */
	key(row: IDataObject): string;
	/** Records may leave the list while it is read, since it is filtered by something that changes. */
	shrinks: boolean;
	/** Told when the rows may be incomplete. */
	warn(message: string): void;
	/** The most records that one answer held; kept by the reader. */
	longest?: number;
}

export interface Piece extends Window, Page {}

/** Windows asked for ahead of the one that is awaited. */
export const AHEAD = 32;
/** The same for a list whose end is not known: half of them may be asked for in vain. */
export const OPEN_AHEAD = 16;
/** Steps back to close one gap. */
const BRIDGE = 6;
/** Gaps that could not be closed, before no more are tried: the service may not page as it says. */
const MOST_GAPS = 3;
/** Answers in a row without a new record, after which a list counts as ended. */
export const MOST_STALE = 3;
/** A list without a known end. */
export const MOST_WINDOWS = 20_000;

export const endOf = ({ start, rows }: Piece) => start + rows.length;
export const isFull = ({ size, rows }: Piece) => rows.length >= size;

/**
 * Reads one window. Where the most that an answer holds is a guess, a piece counts as full that is as long
 * as the longest before it: the service may have cut it.
 */
export async function readPiece(source: Source, window: Window): Promise<Piece> {
	const page = await source.read(window);
	if (!source.pager.maxIsGuess) return { ...window, ...page };
	source.longest = Math.max(source.longest ?? 1, page.rows.length);
	return { ...window, size: Math.min(window.size, source.longest), ...page };
}

/** Whether two pieces share a record: then nothing between them can have been missed. */
function linked({ key }: Source, a: Piece, b: Piece): boolean {
	const known = new Set(a.rows.map(key));
	return b.rows.some((row) => known.has(key(row)));
}

/** The rows of the pieces in their order, each record once. */
export function unique({ key }: Source, pieces: Piece[]): Map<string, IDataObject> {
	const found = new Map<string, IDataObject>();
	for (const { rows } of pieces) {
		for (const row of rows) if (!found.has(key(row))) found.set(key(row), row);
	}
	return found;
}

/**
 * Reads windows in order, several at a time, and stops after the first that is not full, or after some that
 * held nothing new: a total that lies may promise any number of them.
 */
export async function readInOrder(source: Source, windows: Window[]): Promise<Piece[]> {
	const pieces: Piece[] = [];
	const pending: Array<Promise<Piece>> = [];
	const known = new Set<string>();
	let next = 0;
	let stale = 0;
	try {
		while (pieces.length < windows.length) {
			while (next < windows.length && pending.length < AHEAD) {
				const asked = readPiece(source, windows[next++]);
				// One that fails before its turn is not yet listened to.
				asked.catch(() => undefined);
				pending.push(asked);
			}
			const piece = await (pending.shift() as Promise<Piece>);
			pieces.push(piece);
			const before = known.size;
			for (const row of piece.rows) known.add(source.key(row));
			stale = known.size === before ? stale + 1 : 0;
			if (!isFull(piece) || stale >= MOST_STALE) break;
		}
		return pieces;
	} finally {
		// What was asked for ahead does not outlive the reading.
		await Promise.allSettled(pending);
	}
}

/** All windows from `start` to `end`. */
export function plan({ pager }: Source, start: number, end: number, overlap: boolean): Window[] {
	const windows: Window[] = [];
	for (let from = start; from < end && windows.length < MOST_WINDOWS;) {
		const window = pager.windowAt(from, overlap);
		windows.push(window);
		from = window.start + window.size;
	}
	return windows;
}

/** Pieces of which each shares a record with the one before, as far as the gaps could be closed. */
export interface Chain {
	pieces: Piece[];
	gaps: number;
}

export const lastOf = ({ pieces }: Chain): Piece => pieces[pieces.length - 1];

/** Whether the record that ended a piece is still at its place. */
export async function edgeHolds(source: Source, piece: Piece): Promise<boolean> {
	if (piece.rows.length === 0) return false;
	const position = endOf(piece) - 1;
	const { rows } = await source.read(source.pager.windowAt(position, false, 1));
	return rows.length > 0 && source.key(rows[0]) === source.key(piece.rows[piece.rows.length - 1]);
}

/** Whether nothing was missed between two pieces; where no page holds both edges, the first is looked at again. */
async function follows(source: Source, a: Piece, b: Piece): Promise<boolean> {
	if (b.start >= endOf(a)) return await edgeHolds(source, a);
	return linked(source, a, b);
}

/** Adds a piece that overlaps the last one; where it does not, records left the list in between. */
export async function link(source: Source, chain: Chain, piece: Piece): Promise<void> {
	const last = lastOf(chain);
	if (last.rows.length > 0 && !(await follows(source, last, piece))) {
		const between = chain.gaps < MOST_GAPS ? await bridge(source, last, piece) : undefined;
		if (between) chain.pieces.push(...between);
		else chain.gaps++;
	}
	chain.pieces.push(piece);
}

/**
 * Closes the gap between two pieces that share no record: records left the list in between, and those
 * after them moved up. Steps back a page at a time until the pieces hang together again.
 */
async function bridge(source: Source, a: Piece, b: Piece): Promise<Piece[] | undefined> {
	const step = source.pager.maxSize;
	for (let back = 0; back < BRIDGE; back++) {
		const from = Math.max(0, a.start - back * step);
		const pieces = [await readPiece(source, source.pager.windowAt(from, true))];
		let whole = from === 0 || linked(source, a, pieces[0]);
		for (let last = pieces[0]; whole && isFull(last) && !linked(source, last, b);) {
			const next = await readPiece(source, source.pager.windowAt(endOf(last), true));
			whole = linked(source, last, next) && pieces.length <= back + 3;
			pieces.push(next);
			last = next;
		}
		if (whole) return pieces;
	}
	return undefined;
}

interface Further {
	most: number;
	overlap: boolean;
	/** Whether to read on after a full piece; left out, always. */
	goesOn?(last: Piece): boolean;
	/** Pieces that may be asked for at a time once several in a row were full; left out, one. */
	ahead?: number;
}

/** The windows after a piece, if all before the last of them are as full as can be. */
function windowsAfter({ pager }: Source, last: Piece, count: number, overlap: boolean): Window[] {
	const windows: Window[] = [];
	for (let from = endOf(last); windows.length < count;) {
		const window = pager.windowAt(from, overlap);
		windows.push(window);
		from = window.start + window.size;
	}
	return windows;
}

/**
 * Reads on until a piece is not full or nothing new comes: one after the other, and more at a time the longer the
 * list turns out to be, so that a short one costs no request in vain. A service that cuts its answers is asked for
 * one at a time, since each window in advance would leave a hole behind it.
 */
export async function extend(
	source: Source,
	chain: Chain,
	{ most, overlap, goesOn = () => true, ahead = 1 }: Further,
): Promise<void> {
	const known = unique(source, chain.pieces);
	const { maxIsGuess, maxSize } = source.pager;
	let stale = 0;
	let count = 0;
	for (let atOnce = 1; ; atOnce = Math.min(2 * atOnce, ahead)) {
		const last = lastOf(chain);
		if (!isFull(last) || !goesOn(last)) return;
		if (last.rows.length < maxSize) atOnce = 1;
		const windows = windowsAfter(source, last, atOnce, overlap);
		for (const piece of await readInOrder(source, windows)) {
			if (count++ >= most) return source.warn('The list did not end; reading was stopped.');
			const held = chain.pieces.length;
			if (overlap) await link(source, chain, piece);
			else chain.pieces.push(piece);
			const before = known.size;
			for (const [name, row] of unique(source, chain.pieces.slice(held))) known.set(name, row);
			const isNew = known.size > before;
			// Shorter than was asked for, and nothing new: however much the service cuts, this is the end.
			if (maxIsGuess && !isNew && piece.rows.length < maxSize) return;
			stale = isNew ? 0 : stale + 1;
			if (stale >= MOST_STALE) return;
		}
	}
}
