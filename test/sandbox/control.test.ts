import type { Order } from '../../sandbox';
import { openReceiver, openShop, type Client, type Fields } from './client';

let client: Client;
beforeEach(async () => {
	client = await openShop();
});
afterEach(async () => await client.close());

it('says what is here', async () => {
	const { body } = await client.control('GET /');
	expect(body).toMatchObject({
		url: client.shop.url,
		account: client.shop.account,
		counts: { orders: 12, products: 120, customers: 30 },
		logins: 0,
	});
	expect((await client.control('GET ')).body).toEqual(body);
});

it('is not in the log, and no fault strikes it', async () => {
	client.shop.faults.add({ kind: 'status', times: -1 });
	expect((await client.control('GET /requests')).body).toEqual([]);
});

it('places orders and pays them', async () => {
	const draft = { count: 2, paid: true, coupon_code: 'BACK2SCHOOL' };
	const { body } = await client.control<{ orders: Order[] }>('POST /orders', draft);
	expect(body.orders.map(({ total_due, coupon_code }) => [total_due, coupon_code])).toEqual([
		[0, 'BACK2SCHOOL'],
		[0, 'BACK2SCHOOL'],
	]);
	const placed = await client.control<{ orders: Order[] }>('POST /orders');
	const [order] = placed.body.orders;
	const pay = `POST /orders/${order?.increment_id}/pay`;
	expect((await client.control(pay)).body).toMatchObject({ events: [210] });
	expect(await client.control(pay)).toMatchObject({
		status: 409,
		body: { error: expect.stringContaining('paid already') as string },
	});
});

it('tells everything about an order', async () => {
	const { order_id } = client.shop.store.placeOrder();
	await client.call('update_order_comment', { order_id, comment: 'a', notify: true });
	const { body } = await client.control(`GET /orders/${order_id}`);
	expect(body).toMatchObject({
		order: { order_id },
		comments: [{ comment: 'a', notified: true }],
		mails: [{ order_id, comment: 'a' }],
		shipments: [],
		deliveries: [],
	});
});

it.each<[string, unknown, number, string]>([
	['POST /orders', { count: 0 }, 400, "'count' must be a whole number, from 1 to 10000"],
	['POST /orders', { payed: true }, 400, 'Not known: payed'],
	['POST /orders', { lines: [{ sku: 'x' }] }, 400, 'There is no product x'],
	['POST /orders', '{', 400, 'The body must be a JSON object'],
	['GET /orders/1', undefined, 404, 'There is no order 1'],
	['PUT /webhook', { url: 'ftp://x' }, 400, "'url' must be an http or https address"],
	['PUT /webhook', { url: 'http://x', events: [111] }, 400, "'events' must be a list"],
	['POST /faults', { kind: 'earthquake' }, 400, "'kind' must be one of latency"],
	['POST /forge', {}, 400, 'No webhook is set'],
	['POST /redeliver', {}, 404, 'There is no such delivery'],
	['PUT /limits', { perSecond: 1 }, 400, 'Not known: perSecond'],
	['PUT /settings', { businessErrorStatus: '400' }, 400, "'businessErrorStatus' must be a number"],
	['GET /nonsense', undefined, 404, 'No such control call'],
])('explains a mistake: %s %j', async (call, body, status, error) => {
	const reply = await client.control(call, body);
	expect([reply.status, reply.body.error]).toEqual([status, expect.stringContaining(error)]);
});

it('goes back to the start', async () => {
	const receiver = await openReceiver();
	const before = structuredClone(client.shop.store.orders);
	await client.control('PUT /webhook', { url: receiver.url });
	await client.control('PUT /settings', { businessErrorStatus: 422 });
	await client.control('PUT /limits', { requestsPerSecond: 1 });
	await client.control('POST /faults', { kind: 'reset', times: -1 });
	client.shop.store.placeOrder({ paid: true });
	expect((await client.control('POST /reset')).body).toEqual({ ok: true });
	expect(client.shop.store.orders).toEqual(before);
	expect(client.shop).toMatchObject({ requests: [], deliveries: [], loginCount: 0 });
	expect((await client.control<Fields>('GET /')).body).toMatchObject({
		webhook: { url: null },
		settings: { businessErrorStatus: 200 },
		limits: { requestsPerSecond: null },
		faults: [],
	});
	expect((await client.call('view_order_list')).status).toBe(401);
	await receiver.close();
});

it('runs beside another one, on a port of its own', async () => {
	const other = await openShop();
	expect(other.shop.url).not.toBe(client.shop.url);
	other.shop.store.placeOrder();
	expect(client.shop.store.orders).toHaveLength(12);
	await other.close();
});
