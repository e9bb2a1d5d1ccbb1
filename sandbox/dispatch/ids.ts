import { createHash } from 'node:crypto';

/** A UUID that is always the same for the same text, so that a saved workflow fits after a restart. */
export function uuidOf(text: string): string {
	const hex = createHash('sha256').update(text).digest('hex');
	const at = (from: number, to: number): string => hex.slice(from, to);
	return `${at(0, 8)}-${at(8, 12)}-4${at(13, 16)}-a${at(17, 20)}-${at(20, 32)}`;
}

/** Hands out ids of one kind; starts again at a reset, so that seeds stay the same. */
export interface Ids {
	next(): string;
	reset(): void;
}

export function createIds(kind: string): Ids {
	let count = 0;
	return {
		next: () => uuidOf(`${kind} ${(count += 1)}`),
		reset: () => {
			count = 0;
		},
	};
}
