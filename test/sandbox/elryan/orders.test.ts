import type { OrderLine } from '../../../sandbox';
import { openElryan, type Client } from './client';

let client: Client;
beforeEach(async () => {
	client = await openElryan({ seed: 'empty' });
});
afterEach(async () => await client.close());

const get = async (id: string) => (await client.call<OrderLine>(`GET /orders/${id}`)).body.data;
const unfulfilled = async () =>
	(await client.call<OrderLine[]>('POST /orders/unfulfilled-list', { start: 0, length: 10 })).body
		.data;

it('builds lines as the samples are', async () => {
	const at = Date.parse('2022-09-11T22:38:58.184Z');
	const line = client.shop.store.placeOrderLine({ at, quantity: 2 });
	expect(await get(line.POlineID)).toMatchObject({
		POlineID: '77231331',
		'Purchase Order ID': '7723133',
		'Order Number': 'PO110038645',
		Date: '12/09/2022',
		dateISO: '2022-09-12T00:00:00',
		updatedTime: '2022-09-11T22:38:58.184Z',
		updatedLocalTime: '2022-09-12T01:38:58.000Z',
		POLastModified: '12/09/2022 11:38 PM',
		Item: 'ELR-000001-62e67b59a77546efcb592795',
		Quantity: '2',
		'Selling Price': '25',
		'Total Amount': '50.00',
		'Net Amount': '45.00',
		'Elryan Commission': '10.0%',
		'Description (AR)': expect.stringMatching(/[ء-ي]/),
	});
});

it('has the two lines of the reference in the demo, to the letter', async () => {
	const demo = await openElryan();
	const [, second] = (await demo.call<OrderLine[]>('POST /orders/search', { length: 2 })).body.data;
	await demo.close();
	expect(second).toMatchObject({
		POlineID: '77231332',
		id: '631e4485e081fc4a978a859a',
		Status: 'Pending Confirmation',
		'Status (AR)': 'تم التوصيل',
		POLastModified: '12/09/2022 11:38 PM',
	});
});

it('starts with the same demo every time', async () => {
	const [one, two] = [await openElryan(), await openElryan()];
	const state = ({ shop: { store } }: Client) => JSON.stringify(store);
	expect(state(one)).toBe(state(two));
	one.shop.store.addVariants(1);
	await one.control('POST /reset');
	expect(state(one)).toBe(state(two));
	await Promise.all([one.close(), two.close()]);
});

it('groups lines into orders, and orders under one number', () => {
	const { store } = client.shop;
	const lines = store.addOrders(5, { lines: 3 });
	expect(lines.map(({ POlineID }) => POlineID.slice(-1))).toEqual(['1', '2', '3', '1', '2']);
	expect(new Set(lines.map((line) => line['Order Number'])).size).toBe(2);
	expect(store.linesOf('7723134')).toHaveLength(2);
});

it('prepares a line once', async () => {
	const { POlineID, updatedTime } = { ...client.shop.store.placeOrderLine() };
	client.shop.clock.advance(60_000);
	const { body } = await client.call(`PUT /orders/prepare/${POlineID}`);
	expect(body.data).toMatchObject({ Status: 'Under Preparation', 'Status (AR)': 'قيد التجهيز' });
	expect(body.data.updatedTime).not.toBe(updatedTime);
	const again = await client.call(`PUT /orders/prepare/${POlineID}`);
	expect(again.body).toMatchObject({ data: null, error_code: 409 });
});

it('cancels with any reason, but not what is on its way', async () => {
	const { store } = client.shop;
	const [one, two] = store.addOrders(2);
	const cancel = async (line: OrderLine | undefined, reason = 'غير متوفر') =>
		await client.call(`PUT /orders/cancel/${line?.POlineID}`, { reason });
	expect((await cancel(one)).body.data).toMatchObject({
		Status: 'Cancelled',
		cancelReason: 'غير متوفر',
	});
	expect((await cancel(one)).body.error_code).toBe(409);
	store.moveOrder(two?.POlineID ?? '', 'Shipped');
	expect((await cancel(two)).body).toMatchObject({
		error_code: 409,
		message: expect.stringContaining('Shipped'),
	});
	expect((await client.call('PUT /orders/cancel/1', { reason: 'a' })).body.error_code).toBe(404);
});

it('lists as unfulfilled what is not yet shipped', async () => {
	const lines = client.shop.store.addOrders(4);
	const move = async (index: number, status: string) =>
		await client.control(`POST /orders/${lines[index]?.POlineID}/status`, { status });
	await move(1, 'Shipped');
	await move(2, 'Packed');
	await move(3, 'Cancelled');
	expect((await unfulfilled()).map(({ Status }) => Status)).toEqual([
		'Pending Confirmation',
		'Packed',
	]);
});

it('takes orders from the control API', async () => {
	const { orders } = await client.control<{ orders: OrderLine[] }>('POST /orders', {
		count: 2,
		lines: 2,
	});
	expect(orders).toHaveLength(4);
	expect(await unfulfilled()).toHaveLength(4);
	expect(await client.control('POST /orders', { lnes: 2 })).toMatchObject({
		error: expect.stringContaining('lnes'),
	});
});

it('moves an operation to another path, and off its default', async () => {
	const { POlineID } = client.shop.store.placeOrderLine();
	client.shop.settings.moved = {
		'order.get': 'GET /orders/get/{poLineId}',
		'order.prepare': 'POST /orders/items/prepare/{poLineId}',
	};
	expect((await client.call(`GET /orders/${POlineID}`)).status).toBe(404);
	expect((await client.call(`GET /orders/get/${POlineID}`)).body.data).toMatchObject({ POlineID });
	await client.call(`POST /orders/items/prepare/${POlineID}`);
	expect(client.shop.store.findLine(POlineID)?.Status).toBe('Under Preparation');
	expect(client.shop.requests.at(-1)).not.toHaveProperty('invalid');
});
