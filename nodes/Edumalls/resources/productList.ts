import { flag } from '../../shared/fields';
import { id, record } from '../../shared/locators';
import type { Operation } from '../../shared/operation';
import { pick } from '../../shared/simplify';
import { action, pager, sort } from '../actions';

const simplify = pick([
	'product_id',
	'sku',
	'name',
	'type_id',
	'price',
	'special_price',
	['quantity_and_stock_status.qty', 'qty'],
	['quantity_and_stock_status.is_in_stock', 'is_in_stock'],
	'status',
	'updated_at',
]);

/** The list, by which products are also picked and compared. */
export const getAll: Operation = {
	name: 'Get Many',
	action: 'Get many products',
	description: 'Retrieve a list of products',
	effect: 'read',
	...action('product', 'view_product_list'),
	optional: {
		inStock: flag('In Stock', {
			to: 'filter.in_stock',
			initially: true,
			description: 'Whether to return products that are in stock, or else those that are not',
		}),
		status: flag('Enabled', {
			to: 'filter.status',
			initially: true,
			description: 'Whether to return products that are enabled, or else those that are not',
		}),
	},
	list: { records: 'products', key: ['product_id'], pager, sort },
	simplify,
};

/** A product, by its SKU or by its internal ID; never both. */
export const product = record(
	'Product',
	{
		method: 'searchProducts',
		list: () => getAll,
		choice: ({ product_id: productId, sku, name }) => ({
			label: `${String(name)} · ${String(sku)}`,
			value: Number(productId),
		}),
	},
	{
		list: { to: 'product_id', encode: id.number },
		sku: { label: 'By SKU', to: 'sku', placeholder: 'e.g. KSA-6958428553391' },
		productId: {
			label: 'By ID',
			to: 'product_id',
			placeholder: 'e.g. 789',
			encode: id.number,
		},
	},
	{
		description:
			'The SKU as the product list shows it; an order item may show it without the prefix of the seller',
		missing: "Product 'sku' or 'product_id' is required.",
	},
);
