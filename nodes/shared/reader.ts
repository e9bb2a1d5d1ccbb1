import type { IDataObject } from 'n8n-workflow';
import {
	AHEAD,
	edgeHolds,
	endOf,
	extend,
	isFull,
	lastOf,
	link,
	MOST_STALE,
	MOST_WINDOWS,
	OPEN_AHEAD,
	plan,
	readInOrder,
	readPiece,
	unique,
	type Chain,
	type Piece,
	type Source,
} from './chain';
import type { Window } from './pagers';

export type { Page, Source } from './chain';

/** More passes over the whole list, where records are missing after the first. */
const MORE_PASSES = 2;
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
	const broke = middle.length < windows.length - 1;
	if (fell || broke || middle.some((piece) => !isFull(piece))) return undefined;
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

/** The fewest records that any answer counted, as far as the first one gave a number. */
const leastTotal = (pieces: Piece[]): number =>
	pieces.reduce((least, { total }) => Math.min(least, total ?? least), pieces[0].total ?? 0);

/** Says that fewer records came than there are, such as where a service cuts its pages. */
function tellMissing({ warn }: Source, expected: number, found: number): void {
	warn(`The marketplace counts ${expected} records, and ${found} different ones could be read.`);
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
		tellMissing(source, expected, found.size);
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
		await extend(source, chain, { most: MOST_WINDOWS, overlap: true, ahead: OPEN_AHEAD });
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
	const wanted = isFull(first) ? Math.min(limit, first.total ?? 0) : 0;
	const windows: Window[] = [];
	for (let start = size; start < wanted && windows.length < MOST_WINDOWS; start += size) {
		windows.push(source.pager.windowAt(start, false, size));
	}
	const known = await readInOrder(source, windows);
	const pieces = await readOneByOne(source, [first, ...known], limit, size);
	const found = [...unique(source, pieces).values()];
	const expected = leastTotal(pieces);
	if (found.length < Math.min(limit, expected)) tellMissing(source, expected, found.length);
	return found.slice(0, limit);
}

/** Reads on where there is no total, or where records came twice and too few are left. */
async function readOneByOne(source: Source, read: Piece[], limit: number, size: number) {
	const pieces = [...read];
	const found = unique(source, pieces);
	const goesOn = beyondTotal();
	for (let stale = 0; stale < MOST_STALE && found.size < limit;) {
		const last = pieces[pieces.length - 1];
		if (!isFull(last) || !goesOn(last)) break;
		if (pieces.length > MOST_WINDOWS) {
			source.warn('The list did not end; reading was stopped.');
			break;
		}
		const next = await readPiece(source, source.pager.windowAt(endOf(last), false, size));
		const before = found.size;
		pieces.push(next);
		for (const [name, row] of unique(source, [next])) found.set(name, row);
		stale = found.size === before ? stale + 1 : 0;
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
	const found = unique(source, chain.pieces);
	const expected = leastTotal(chain.pieces);
	if (found.size < expected && goesOn(lastOf(chain))) {
		tellMissing(source, expected, found.size);
	} else if (chain.gaps > 0) {
		source.warn('The list changed too fast to be read as a whole; records may be missing.');
	}
	return fresh().slice(0, limit);
}
