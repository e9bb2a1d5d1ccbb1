import type { Spread } from '../section';

/** The median of figures, and between what they lay; nothing where there are none. */
export function spreadOf(figures: number[]): Spread | undefined {
	const sorted = [...figures].sort((a, b) => a - b);
	const [low] = sorted;
	const high = sorted.at(-1);
	const middle = sorted.length / 2;
	const lower = sorted[Math.ceil(middle) - 1];
	const upper = sorted[Math.floor(middle)];
	if (low === undefined || high === undefined || lower === undefined || upper === undefined) {
		return undefined;
	}
	return { median: (lower + upper) / 2, low, high, runs: sorted.length };
}
