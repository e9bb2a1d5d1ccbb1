import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/call';
import { toDecimal } from '../../shared/decimal';
import { rows, text } from '../../shared/fields';
import type { Check, Fields } from '../../shared/operation';
import { isEmpty } from '../../shared/parameters';
import { keyOf } from '../results';
import { goodsOf } from './productFields';

const NOT_PROPER = 'Configurable product and its sub-products must have proper attribute values.';

const attribute: Fields = {
	name: text('Name', { required: true, placeholder: 'e.g. Size' }),
	option: text('Option', { required: true, placeholder: 'e.g. M' }),
};

const variation: Fields = {
	attributes: rows('Attributes', attribute, {
		row: 'Attribute',
		required: true,
		description: 'What tells this variation from the others',
	}),
	...goodsOf('variation'),
	id: text('Variation ID', {
		required: true,
		placeholder: 'e.g. 10002',
		description: 'Your own ID of the variation',
	}),
};

/** The simple products that make up a configurable one. */
export const variations = rows('Variations', variation, {
	row: 'Variation',
	required: true,
	description: 'What the buyer can choose from, such as sizes and colours',
});

/** The reference writes types with capitals in its table, and in small letters in every example. */
export const typeOf = (type: unknown): string => String(type).trim().toLowerCase();

const listIn = (list: unknown): unknown[] => (Array.isArray(list) ? (list as unknown[]) : []);

/** A configurable product is made of variations, a simple one has none. */
export const variationsByType: Check = (values) => {
	const count = listIn(values.variations ?? values.variationsJson).length;
	if (typeOf(values.type) === 'configurable') {
		return count > 0 ? undefined : [NOT_PROPER, "'Variations' is empty"];
	}
	return count > 0
		? [
				'A simple product has no variations',
				"Set 'Type' to Configurable, or leave 'Variations' empty",
			]
		: undefined;
};

/** Two variations of one ID would become one, and for newer Magento two whose IDs are one key. */
export const differentIds: Check = ({ variations: list, variationsJson: json }) => {
	const ids = listIn(list ?? json)
		.filter(isRecord)
		.flatMap(({ id }) => (isEmpty(id) ? [] : [String(id)]));
	const keys = ids.map(keyOf);
	const place = keys.findIndex((key, index) => keys.indexOf(key) !== index);
	if (place < 0) return undefined;
	const [first, second] = [ids[keys.indexOf(keys[place])], ids[place]];
	return first === second
		? `The variation '${first}' comes twice`
		: [
				`The variations '${first}' and '${second}' could become one`,
				'Newer Magento takes IDs for the same that differ only in capital letters or underscores: give one of them another ID',
			];
};

const isAttribute = (one: unknown): boolean =>
	isRecord(one) && !isEmpty(one.name) && !isEmpty(one.option);

function problemOf(variation: IDataObject): [words: string, advice: string] | undefined {
	const { id, attributes, special_price: specialPrice } = variation;
	const of = `of the variation '${String(id)}'`;
	const list = listIn(attributes);
	if (list.length === 0 || !list.every(isAttribute)) {
		return [NOT_PROPER, `'attributes' ${of} needs a list with a name and an option in each entry`];
	}
	const isPrice = isEmpty(specialPrice) || toDecimal(specialPrice) !== undefined;
	return isPrice
		? undefined
		: ['Please pass vaild special_price.', `'special_price' ${of} is '${String(specialPrice)}'`];
}

/** Variations that come as JSON are sent as they are; what is documented of them is looked at before. */
export const variationsInJson: Check = ({ variationsJson }) => {
	for (const one of listIn(variationsJson)) {
		if (!isRecord(one) || isEmpty(one.id))
			return "'id' is empty in an entry of 'Variations (JSON)'";
		const problem = problemOf(one);
		if (problem) return problem;
	}
	return undefined;
};

/** The names of the attributes that tell variations apart, in the order in which they come. */
export function attributeNamesOf(list: IDataObject[]): string {
	const names = list.flatMap(({ attributes }) =>
		listIn(attributes)
			.filter(isRecord)
			.map(({ name }) => String(name)),
	);
	return [...new Set(names)].join(',');
}
