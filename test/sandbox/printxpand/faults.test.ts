import { openPrintXpand, type Client } from './client';

let client: Client;
beforeEach(async () => {
	client = await openPrintXpand();
});
afterEach(async () => await client.close());

const probe = async () => await client.call('POST /category/delete/', { category: [] });
const { stringContaining } = expect;

it('speaks with the voice of Magento', async () => {
	const { faults } = client.shop;
	faults.add({ kind: 'status', status: 503, retryAfter: '7' });
	const { status, headers, body } = await probe();
	expect([status, headers.get('retry-after')]).toEqual([503, '7']);
	expect(body).toEqual({ message: stringContaining('Internal Error. Details are available') });
	faults.add({ kind: 'failure', message: 'لا' });
	expect((await probe()).entries).toEqual([{ code: 400, status: 'error', message: 'لا' }]);
	faults.add({ kind: 'failure', status: 400, message: 'لا' });
	expect((await probe()).body).toEqual({ message: 'لا' });
	faults.add({ kind: 'refuseToken' });
	expect(await probe()).toMatchObject({
		status: 401,
		body: { message: 'Access token has been revoked' },
	});
	faults.add({ kind: 'redirect' });
	expect((await probe()).headers.get('location')).toContain('printxpand');
});

it('strikes one operation only', async () => {
	client.shop.faults.add({ kind: 'status', match: { action: 'order.upsert' }, times: -1 });
	expect((await probe()).status).toBe(200);
	expect((await client.call('POST /order/create/', { order: {} })).status).toBe(500);
});

it('limits requests, and counts those that are open at once', async () => {
	await client.control('PUT /limits', { requestsPerSecond: 1, burst: 2, retryAfterSeconds: 3 });
	const replies = [await probe(), await probe(), await probe()];
	expect(replies.map(({ status }) => status)).toEqual([200, 200, 429]);
	expect(replies[2]?.headers.get('retry-after')).toBe('3');
	await client.control('PUT /limits', { requestsPerSecond: null });
	client.shop.resetStats();
	client.shop.faults.add({ kind: 'latency', ms: 50, times: -1 });
	await Promise.all(Array.from({ length: 6 }, probe));
	expect(client.shop.maxInFlight).toBe(6);
});

it.each([
	[{ magento: '2.4.4' }, 'magento'],
	[{ answerOrder: 'random' }, 'answerOrder'],
	[{ withheldResources: 'all' }, 'withheldResources'],
	[{ partialStatus: '201' }, 'partialStatus'],
	[{ answerwithoutids: true }, 'Not known: answerwithoutids'],
])('refuses the setting %j', async (setting, word) => {
	expect(await client.control('PUT /settings', setting)).toMatchObject({
		error: stringContaining(word),
	});
});

it('shows what is in it, and begins again', async () => {
	await client.shop.close();
	client = await openPrintXpand({ seed: 'demo' });
	const overview = await client.control<{ counts: object; calls: string[] }>('GET ');
	expect(overview.counts).toEqual({
		customers: 3,
		categories: 4,
		products: 3,
		orders: 1,
		prints: 1,
		requests: 0,
		designerCalls: 0,
	});
	expect(overview.calls).toContain('POST /_sandbox/designer');
	expect(client.shop.store.products.get('10003')?.categories).toEqual([102, 103]);

	const category = { a: { id: '7', name: 'New' } };
	await client.call('POST /category/create/', { category });
	client.shop.store.prints['7'] = 2;
	client.shop.settings.magento = '2.4.3';
	await client.control('POST /reset');
	expect(client.shop.store.categories.size).toBe(4);
	expect(client.shop.store.prints).toEqual({ '11001': 1 });
	expect(client.shop.settings.magento).toBe('2.4.7');
	expect(client.shop.requests).toHaveLength(0);
	expect(await client.control('GET /orders/none')).toMatchObject({
		error: stringContaining('none'),
	});
});
