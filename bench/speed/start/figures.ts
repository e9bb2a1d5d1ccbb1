import { spreadOf } from '../report/figures';
import type { Spread } from '../section';

const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/** The value that so much of the values lie below: 0.5 gives the median. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = ascending(values);
	const place = (sorted.length - 1) * share;
	const low = sorted[Math.floor(place)] ?? Number.NaN;
	const high = sorted[Math.ceil(place)] ?? Number.NaN;
	return low + (high - low) * (place - Math.floor(place));
}

/** The median of several runs and between what they lay; there has to be one. */
export function runsOf(values: readonly number[]): Spread {
	const spread = spreadOf([...values]);
	if (!spread) throw new Error('Nothing was measured');
	return spread;
}

/** `41.2 (39.8–43.0)` */
export function shownSpread({ median, low, high }: Spread, digits = 1): string {
	const [middle, from, to] = [median, low, high].map((value) => value.toFixed(digits));
	return `${middle} (${from}–${to})`;
}

const MEGABYTE = 1024 * 1024;

export const megabytes = (bytes: number): number => bytes / MEGABYTE;
