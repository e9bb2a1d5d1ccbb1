import { rows, text } from './fields';
import type { Fields } from './laravel/php';
import type { Product } from './products';
import { PRODUCT, PRODUCTS, PRODUCT_UPDATE } from './productRules';
import { bound, bulk, free, type Binding, type Operation } from './result';
import { CHANGE_SKU, NO_RULES } from './rules';
import type { Store } from './store';

/** The same place in the path means the SKU to an update and Magento's entity id to a removal. */
const bySku: Binding<Product> = {
	model: 'Product',
	find: ({ store, params }) => store.findBySku(params.product ?? params.sku ?? ''),
};

const byEntity: Binding<Product> = {
	model: 'Product',
	find: ({ store, params }) => store.findByEntity(params.product ?? ''),
};

const shown = ({ product_id, sku, quantity, price, optionValues }: Product): Fields => ({
	...{ product_id, sku, quantity, price },
	optionValues: optionValues.map((value) => ({ ...value })),
});

/** A product id wins and leaves the SKU as it is: changing a SKU has a call of its own. */
function upsert(store: Store, { image: _image, ...fields }: Fields): Product {
	const known =
		store.products.get(text(fields, 'product_id')) ?? store.findBySku(text(fields, 'sku'));
	return known ? store.updateProduct(known, fields) : store.createProduct(fields);
}

export const productOperations: Record<string, Operation> = {
	'product.create': free(PRODUCT, ({ store, input }) => shown(store.createProduct(input))),
	'product.update': bound(bySku, PRODUCT_UPDATE, (product, { store, input }) =>
		shown(store.updateProduct(product, input)),
	),
	'product.delete': bound(byEntity, NO_RULES, (product, { store }) => store.removeProduct(product)),
	'product.changeSku': bound(bySku, CHANGE_SKU, (product, { store, input }) =>
		store.changeSku(product, text(input, 'new_sku')),
	),
	'product.upsertBulk': free(PRODUCTS, (call) =>
		bulk(
			call,
			rows(call.input.products).map((row) => shown(upsert(call.store, row))),
		),
	),
};
