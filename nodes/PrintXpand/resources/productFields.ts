import { isRecord } from '../../shared/call';
import { decimal } from '../../shared/numbers';
import { refusal } from '../../shared/failure';
import { rows, text, texts, toTexts, type Extra, type Field } from '../../shared/fields';
import type { Fields } from '../../shared/operation';
import { customOptions } from './productOptions';
import { status } from './switches';

/** Several names, sent as one text with commas. */
export const commaSeparated = (label: string, extra: Extra): Field => ({
	...texts(label, extra),
	encode: (value) => {
		const all: unknown[] = (Array.isArray(value) ? value : [value]).flat();
		if (all.some(isRecord)) throw refusal(`'${label}' needs texts, not objects`);
		const names = all.flatMap((one) => toTexts(one ?? '', label));
		return names.length > 0 ? names.join(',') : undefined;
	},
});

const price = decimal('Price', { min: 0, placeholder: 'e.g. 70.12' });

const specialPrice = (how: string): Field => {
	const shown = decimal('Special Price', {
		to: 'special_price',
		min: 0,
		words: 'Please pass vaild special_price.',
		placeholder: 'e.g. 55.50',
		description: `The sale price. To take it away, ${how}.`,
	});
	return {
		...shown,
		// An empty text takes it away.
		encode: (value, given) => (value === '' ? '' : shown.encode?.(value, given)),
	};
};

const image: Fields = {
	src: text('Image URL', {
		required: true,
		placeholder: 'e.g. https://example.com/mug.png',
		description: 'Its full address',
	}),
};

const tierPrice: Fields = {
	price: decimal('Price', { min: 0, required: true, placeholder: 'e.g. 50.00' }),
	qty: decimal('Quantity', {
		min: 0,
		required: true,
		placeholder: 'e.g. 15',
		description: 'From how many pieces on',
	}),
};

const HOW_TO_CLEAR = {
	product: "name it in 'Send Empty' among the options",
	variation: "give the variations as JSON, with an empty 'special_price'",
};

/** What may be said of a product and of each of its variations alike, by label. */
export const goodsOf = (noun: 'product' | 'variation'): Fields => ({
	categoryId: commaSeparated('Category IDs', {
		to: 'category_id',
		placeholder: 'e.g. 101',
		description: `Your own IDs of the categories that the ${noun} is in; send those first`,
	}),
	customOptions,
	images: rows('Images', image, { row: 'Image' }),
	price,
	specialPrice: specialPrice(HOW_TO_CLEAR[noun]),
	status: status(noun),
	tierPrice: rows('Tier Prices', tierPrice, {
		to: 'tier_price',
		row: 'Tier Price',
		description: 'Lower prices for larger quantities',
	}),
});
