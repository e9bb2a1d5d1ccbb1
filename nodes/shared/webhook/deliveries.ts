import { createHash } from 'node:crypto';

/** Times (seconds since the epoch) at which deliveries were taken, by a short form of their key. */
export type Seen = Record<string, number>;

const KEEP_SECONDS = 24 * 60 * 60;
const MOST = 5000;

/** What names a delivery that carries no id: the SHA-256 of its bytes, in hexadecimal. */
export const deliveryId = (body: Buffer): string => createHash('sha256').update(body).digest('hex');

/** 96 bits are enough to tell deliveries apart, and n8n writes static data whole. */
const short = (id: string): string => id.slice(0, 24);

/** What is worth keeping, with one more in it. */
export function remember(seen: Seen, id: string, now = Date.now()): Seen {
	const seconds = Math.floor(now / 1000);
	const kept = Object.entries({ ...seen, [short(id)]: seconds })
		.filter(([, at]) => seconds - at < KEEP_SECONDS)
		.sort(([, a], [, b]) => a - b)
		.slice(-MOST);
	return Object.fromEntries(kept);
}

/** Whether a delivery is among those seen and still counts. */
export function isAmong(seen: Seen, id: string, now = Date.now()): boolean {
	const at = seen[short(id)];
	return at !== undefined && now / 1000 - at < KEEP_SECONDS;
}

/** A place held for a delivery while it is being taken. */
export interface Reservation {
	/** The response went out: the delivery counts as seen. */
	keep(): void;
	/** It did not: the sender's next try must get through. */
	release(): void;
}

interface Register {
	seen: Seen;
	inFlight: Map<string, Promise<void>>;
}

const registers = new Map<string, Register>();

function registerOf(receiver: string): Register {
	const known = registers.get(receiver) ?? { seen: {}, inFlight: new Map() };
	registers.set(receiver, known);
	return known;
}

/**
 * Reserves a delivery for the one who asks first. Those who ask meanwhile wait for the outcome; they get
 * nothing where it is taken by then, and the reservation where it was released.
 *
 * @param receiver names the webhook node; two nodes may both take the same delivery
 * @param stored what outlived the process
 */
export async function reserve(
	receiver: string,
	id: string,
	stored: Seen,
): Promise<Reservation | undefined> {
	const register = registerOf(receiver);
	if (isAmong(stored, id)) return undefined;
	for (;;) {
		if (isAmong(register.seen, id)) return undefined;
		const other = register.inFlight.get(id);
		if (!other) break;
		await other;
	}
	let end = () => {};
	const place = new Promise<void>((resolve) => (end = resolve));
	register.inFlight.set(id, place);
	const settle = (keep: boolean) => {
		// Told twice (a response finishes and closes), the place may be another's by then.
		if (register.inFlight.get(id) !== place) return;
		register.inFlight.delete(id);
		if (keep) register.seen = remember(register.seen, id);
		end();
	};
	return { keep: () => settle(true), release: () => settle(false) };
}

/**
 * Notes a delivery as taken, in this process and in what is to outlive it: executions that end at the same time
 * write over each other, so each writes all that this process knows.
 */
export function note(receiver: string, id: string, stored: Seen): Seen {
	const register = registerOf(receiver);
	register.seen = remember({ ...stored, ...register.seen }, id);
	return register.seen;
}
