import type { IDataObject } from 'n8n-workflow';
import { by, openEdumalls } from './open';

let shop: Awaited<ReturnType<typeof openEdumalls>>;
afterEach(async () => await shop.close());
jest.setTimeout(120_000);

const open = async () => (shop = await openEdumalls({ edumalls: { seed: 'empty' } }));

it('lists 10,000 orders while 50 new ones arrive: each of the 10,000 exactly once', async () => {
	const { edumalls } = await open();
	edumalls.store.addOrders(10_000);
	edumalls.faults.add({ kind: 'latency', ms: 20, times: -1 });
	const wanted = edumalls.store.orders.map(({ order_id: id }) => id);
	let added = 0;
	const arriving = setInterval(() => {
		if (added++ < 50) edumalls.store.placeOrder();
	}, 10);
	const { rows, error } = await shop.run('order', 'getAll', { returnAll: true });
	clearInterval(arriving);
	expect(error).toBeUndefined();
	const counts = new Map<unknown, number>();
	for (const { order_id: id } of rows) counts.set(id, (counts.get(id) ?? 0) + 1);
	expect(added).toBeGreaterThanOrEqual(50);
	expect(wanted.filter((id) => counts.get(id) !== 1)).toEqual([]);
	expect([...counts.values()].every((count) => count === 1)).toBe(true);
	expect(edumalls.maxInFlight).toBeGreaterThan(4);
	expect(edumalls.maxInFlight).toBeLessThanOrEqual(16);
});

it('reads 1,000 times from a service that allows 40 a second: all succeed, few are told to slow down', async () => {
	const { edumalls } = await open();
	edumalls.store.addProducts(1000);
	const input = edumalls.store.products.map(({ sku }): IDataObject => ({ sku }));
	edumalls.limits.set({ requestsPerSecond: 40, retryAfterSeconds: 1 });
	const { rows, error } = await shop.run(
		'product',
		'get',
		{ product: by('sku', '={{ $json.sku }}') },
		input,
	);
	expect(error).toBeUndefined();
	expect(rows.map(({ sku }) => sku)).toEqual(input.map(({ sku }) => sku));
	const refused = edumalls.requests.filter(({ status }) => status === 429).length;
	expect(refused).toBeGreaterThan(0);
	expect(refused).toBeLessThanOrEqual(50);
});

it('writes only what differs, with Skip Unchanged', async () => {
	const { edumalls } = await open();
	edumalls.store.addProducts(120);
	const input = edumalls.store.products.map(
		({ sku, quantity_and_stock_status: { qty } }, index): IDataObject => ({
			sku,
			qty: index % 40 === 0 ? qty + 1 : qty,
		}),
	);
	edumalls.resetStats();
	const { rows, hints } = await shop.run(
		'product',
		'updateStock',
		{
			product: by('sku', '={{ $json.sku }}'),
			updateFields: { qty: '={{ $json.qty }}' },
			options: { skipUnchanged: true },
		},
		input,
	);
	expect(rows).toHaveLength(120);
	expect(rows.filter(({ skipped }) => skipped)).toHaveLength(117);
	const writes = edumalls.requests.filter(({ action }) => action === 'update_product_stock');
	expect(writes).toHaveLength(3);
	expect(hints).toEqual(['Unchanged and not sent: 117 of 120.']);
});

it('skips nothing that an earlier item of the same run has changed', async () => {
	const { edumalls } = await open();
	edumalls.store.addProducts(1);
	const [{ sku, quantity_and_stock_status: stock }] = edumalls.store.products;
	const wanted = stock.qty;
	const input: IDataObject[] = [
		{ sku, qty: wanted + 2 },
		{ sku, qty: wanted },
	];
	await shop.run(
		'product',
		'updateStock',
		{
			product: by('sku', '={{ $json.sku }}'),
			updateFields: { qty: '={{ $json.qty }}' },
			options: { skipUnchanged: true },
		},
		input,
	);
	expect(edumalls.store.products[0].quantity_and_stock_status.qty).toBe(wanted);
});
