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
/** Steps back to close one gap. */
const BRIDGE = 6;
/** Gaps that could not be closed, before no more are tried: the service may not page as it says. */
const MOST_GAPS = 3;
/** Answers in a row without a new record, after which a list counts as ended. */
const MOST_STALE = 3;
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
				const asked = readPiece(source, windows[next++]);
				// One that fails before its turn is not yet listened to.
				asked.catch(() => undefined);
				pending.push(asked);
			}
			const piece = await (pending.shift() as Promise<Piece>);
			pieces.push(piece);
			if (!isFull(piece)) break;
		}
		return pieces;
	} finally {
		// What was asked for ahead does not outlive the reading.
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

/** Pieces of which each shares a record with the one before, as far as the gaps could be closed. */
interface Chain {
	pieces: Piece[];
	gaps: number;
}

const lastOf = ({ pieces }: Chain): Piece => pieces[pieces.length - 1];

/** Whether the record that ended a piece is still at its place. */
async function edgeHolds(source: Source, piece: Piece): Promise<boolean> {
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
async function link(source: Source, chain: Chain, piece: Piece): Promise<void> {
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
}

/** Reads on, one piece after the other, until one is not full or nothing new comes. */
async function extend(
	source: Source,
	chain: Chain,
	{ most, overlap, goesOn = () => true }: Further,
): Promise<void> {
	const known = unique(source, chain.pieces);
	for (let count = 0, stale = 0; stale < MOST_STALE; count++) {
		const last = lastOf(chain);
		if (!isFull(last) || !goesOn(last)) return;
		if (count >= most) return source.warn('The list did not end; reading was stopped.');
		const held = chain.pieces.length;
		const piece = await readPiece(source, source.pager.windowAt(endOf(last), overlap));
		if (overlap) await link(source, chain, piece);
		else chain.pieces.push(piece);
		const before = known.size;
		for (const [name, row] of unique(source, chain.pieces.slice(held))) known.set(name, row);
		stale = known.size === before ? stale + 1 : 0;
	}
}

/**
 * Whether a list may go on after a full last page: where the total is met exactly, one look beyond is
 * worth it, since some services count the page and not the list.
 */
function beyondTotal(): (last: Piece) => boolean {
	let looked = false;
	return (last) => {
		const goesOn = !looked || last.total !== endOf(last);
		looked = true;
		return goesOn;
	};
}

/** Every piece shares a record with the next, so whatever came or went, nothing that stayed is missed. */
async function readChained(source: Source, first: Piece, total: number): Promise<Chain> {
	const chain: Chain = { pieces: [first], gaps: 0 };
	const planned = isFull(first) ? plan(source, endOf(first), total, true) : [];
	for (const piece of await readInOrder(source, planned)) await link(source, chain, piece);
	// Records that came back into the list have pushed others beyond the planned end.
	await extend(source, chain, { most: planned.length + AHEAD, overlap: true });
	return chain;
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
): Promise<Chain | undefined> {
	const last = await readPiece(source, windows[windows.length - 1]);
	const middle = await readInOrder(source, windows.slice(0, -1));
	const pieces = [first, ...middle, last];
	const fell = pieces.some((piece) => piece.total !== undefined && piece.total < total);
	if (fell || middle.some((piece) => !isFull(piece))) return undefined;
	const edges = new Set([first, pieces[pieces.length - 2]]);
	const held = await Promise.all([...edges].map(async (piece) => await edgeHolds(source, piece)));
	if (held.includes(false)) return undefined;
	const chain: Chain = { pieces, gaps: 0 };
	await extend(source, chain, {
		most: windows.length + AHEAD,
		overlap: false,
		goesOn: beyondTotal(),
	});
	return chain;
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
	const { total } = first;
	let found = unique(source, [first]);
	let expected = total ?? 0;
	let gaps = 0;
	let end = endOf(first);
	const note = (chain: Chain) => {
		found = merge(found, unique(source, chain.pieces));
		expected = Math.min(expected, ...chain.pieces.map((piece) => piece.total ?? expected));
		gaps = chain.gaps;
		end = endOf(lastOf(chain));
	};
	if (isFull(first)) note(await readRest(source, first));
	for (let pass = 0; pass < MORE_PASSES && (gaps > 0 || found.size < expected); pass++) {
		const again = await readPiece(source, source.pager.windowAt(0, false));
		// Beyond the end that was seen, one page after the other: a total that lies is not believed twice.
		note(await readChained(source, again, Math.min(again.total ?? expected, end)));
	}
	if (found.size < expected) {
		source.warn(
			`The marketplace counts ${expected} records, and ${found.size} different ones could be read.`,
		);
	} else if (gaps > 0) {
		source.warn('The list changed too fast to be read as a whole; records may be missing.');
	}
	return [...found.values()];
}

/** The rest of a list by the cheapest way that misses nothing. */
async function readRest(source: Source, first: Piece): Promise<Chain> {
	const { total } = first;
	if (total === undefined || total < first.rows.length) {
		const chain: Chain = { pieces: [first], gaps: 0 };
		await extend(source, chain, { most: MOST_WINDOWS, overlap: true });
		return chain;
	}
	const plain = plan(source, endOf(first), total, false);
	const chained = plan(source, endOf(first), total, true);
	const cheaper = !source.shrinks && plain.length > 0 && plain.length + 2 < chained.length;
	const whole = cheaper ? await readPlain(source, first, plain, total) : undefined;
	return whole ?? (await readChained(source, first, total));
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
	const known =
		isFull(first) && first.total !== undefined ? await readInOrder(source, windows) : [];
	const pieces = await readOneByOne(source, [first, ...known], limit, size);
	return [...unique(source, pieces).values()].slice(0, limit);
}

/** Reads on where there is no total, or where records came twice and too few are left. */
async function readOneByOne(source: Source, read: Piece[], limit: number, size: number) {
	const pieces = [...read];
	for (let stale = 0; stale < MOST_STALE && unique(source, pieces).size < limit;) {
		const last = pieces[pieces.length - 1];
		const before = unique(source, pieces).size;
		if (!isFull(last) || endOf(last) === last.total) break;
		pieces.push(await readPiece(source, source.pager.windowAt(endOf(last), false, size)));
		stale = unique(source, pieces).size === before ? stale + 1 : 0;
	}
	return pieces;
}

/** Reads newest first, until a record that `isOld`; those before it, each once. */
export async function readUntil(
	source: Source,
	isOld: (row: IDataObject) => boolean,
	limit = Infinity,
): Promise<IDataObject[]> {
	const first = await readPiece(source, source.pager.windowAt(0, false));
	const chain: Chain = { pieces: [first], gaps: 0 };
	const fresh = () => [...unique(source, chain.pieces).values()].filter((row) => !isOld(row));
	const isEnough = () => limit !== Infinity && fresh().length >= limit;
	const goesOn = (last: Piece) => !last.rows.some(isOld) && !isEnough();
	await extend(source, chain, { most: MOST_WINDOWS, overlap: source.shrinks, goesOn });
	if (chain.gaps > 0) {
		source.warn('The list changed too fast to be read as a whole; records may be missing.');
	}
	return fresh().slice(0, limit);
}
