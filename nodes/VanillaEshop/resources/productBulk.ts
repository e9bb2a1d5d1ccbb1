import type { IDataObject } from 'n8n-workflow';
import { text } from '../../shared/fields';
import { id } from '../../shared/locators';
import type { Batch, Operation } from '../../shared/operation';
import { pairUp } from '../../shared/pairing';
import { recordsOf, tellEach } from '../answers';
import { optionalProductFields, productFields } from './productFields';
import { deleteMissing, losesNothing, withoutEmptyLists } from './productRows';

const isSame = (one: unknown, other: unknown): boolean =>
	(one ?? '') !== '' && typeof other !== 'object' && String(one) === String(other);

/** Whether a record is the one of an element: by Product ID where both have one, else by SKU. */
const isAbout = (record: IDataObject, { sku, product_id: productId }: IDataObject): boolean =>
	productId && record.product_id ? isSame(productId, record.product_id) : isSame(sku, record.sku);

const results: Batch['results'] = (answer, elements) => {
	const records = recordsOf(answer);
	const found = pairUp(
		[...elements.keys()],
		records,
		(place) => String(place),
		(record) => String(elements.findIndex((element) => isAbout(record, element))),
	);
	const sent = elements.map(({ sku, product_id }) => ({
		...(product_id && { product_id }),
		...(sku && { sku }),
	}));
	return tellEach(sent, records, found);
};

/** What a product is called in a request. */
const nameOf = ({ sku, product_id: productId }: IDataObject): string =>
	String(sku ?? productId ?? '');

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
			', for new products too, since nobody can tell which ones VanillaEshop has',
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
