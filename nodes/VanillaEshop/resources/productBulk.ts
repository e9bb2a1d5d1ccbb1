import type { IDataObject } from 'n8n-workflow';
import { text } from '../../shared/fields';
import { id } from '../../shared/locators';
import type { Batch, Operation } from '../../shared/operation';
import { pairUp } from '../../shared/pairing';
import { recordsOf, told } from '../answers';
import { optionalProductFields, productFields } from './productFields';
import { deleteMissing, losesNothing, withoutEmptyLists } from './productRows';

/** What names a product in an answer as well as in a request. */
const nameOf = ({ sku, product_id: productId }: IDataObject): string =>
	String(sku ?? productId ?? '');

/** An answer of one record for many products tells of that one alone; the others went with it. */
const results: Batch['results'] = (answer, elements) => {
	const entries = pairUp(elements, recordsOf(answer), nameOf, nameOf);
	return elements.map(({ sku, product_id }, index) =>
		told({ ...(product_id && { product_id }), ...(sku && { sku }) }, entries[index]),
	);
};

/** Products by the ten, the most that one request may carry. */
export const upsertBulk: Operation = {
	name: 'Create or Update in Bulk',
	action: 'Create or update products in bulk',
	description:
		'Create new products, or replace those that exist already, ten input items in one request. Give each in full.',
	effect: 'act',
	method: 'POST',
	path: '/v1/in/products/bulk',
	fields: {
		sku: text('SKU', {
			placeholder: 'e.g. van.85',
			description: 'The SKU that the product has in your Magento',
		}),
		productId: text('Product ID', {
			to: 'product_id',
			encode: id.number,
			placeholder: 'e.g. 85',
			description: "For an update: the ID that VanillaEshop gave, as 'Create' answers it",
			hint: "VanillaEshop's reference asks for it in an update, but does not name it in its list of fields",
		}),
		...productFields,
		deleteMissing: deleteMissing(
			'It is asked for new products too, since nobody can tell which ones VanillaEshop has',
		),
	},
	optional: optionalProductFields,
	checks: [losesNothing],
	envelope: withoutEmptyLists,
	batch: {
		size: 10,
		max: 10,
		body: (products) => ({ products }),
		results,
		refusesWhole: 'products',
		// Two of one product in a request would leave open which of them has the last word.
		apart: (element) => nameOf(element) || JSON.stringify(element),
	},
	verify:
		'Look for these products in VanillaEshop itself before you run them again: its API cannot be asked for products',
};
