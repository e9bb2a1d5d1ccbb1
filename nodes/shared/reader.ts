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
}

interface Piece extends Window, Page {}

/** Windows asked for ahead of the one that is awaited. */
const AHEAD = 32;
/** More passes over the whole list, where records are missing after the first. */
const MORE_PASSES = 2;
/** Windows read again to close one gap. */
const BRIDGE = 6;
/** A list without a known end. */
const MOST_WINDOWS = 20_000;

const endOf = ({ start, rows }: Piece) => start + rows.length;
const isFull = ({ size, rows }: Piece) => rows.length >= size;

async function readPiece({ read }: Source, window: Window): Promise<Piece> {
	return { ...window, ...(await read(window)) };
}

/** Whether two pieces share a record: then nothing between them can have been missed. */
function linked({ key }: Source, a: Piece, b: Piece): boolean {
	const known = new Set(a.rows.map(key));
	return b.rows.some((row) => known.has(key(row)));
}

/** The rows of the pieces in their order, each record once. */
function unique({ key }: Source, pieces: Piece[]): Map<string, IDataObject> {
	const found = new Map<string, IDataObject>();
	for (const { rows } of pieces) {
		for (const row of rows) if (!found.has(key(row))) found.set(key(row), row);
	}
	return found;
}

/** Reads windows in order, several at a time, and stops after the first that is not full. */
async function readInOrder(source: Source, windows: Window[]): Promise<Piece[]> {
	const pieces: Piece[] = [];
	const pending: Array<Promise<Piece>> = [];
	let next = 0;
	try {
		while (pieces.length < windows.length) {
			while (next < windows.length && pending.length < AHEAD) {
				pending.push(readPiece(source, windows[next++]));
			}
			const piece = await (pending.shift() as Promise<Piece>);
			pieces.push(piece);
			if (!isFull(piece)) break;
		}
		return pieces;
	} finally {
		// What was asked for ahead is awaited, so that no rejection goes unheard.
		await Promise.allSettled(pending);
	}
}

/** All windows from `start` to `end`. */
function plan({ pager }: Source, start: number, end: number, overlap: boolean): Window[] {
	const windows: Window[] = [];
	for (let from = start; from < end && windows.length < MOST_WINDOWS;) {
		const window = pager.windowAt(from, overlap);
		windows.push(window);
		from = window.start + window.size;
	}
	return windows;
}

/** Reads on where there is no total, or where the list goes on beyond it, until nothing new comes. */
async function readOn(source: Source, pieces: Piece[], most: number): Promise<Piece[]> {
	const all = [...pieces];
	const known = new Set(unique(source, all).keys());
	for (let count = 0; count < most; count++) {
		const last = all[all.length - 1];
		if (!isFull(last)) return all;
		const piece = await readPiece(source, source.pager.windowAt(endOf(last), false));
		all.push(piece);
		const before = known.size;
		for (const row of piece.rows) known.add(source.key(row));
		if (known.size === before) return all;
	}
	source.warn('The list did not end; reading was stopped.');
	return all;
}

/**
 * Closes the gap between two pieces that share no record: records left the list in between, and those
 * after them moved up. Steps back a page at a time until the pieces hang together again.
 */
async function bridge(source: Source, a: Piece, b: Piece): Promise<Piece[]> {
	const step = source.pager.maxSize;
	for (let back = 0; back < BRIDGE; back++) {
		const from = Math.max(0, a.start - back * step);
		const pieces = [await readPiece(source, source.pager.windowAt(from, true))];
		while (pieces.length <= back + 2) {
			const last = pieces[pieces.length - 1];
			if (linked(source, last, b) || !isFull(last)) break;
			pieces.push(await readPiece(source, source.pager.windowAt(endOf(last), true)));
		}
		if (linked(source, a, pieces[0]) || from === 0) return pieces;
	}
	return [];
}

/** Every piece shares a record with the next, so whatever came or went, nothing that stayed is missed. */
async function readChained(source: Source, first: Piece, total: number): Promise<Piece[]> {
	const planned = plan(source, endOf(first), total, true);
	const read = [first, ...(await readInOrder(source, planned))];
	const chain: Piece[] = [first];
	for (const piece of read.slice(1)) {
		const last = chain[chain.length - 1];
		if (piece.rows.length > 0 && !linked(source, last, piece)) {
			chain.push(...(await bridge(source, last, piece)));
		}
		chain.push(piece);
	}
	// Records that came back into the list have pushed others beyond the planned end.
	for (let more = 0; more <= planned.length + 10; more++) {
		const last = chain[chain.length - 1];
		if (!isFull(last) || endOf(last) >= (last.total ?? 0)) break;
		chain.push(await readPiece(source, source.pager.windowAt(endOf(last), true)));
	}
	return chain;
}

/** Whether the record that ended a piece is still at its place. */
async function edgeHolds(source: Source, piece: Piece): Promise<boolean> {
	if (piece.rows.length === 0) return false;
	const position = endOf(piece) - 1;
	const { rows } = await source.read(source.pager.windowAt(position, false, 1));
	return rows.length > 0 && source.key(rows[0]) === source.key(piece.rows[piece.rows.length - 1]);
}

/**
 * The cheapest way for a list that only grows at its end: plain pages, the last one first, and in the
 * end two edges looked at again. Gives nothing where an edge moved or the total fell.
 */
async function readPlain(
	source: Source,
	first: Piece,
	windows: Window[],
	total: number,
): Promise<Piece[] | undefined> {
	const last = await readPiece(source, windows[windows.length - 1]);
	const middle = await readInOrder(source, windows.slice(0, -1));
	const pieces = [first, ...middle, last];
	const fell = pieces.some((piece) => piece.total !== undefined && piece.total < total);
	if (fell || middle.some((piece) => !isFull(piece))) return undefined;
	const edges = new Set([first, pieces[pieces.length - 2]]);
	const held = await Promise.all([...edges].map(async (piece) => await edgeHolds(source, piece)));
	if (held.includes(false)) return undefined;
	return endOf(last) > total ? await readOn(source, pieces, windows.length + 10) : pieces;
}

/** Adds the records of an earlier pass that the later one has not, each behind its predecessor. */
function merge(earlier: Map<string, IDataObject>, later: Map<string, IDataObject>) {
	const extra = new Map<string, Array<[string, IDataObject]>>();
	let anchor = '';
	for (const entry of earlier) {
		if (later.has(entry[0])) anchor = entry[0];
		else extra.set(anchor, [...(extra.get(anchor) ?? []), entry]);
	}
	const merged = new Map<string, IDataObject>(extra.get(''));
	for (const [name, row] of later) {
		merged.set(name, row);
		for (const [extraName, extraRow] of extra.get(name) ?? []) merged.set(extraName, extraRow);
	}
	return merged;
}

/**
 * Reads a whole list, oldest first: every record that is in it from the first to the last answer comes
 * out, once, in its order. Ends on any total that lies, none, an empty or a repeated page.
 */
export async function readAll(source: Source): Promise<IDataObject[]> {
	const first = await readPiece(source, source.pager.windowAt(0, false));
	const total = first.total;
	if (total === undefined || total < first.rows.length) {
		const pieces = await readOn(source, [first], MOST_WINDOWS);
		return [...unique(source, pieces).values()];
	}
	let found = unique(source, [first]);
	let expected = total;
	const note = (pieces: Piece[]) => {
		found = merge(found, unique(source, pieces));
		expected = Math.min(expected, ...pieces.map((piece) => piece.total ?? expected));
	};
	if (isFull(first) && found.size < total) {
		const plain = plan(source, endOf(first), total, false);
		const chained = plan(source, endOf(first), total, true);
		const cheaper = !source.shrinks && plain.length + 2 < chained.length;
		const pieces = cheaper ? await readPlain(source, first, plain, total) : undefined;
		note(pieces ?? (await readChained(source, first, total)));
	}
	for (let pass = 0; pass < MORE_PASSES && found.size < expected; pass++) {
		const again = await readPiece(source, source.pager.windowAt(0, false));
		note(await readChained(source, again, again.total ?? expected));
	}
	if (found.size < expected) {
		source.warn(
			`The marketplace counts ${expected} records, and ${found.size} different ones could be read.`,
		);
	}
	return [...found.values()];
}

/** Reads the first `limit` records in the order that was asked for, with no more pages than that takes. */
export async function readSome(source: Source, limit: number): Promise<IDataObject[]> {
	const most = source.pager.maxSize;
	const size = Math.ceil(limit / Math.ceil(limit / most));
	const first = await readPiece(source, source.pager.windowAt(0, false, size));
	const wanted = Math.min(limit, first.total ?? limit);
	const windows: Window[] = [];
	for (let start = size; start < wanted; start += size) {
		windows.push(source.pager.windowAt(start, false, size));
	}
	const pieces =
		isFull(first) && first.total !== undefined
			? [first, ...(await readInOrder(source, windows))]
			: await readOneByOne(source, first, limit, size);
	return [...unique(source, pieces).values()].slice(0, limit);
}

async function readOneByOne(source: Source, first: Piece, limit: number, size: number) {
	const pieces = [first];
	while (unique(source, pieces).size < limit) {
		const last = pieces[pieces.length - 1];
		const before = unique(source, pieces).size;
		if (!isFull(last)) break;
		pieces.push(await readPiece(source, source.pager.windowAt(endOf(last), false, size)));
		if (unique(source, pieces).size === before) break;
	}
	return pieces;
}

/** Reads newest first, until a record that `isOld`; those before it, each once. */
export async function readUntil(
	source: Source,
	isOld: (row: IDataObject) => boolean,
	limit = Infinity,
): Promise<IDataObject[]> {
	const pieces = [await readPiece(source, source.pager.windowAt(0, false))];
	const fresh = () => [...unique(source, pieces).values()].filter((row) => !isOld(row));
	while (pieces.length < MOST_WINDOWS) {
		const last = pieces[pieces.length - 1];
		if (!isFull(last) || last.rows.some(isOld) || fresh().length >= limit) break;
		const before = unique(source, pieces).size;
		const next = await readPiece(source, source.pager.windowAt(endOf(last), source.shrinks));
		if (source.shrinks && next.rows.length > 0 && !linked(source, last, next)) {
			pieces.push(...(await bridge(source, last, next)));
		}
		pieces.push(next);
		if (unique(source, pieces).size === before) break;
	}
	return fresh().slice(0, limit);
}
