import type { IDataObject } from 'n8n-workflow';
import { text } from '../../shared/fields';
import { record } from '../../shared/locators';
import type { Operation } from '../../shared/operation';
import { pick } from '../../shared/simplify';
import { listOf, withSearch } from '../calls';
import { filters } from './catalogueFields';

const keep = pick([
	'_id',
	'sku',
	'spu',
	'name',
	'price',
	'retail_price',
	'currency',
	'stock',
	'barcode',
	'is_active',
]);

/** What an upsert answers is not documented in full: an answer that has no SKU is left as it is. */
export const simplify = (variant: IDataObject): IDataObject =>
	variant.sku === undefined ? variant : keep(variant);

/** The list, by which variants are also picked. */
export const getAll: Operation = {
	name: 'Get Many',
	action: 'Get many variants',
	description:
		'Retrieve a list of your variants, by SKU, name or supplier, but not by the SPU of their product',
	effect: 'read',
	source: 'inferred',
	method: 'POST',
	path: '/variants/search',
	envelope: withSearch,
	optional: {
		id: filters.id,
		isActive: filters.isActive('variants'),
		name: filters.name,
		remoteSupplierId: text('Remote Supplier ID', {
			to: 'search.remote_supplier_id',
			description: 'Your own ID of the supplier',
		}),
		sku: text('SKU', { to: 'search.sku', description: 'Your own ID of the variant' }),
		supplierId: text('Supplier ID', {
			to: 'search.supplier_id',
			description: 'The ID that Elryan gave to the supplier',
		}),
	},
	list: listOf('_id', 'sku'),
	simplify,
};

/** A variant by its SKU. */
export const sku = record(
	'SKU',
	{
		method: 'searchVariants',
		list: () => getAll,
		choice: ({ sku: value, name }) => ({
			label: [name, value].filter(Boolean).join(' · '),
			value: String(value),
		}),
	},
	{ list: {}, id: { label: 'By SKU', placeholder: 'e.g. black_pencil123' } },
	{ description: 'Your own ID of the variant' },
);
