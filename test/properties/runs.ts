/**
 * How often each property is tried. `PROPERTY_RUNS=20` multiplies it, `PROPERTY_SEED` tries other values.
 * A failure prints the seed and the path that lead to it again.
 */
const FACTOR = Number(process.env.PROPERTY_RUNS ?? 1);
const SEED = Number(process.env.PROPERTY_SEED ?? 20_260_927);

/** The settings of one property; `about` gives each of many that are alike values of its own. */
export const tried = (runs: number, about = '') => ({
	seed: [...about].reduce((seed, letter) => (seed * 31 + letter.charCodeAt(0)) | 0, SEED),
	numRuns: Math.ceil(runs * FACTOR),
});

/** A property may take longer where more is asked of it. */
export const patience = 30_000 * Math.max(1, FACTOR);
