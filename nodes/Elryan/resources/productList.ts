import type { IDataObject } from 'n8n-workflow';
import { text } from '../../shared/fields';
import { record } from '../../shared/locators';
import type { Operation } from '../../shared/operation';
import { pick } from '../../shared/simplify';
import { listOf, withSearch } from '../calls';
import { filters } from './catalogueFields';

const keep = pick([
	'id',
	'spu',
	'name',
	['category.remote_id', 'category_remote_id'],
	['brand.remote_id', 'brand_remote_id'],
	'default_image_url',
	'is_active',
	'tax',
	'fulfillment_day',
	'updated_at',
]);

/** The answer is not documented: one that has no SPU is left as it is. */
export const simplify = (product: IDataObject): IDataObject =>
	product.spu === undefined ? product : keep(product);

/** The list, by which products are also picked. */
export const getAll: Operation = {
	name: 'Get Many',
	action: 'Get many products',
	description: 'Retrieve a list of your products, by name, brand or category',
	effect: 'read',
	method: 'POST',
	path: '/products/search',
	envelope: withSearch,
	optional: {
		brandId: text('Brand ID', {
			to: 'search.brand_id',
			description: 'The ID that Elryan gave to the brand',
		}),
		categoryId: text('Category ID', {
			to: 'search.category_id',
			description: 'The ID that Elryan gave to the category',
		}),
		id: filters.id,
		isActive: filters.isActive('products'),
		name: filters.name,
		remoteBrandId: text('Remote Brand ID', {
			to: 'search.remote_brand_id',
			description: 'Your own ID of the brand',
		}),
		remoteCategoryId: text('Remote Category ID', {
			to: 'search.remote_category_id',
			description: 'Your own ID of the category',
		}),
		spu: text('SPU', { to: 'search.spu', description: 'Your own ID of the product' }),
	},
	// Which of these a record has is not documented.
	list: listOf('id', '_id', 'spu'),
	simplify,
};

/** A product by its SPU. */
export const spu = record(
	'SPU',
	{
		method: 'searchProducts',
		list: () => getAll,
		choice: ({ spu: value, name }) => ({
			label: [name, value].filter(Boolean).join(' · '),
			value: String(value),
		}),
	},
	{ list: {}, id: { label: 'By SPU', placeholder: 'e.g. black_pencil_12345677' } },
	{ description: 'Your own ID of the product' },
);
