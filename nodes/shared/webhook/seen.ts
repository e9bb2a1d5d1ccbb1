/** When deliveries were taken (seconds since the epoch), by their short names, the oldest first. */
export type Seen = Map<string, number>;

const KEEP_SECONDS = 24 * 60 * 60;
const MOST = 5000;

/** Characters of a name, 72 bits of the ID in base64url: enough to tell 5,000 apart. */
const NAME = 12;
/** Characters of a time, in base 36. */
const TIME = 7;
const ENTRY = NAME + TIME;

const shortOf = (id: string): string =>
	Buffer.from(id, 'hex')
		.subarray(0, (NAME * 3) / 4)
		.toString('base64url');

const stillCounts = (seconds: number, now: number): boolean => now / 1000 - seconds < KEEP_SECONDS;

function forgetOld(seen: Seen, now: number): void {
	for (const [name, seconds] of seen) {
		if (seen.size <= MOST && stillCounts(seconds, now)) return;
		seen.delete(name);
	}
}

/** Whether a delivery is among those seen and still counts. */
export const isAmong = (seen: Seen, id: string, now = Date.now()): boolean =>
	stillCounts(seen.get(shortOf(id)) ?? 0, now);

/** Adds one to those seen, and forgets what need not be kept. */
export function remember(seen: Seen, id: string, now = Date.now()): void {
	const name = shortOf(id);
	seen.delete(name);
	seen.set(name, Math.floor(now / 1000));
	forgetOld(seen, now);
}

const timeAt = (text: string, at: number): number =>
	Number.parseInt(text.slice(at + NAME, at + ENTRY), 36);

/**
 * All that was seen in one text, for static data: n8n reads and writes that whole at every event, and copies
 * and watches every member of an object.
 */
export function textOf(seen: Seen): string {
	let text = '';
	for (const [name, seconds] of seen) text += name + seconds.toString(36).padStart(TIME, '0');
	return text;
}

/** Whether a delivery is among those of a text and still counts. */
export function isIn(text: string, id: string, now = Date.now()): boolean {
	const name = shortOf(id);
	for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
		if (at % ENTRY === 0) return stillCounts(timeAt(text, at), now);
	}
	return false;
}

/** Adds what a text has beyond what was seen. What is no entry is left out. */
export function mergeText(seen: Seen, text: string, now = Date.now()): void {
	const known = seen.size;
	for (let at = 0; at + ENTRY <= text.length; at += ENTRY) {
		const name = text.slice(at, at + NAME);
		if (seen.has(name)) continue;
		const seconds = timeAt(text, at);
		if (stillCounts(seconds, now)) seen.set(name, seconds);
	}
	if (seen.size === known) return;
	const sorted = [...seen].sort(([, a], [, b]) => a - b);
	seen.clear();
	for (const [name, seconds] of sorted) seen.set(name, seconds);
	forgetOld(seen, now);
}
