export interface Random {
	/** 0 ≤ n < 1 */
	next(): number;
	/** An integer from `low` to `high`, both included. */
	between(low: number, high: number): number;
	pick<T>(list: readonly T[]): T;
}

/** mulberry32: small, and the same numbers on every machine, so that seeds can be relied on. */
export function createRandom(seed: number): Random {
	let state = seed >>> 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
	const between = (low: number, high: number): number =>
		low + Math.floor(next() * (high - low + 1));
	return {
		next,
		between,
		pick: <T>(list: readonly T[]): T => {
			const found = list[between(0, list.length - 1)];
			if (found === undefined) throw new Error('Nothing to pick from');
			return found;
		},
	};
}
