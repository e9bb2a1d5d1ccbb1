import { createHash } from 'node:crypto';
import { isAmong, isIn, mergeText, remember, type Seen, textOf } from './seen';

/** What names a delivery that carries no id: the SHA-256 of its bytes, in hexadecimal. */
export const deliveryId = (body: Buffer): string => createHash('sha256').update(body).digest('hex');

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
	const known = registers.get(receiver) ?? { seen: new Map(), inFlight: new Map() };
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
	stored: string,
): Promise<Reservation | undefined> {
	const register = registerOf(receiver);
	if (isIn(stored, id)) return undefined;
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
		if (keep) remember(register.seen, id);
		end();
	};
	return { keep: () => settle(true), release: () => settle(false) };
}

/**
 * Notes a delivery as taken, in this process and in what is to outlive it: executions that end at the same time
 * write over each other, so each writes all that this process knows.
 */
export function note(receiver: string, id: string, stored: string): string {
	const { seen } = registerOf(receiver);
	mergeText(seen, stored);
	remember(seen, id);
	return textOf(seen);
}
