import { by } from '../../../test/sandboxed/open';
import type { OpenStage } from '../stage';
import { edumallsStage, openEdumalls } from './edumalls';

/** More than any product of the sandbox has of its own. */
const NEW_QUANTITY = 5000;

/** A seller sets the stock of products from a sheet. */
export const openStock: OpenStage = async (size) => {
	const shop = await openEdumalls();
	const products = shop.store.addProducts(size);
	return await edumallsStage({
		shop,
		resource: 'product',
		operation: 'updateStock',
		action: 'update_product_stock',
		parameters: {
			product: by('sku', '={{ $json.sku }}'),
			updateFields: { qty: '={{ $json.qty }}' },
		},
		data: 'sku: $json.sku, qty: $json.qty',
		callOf: 'data.sku',
		input: products.map(({ sku }, index) => ({ sku, qty: NEW_QUANTITY + index })),
		truth: {
			kind: 'writes',
			// Setting the same quantity again changes nothing, so there is no twice.
			times: () =>
				products.map(({ quantity_and_stock_status: { qty } }, index) =>
					qty === NEW_QUANTITY + index ? 1 : 0,
				),
		},
	});
};
