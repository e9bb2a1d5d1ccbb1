import type { Product } from '../../sandbox';
import { openShop, type Client, type Fields } from './client';

let client: Client;
let product: Product;
beforeEach(async () => {
	client = await openShop({ seed: 'empty' });
	product = structuredClone(client.shop.store.addProducts(5)[4] as Product);
	client.shop.clock.advance(5_000);
});
afterEach(async () => await client.close());

const act = async (action: string, data: Fields): Promise<Fields & { product: Product }> =>
	(await client.call<Fields & { product: Product }>(action, data)).body;

it('gets one product by either key', async () => {
	const { product_id, sku } = product;
	expect(await act('view_product_data', { product_id })).toEqual({
		success: true,
		message: 'Product retrieved successfully',
		product,
	});
	expect((await act('view_product_data', { sku })).product).toEqual(product);
});

it('has other words for not finding what to view and what to update', async () => {
	const prefix = 'Product not found or you do not have permission to';
	expect(await act('view_product_data', { sku: 'x' })).toEqual({
		success: false,
		message: `${prefix} access it.`,
	});
	expect(await act('update_product_stock', { sku: 'x', qty: 1 })).toEqual({
		success: false,
		message: `${prefix} update it.`,
	});
});

it.each([
	[
		'update_product_data',
		{ name: 'حقيبة', short_description: '' },
		'Product data updated successfully.',
		{ name: 'حقيبة', short_description: '' },
	],
	[
		'update_product_price',
		{ price: 99.99, special_price: 0, special_to_date: '2026-12-31 23:59:59' },
		'Product price updated successfully.',
		{ price: '99.990000', special_price: '0.000000', special_to_date: '2026-12-31 23:59:59' },
	],
	[
		'update_product_stock',
		{ qty: 0 },
		'Product stock updated successfully.',
		{ quantity_and_stock_status: { is_in_stock: false, qty: 0 } },
	],
	[
		'update_product_stock',
		{ is_in_stock: true },
		'Product stock updated successfully.',
		{ quantity_and_stock_status: { is_in_stock: true, qty: 20 } },
	],
])('%s changes what was sent and nothing else: %j', async (action, fields, message, changed) => {
	const { sku } = product;
	const reply = await act(action, { sku, ...fields });
	expect(reply.message).toBe(message);
	expect(reply.product.updated_at > product.updated_at).toBe(true);
	const { updated_at } = reply.product;
	expect(reply.product).toEqual({ ...product, ...changed, updated_at });
	expect((await act('view_product_data', { sku })).product).toEqual(reply.product);
});
