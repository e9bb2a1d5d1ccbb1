import type { Cursor, Occurrence, Place } from './cursor';

/** Occurrences that were put out together, and the place from which they can be read again. */
export interface Emission {
	/** When, in milliseconds since the epoch. */
	at: number;
	place: Place;
	names: string[];
}

/** An emission of which n8n has stored no execution by now is lost to it for another reason than a stop. */
const CONFIRMED_AFTER_MS = 60_000;

/**
 * The cursor with the emission noted in it that a poll is about to put out.
 *
 * n8n stores the cursor of a poll first and the execution some 30 ms later, waiting for neither
 * (`__emit` in its `trigger-execution-context.factory.js`). Where it is stopped in between, the execution is lost
 * and the cursor stays. So the way back is stored with the cursor.
 */
export function withEmission(
	cursor: Cursor,
	before: Cursor,
	put: Occurrence[],
	at: number,
): Cursor {
	const { since, latest, passed, learning, scan } = before;
	const place = { since, latest, passed, learning, scan };
	const emission = { at, place, names: put.map(({ name }) => name) };
	return { ...cursor, unconfirmed: [...(before.unconfirmed ?? []), emission] };
}

/** Goes back behind the emissions of which nobody knows whether n8n has executions of them. */
function takenBack({ unconfirmed = [], ...cursor }: Cursor): Cursor {
	const [first] = unconfirmed;
	if (!first) return cursor;
	const names = new Set(unconfirmed.flatMap(({ names: put }) => put));
	const seen = Object.entries(cursor.seen).filter(([name]) => !names.has(name));
	return { ...first.place, seen: Object.fromEntries(seen) };
}

/** Forgets the way back behind emissions that n8n has had the time to store. */
function confirmed({ unconfirmed, ...cursor }: Cursor, now: number): Cursor {
	const open = (unconfirmed ?? []).filter(({ at }) => now - at < CONFIRMED_AFTER_MS);
	return open.length > 0 ? { ...cursor, unconfirmed: open } : cursor;
}

/** The cursor as the next poll goes on from it. The same run of n8n has lost nothing; one that ended may have. */
export function resumed(cursor: Cursor, run: string, now: number): Cursor {
	return cursor.run === run ? confirmed(cursor, now) : takenBack(cursor);
}
