import { texts, toTexts, type Extra, type Field } from '../shared/fields';

/** IDs or codes, each once: Laravel counts the known ones, and one named twice would be one too few. */
export const ids = (label: string, extra: Extra): Field => ({
	...texts(label, extra),
	encode: (value, { label: shown }) => {
		const found = [...new Set(toTexts(value, shown))];
		return found.length > 0 ? found : undefined;
	},
});
