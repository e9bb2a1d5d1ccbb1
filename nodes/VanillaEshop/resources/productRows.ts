import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/call';
import { dateTime, flag, longText, rows, text } from '../../shared/fields';
import type { Check, Fields, Values } from '../../shared/operation';
import { amount, money } from '../../shared/numbers';
import { isEmpty } from '../../shared/parameters';

const attribute: Fields = {
	attributeId: text('Attribute ID', {
		to: 'attribute_id',
		required: true,
		placeholder: 'e.g. 3',
	}),
	arDescription: longText('Description (Arabic)', {
		to: 'ar.description',
		required: true,
		placeholder: 'e.g. قطن',
	}),
	enDescription: longText('Description (English)', {
		to: 'en.description',
		required: true,
		placeholder: 'e.g. Cotton',
	}),
};

const optionValue: Fields = {
	optionValueId: text('Option Value ID', {
		to: 'option_value_id',
		required: true,
		placeholder: 'e.g. 262',
	}),
	sku: text('SKU', { required: true, placeholder: 'e.g. van.85.1055' }),
	quantity: amount('Quantity', { min: 0, required: true, placeholder: 'e.g. 5' }),
	price: money('Price', { min: 0, required: true, placeholder: 'e.g. 0.00' }),
};

const option: Fields = {
	optionId: text('Option ID', { to: 'option_id', required: true, placeholder: 'e.g. 36' }),
	required: flag('Required', {
		required: true,
		placeholder: 'e.g. 1',
		description: 'Whether a buyer must choose a value',
	}),
	values: rows('Values', optionValue, {
		row: 'Value',
		required: true,
		description: 'What can be chosen, each with its own SKU and stock',
	}),
};

const special: Fields = {
	price: money('Price', { min: 0, required: true, placeholder: 'e.g. 12.50' }),
	dateStart: dateTime('Start Date', {
		to: 'date_start',
		required: true,
		placeholder: 'e.g. 2026-01-01 00:00:00',
	}),
	dateEnd: dateTime('End Date', {
		to: 'date_end',
		required: true,
		placeholder: 'e.g. 2026-01-31 23:59:59',
	}),
};

/** What a product may have several of. */
export const productRows: Fields = {
	attribute: rows('Attributes', attribute, {
		row: 'Attribute',
		description: 'Plain information about the product, not to choose from',
	}),
	option: rows('Product Options', option, {
		row: 'Option',
		description: 'What a buyer chooses, such as size or color, one level only',
	}),
	special: rows('Special Prices', special, {
		row: 'Special Price',
		description: 'Lower prices, each for a time',
	}),
};

const DELETE = 'Delete Options and Special Prices Not Listed';

/** The consent to lose what an update does not name. n8n cuts the label short, so the hint says it all. */
export const deleteMissing = (more = '') =>
	flag(DELETE, {
		in: 'none',
		description:
			'Whether an existing product may lose its options and special prices that are not listed here. VanillaEshop deletes them, and no call can read the present ones.',
		hint: `On: options and special prices that are not listed are deleted. Off: nothing is sent unless 'Product Options' and 'Special Prices' are both given${more}.`,
	});

/** What an update deletes where it is not listed, and what an entry must hold to say what is to stay. */
const AT_RISK = {
	option: { label: 'Product Options', holds: ['option_id', 'values'] },
	special: { label: 'Special Prices', holds: ['price'] },
};

const ADVICE = `List all that are to stay, or turn on '${DELETE}'`;

const isGiven = (list: unknown): boolean => Array.isArray(list) && list.length > 0;

/** Whether there is nothing in a value, however deep one looks. */
const isNothing = (value: unknown): boolean =>
	typeof value === 'object' && value !== null
		? Object.values(value).every(isNothing)
		: isEmpty(value);

/** What is wrong with an entry of a JSON list that would count as given and yet list nothing. */
function emptiness(entry: unknown, holds: string[]): string | undefined {
	if (isNothing(entry)) return 'is empty';
	const missing = holds.find((key) => !isRecord(entry) || isNothing(entry[key]));
	return missing && `has no ${missing}`;
}

/** The first entry of the JSON twins that lists nothing, told by its list and its place. */
function hollowEntry(values: Values): string | undefined {
	for (const [name, { label, holds }] of Object.entries(AT_RISK)) {
		const list = values[`${name}Json`];
		for (const [place, entry] of (Array.isArray(list) ? list : []).entries()) {
			const wrong = emptiness(entry, holds);
			if (wrong) return `Entry ${place + 1} of '${label} (JSON)' ${wrong}`;
		}
	}
	return undefined;
}

/** An update deletes options and special prices that it does not name: nothing is lost unasked. */
export const losesNothing: Check = (values) => {
	if (values.deleteMissing === true) return undefined;
	const hollow = hollowEntry(values);
	if (hollow) return [`${hollow}, and VanillaEshop would delete what is not listed`, ADVICE];
	const missing = Object.entries(AT_RISK)
		.filter(([name]) => !isGiven(values[name] ?? values[`${name}Json`]))
		.map(([, { label }]) => `'${label}'`);
	if (missing.length === 0) return undefined;
	return [
		`${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} not given, and VanillaEshop would delete those that the product has`,
		ADVICE,
	];
};

/** Lists that came empty are left out: VanillaEshop refuses them. */
export const withoutEmptyLists = (product: IDataObject): IDataObject =>
	Object.fromEntries(
		Object.entries(product).filter(([, value]) => !Array.isArray(value) || value.length > 0),
	);
