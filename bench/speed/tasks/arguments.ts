import { Trouble } from '../../../scripts/lib/trouble';
import type { Effort } from '../section';
import { CHAPTERS, isChapter, type Chapter } from './scenes';

/** What to measure. */
export interface Wanted {
	effort: Effort;
	chapters: Chapter[];
	growth: boolean;
	/** Webhooks and the start of n8n too. */
	others: boolean;
}

const ONLY = '--only=';
const GROWTH = 'growth';

/** Reads `--quick` and `--only=<chapter>,<chapter>`. */
export function readArguments(given: string[]): Wanted {
	const effort = { quick: given.includes('--quick') };
	const only = given.find((one) => one.startsWith(ONLY));
	if (only === undefined) return { effort, chapters: CHAPTERS, growth: true, others: true };
	const names = only.slice(ONLY.length).split(',');
	const unknown = names.find((name) => name !== GROWTH && !isChapter(name));
	if (unknown !== undefined) {
		throw new Trouble(
			`There is no chapter '${unknown}'. There are: ${[...CHAPTERS, GROWTH].join(', ')}.`,
		);
	}
	return {
		effort,
		chapters: names.filter(isChapter),
		growth: names.includes(GROWTH),
		others: false,
	};
}
