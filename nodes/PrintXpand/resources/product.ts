import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/call';
import { given } from '../../shared/checks';
import { choice, text } from '../../shared/fields';
import { jsonMap } from '../../shared/json';
import type { Batch, Check, Resource } from '../../shared/operation';
import { shownFor } from '../../shared/shown';
import { listOfIds, mapById } from '../results';
import { deleteOf, upsertOf } from './calls';
import { commaSeparated, goodsOf } from './productFields';
import { oneOrZero } from './switches';
import {
	attributeNamesOf,
	differentIds,
	typeOf,
	variations,
	variationsByType,
	variationsInJson,
} from './variation';

const PROPER =
	'Please pass the proper product data like id,name and type. Also, product type must be either simple or configurable of Magento.';

const TYPES = { configurable: 'Configurable', simple: 'Simple' };

const type = choice('Type', TYPES, {
	initially: 'simple',
	encode: typeOf,
	description:
		'Whether the product is sold as it is, or as one of its variations. An expression may give simple or configurable.',
});

const knownType: Check = (values) =>
	Object.hasOwn(TYPES, typeOf(values.type))
		? undefined
		: [PROPER, `'Type' is '${String(values.type)}'`];

const id = text('Product ID', {
	required: true,
	placeholder: 'e.g. 10001',
	description: 'Your own ID of the product',
});

/** The text of an object with values that are JSON already. */
const membersOf = (entries: Array<[string, string]>): string =>
	`{${entries.map(([key, json]) => `${JSON.stringify(key)}:${json}`).join(',')}}`;

/** A product with its variations by their ids, in their order. */
function toText({ variations: made, ...product }: IDataObject): string {
	const list = (Array.isArray(made) ? made : []).filter(isRecord);
	if (list.length === 0) return JSON.stringify(product);
	const { attribute_names: names = attributeNamesOf(list), ...rest } = product;
	const members = Object.entries({ ...rest, attribute_names: names });
	const sent = members.filter(([, value]) => value !== undefined);
	return membersOf([
		...sent.map(([key, value]): [string, string] => [key, JSON.stringify(value)]),
		['variations', jsonMap(list.map((one) => [String(one.id), one]))],
	]);
}

const batch: Batch = {
	...mapById('product', 'product'),
	body: (elements) =>
		membersOf([
			['product', membersOf(elements.map((element) => [String(element.id), toText(element)]))],
		]),
};

/** What the shop sells: simple products, and configurable ones that are made of variations. */
export const products: Resource = {
	name: 'Product',
	operations: {
		upsert: {
			...upsertOf('product'),
			effect: 'set',
			fields: {
				id,
				name: text('Name', { required: true, placeholder: 'e.g. T-shirt' }),
				type,
				variations: shownFor({ type: ['configurable'] }, variations),
			},
			optional: {
				...goodsOf('product'),
				attributeNames: commaSeparated('Attribute Names', {
					to: 'attribute_names',
					placeholder: 'e.g. Size',
					description:
						'What the variations of a configurable product differ in. Left empty, the names are taken from their attributes.',
				}),
				enableProductDesigner: oneOrZero('Enable Product Designer', {
					to: 'enable_product_designer',
					initially: true,
					description: 'Whether buyers can design the product themselves',
				}),
			},
			checks: [
				given({ id: 'Product ID', name: 'Name', type: 'Type' }, PROPER),
				knownType,
				variationsByType,
				differentIds,
				variationsInJson,
			],
			batch,
		},
		delete: { ...deleteOf('product'), fields: { id }, batch: listOfIds('product', 'product') },
	},
};
