import type { IDataObject } from 'n8n-workflow';
import { by, openEdumalls } from './open';
import { tracker } from './tried';

let shop: Awaited<ReturnType<typeof openEdumalls>>;
beforeAll(async () => (shop = await openEdumalls({ edumalls: { seed: 'demo' } })));
afterAll(async () => await shop.close());

const { note, untried } = tracker('Edumalls');
async function run(resource: string, operation: string, parameters: IDataObject) {
	note(resource, operation);
	const outcome = await shop.run(resource, operation, parameters);
	expect(outcome.error).toBeUndefined();
	return outcome.rows;
}

it('invoices, ships, comments on and completes an order, and the sandbox shows it', async () => {
	const { store } = shop.edumalls;
	const placed = store.placeOrder();
	store.payOrder(placed.order_id);
	const order = by('orderId', placed.order_id);
	const paid = placed.grand_total;
	const [invoiced] = await run('order', 'createInvoice', { order, paid });
	expect(invoiced.invoice_increment_id).toBeTruthy();
	const tracking = { values: [{ title: 'Aramex', carrierCode: 'aramex', trackNumber: 'A1' }] };
	const [shipped] = await run('order', 'createShipment', { order, additionalFields: { tracking } });
	expect(shipped.shipment_increment_id).toBeTruthy();
	await run('order', 'addComment', {
		order,
		comment: 'في الطريق',
		additionalFields: { notify: true },
	});
	const [done] = await run('order', 'updateStatus', { order, status: by('list', 'delivered') });
	expect(done.status).toBe('delivered');
	const [seen] = await run('order', 'get', { order, simple: false });
	expect(seen).toMatchObject({
		status: 'delivered',
		shipment: { tracking: [{ title: 'Aramex', carrier_code: 'aramex', track_number: 'A1' }] },
	});
});

it('cancels an order', async () => {
	const { order_id: id } = shop.edumalls.store.placeOrder();
	const [order] = await run('order', 'cancel', { order: by('orderId', id) });
	expect(order).toMatchObject({ state: 'canceled', status: 'canceled' });
});

it('lists orders, products, customers and groups', async () => {
	const all = { returnAll: true };
	const { store } = shop.edumalls;
	expect(await run('order', 'getAll', all)).toHaveLength(store.orders.length);
	expect(await run('product', 'getAll', all)).toHaveLength(store.products.length);
	expect(await run('customer', 'getAll', all)).toHaveLength(store.customers.length);
	expect((await run('customerGroup', 'getAll', all)).length).toBeGreaterThan(0);
});

it('reads and changes a product', async () => {
	const [{ sku }] = shop.edumalls.store.products;
	const product = by('sku', sku);
	await run('product', 'update', { product, updateFields: { name: 'اسم جديد' } });
	await run('product', 'updatePrice', { product, updateFields: { price: 12.5 } });
	await run('product', 'updateStock', { product, updateFields: { qty: 7, isInStock: true } });
	const [seen] = await run('product', 'get', { product });
	expect(seen).toMatchObject({ name: 'اسم جديد', qty: 7, is_in_stock: true });
	expect(Number(seen.price)).toBe(12.5);
});

it.each([false, true])(
	'a product whose quantity was 0 can be bought again (Skip Unchanged: %s)',
	async (skipUnchanged) => {
		const [{ sku }] = shop.edumalls.store.products;
		const options = { whenQtyIsZero: 'sendOutOfStock', skipUnchanged };
		for (const qty of [5, 0, 5]) {
			await run('product', 'updateStock', {
				product: by('sku', sku),
				updateFields: { qty },
				options,
			});
			const stock = shop.edumalls.store.findProduct({ sku })?.quantity_and_stock_status;
			expect(stock).toEqual({ is_in_stock: qty > 0, qty: 5 });
		}
	},
);

it('sends a request of its own', async () => {
	note('request', 'send');
	const { rows } = await shop.run('request', 'send', {
		method: 'POST',
		path: '/rest/V1/integration/seller/customer',
		effect: 'read',
		additionalFields: { body: '{"action":"view_customer_groups","data":{}}' },
	});
	expect(rows[0]).toMatchObject({ success: true });
});

it('has tried every operation, and sent nothing that the spec does not know', () => {
	expect(untried()).toEqual([]);
	expect(shop.edumalls.requests.filter(({ invalid }) => invalid !== undefined)).toEqual([]);
	expect(shop.edumalls.loginCount).toBe(1);
});
