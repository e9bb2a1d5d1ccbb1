import { toTexts } from './fields';
import type { Check } from './operation';

/** At least one of some parameters; `words` are the vendor's, `advice` says it in the node's own. */
export const atLeastOne =
	(names: string[], words: string, advice: string): Check =>
	(values) =>
		names.some((name) => values[name] !== undefined) ? undefined : [words, advice];

/** An operator that takes one value must not be given several, as a list or with commas. */
export const oneValueUnless =
	(list: string, label: string, condition: string, several: string, words: string): Check =>
	(values) => {
		if ((values[condition] ?? several) === several) return undefined;
		return toTexts(values[list] ?? [], label).length <= 1 ? undefined : words;
	};

/** Each of some parameters, by their labels; `words` are the vendor's for one that is missing. */
export const given =
	(labels: Record<string, string>, words: string): Check =>
	(values) => {
		const missing = Object.keys(labels).find((name) => values[name] === undefined);
		return missing === undefined ? undefined : [words, `'${labels[missing]}' is empty`];
	};
