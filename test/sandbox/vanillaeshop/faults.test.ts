import { openVanilla, type Client } from './client';
import { CUSTOMER, ORDER } from './samples';

let client: Client;
beforeAll(async () => {
	client = await openVanilla();
});
beforeEach(() => client.shop.reset());
afterAll(async () => await client.close());

const probe = async (headers: Record<string, string> = {}) =>
	await client.call('GET /order/2', undefined, headers);

it('fails before an effect, or after it', async () => {
	const { faults, store } = client.shop;
	faults.add({ kind: 'status', status: 503, match: { action: 'order.create' }, retryAfter: '7' });
	expect((await probe()).status).toBe(200);
	const before = await client.call('POST /order', ORDER);
	expect([before.status, before.headers.get('retry-after')]).toEqual([503, '7']);
	expect(store.orders.has('600001')).toBe(false);
	faults.add({ kind: 'status', status: 502, when: 'after' });
	expect(await client.call('POST /order', ORDER)).toMatchObject({
		status: 502,
		body: { message: 'Server Error' },
	});
	expect(store.orders.has('600001')).toBe(true);
	expect((await client.call('POST /order', ORDER)).body.errors).toHaveProperty('order_id');
	expect(client.shop.requests.map(({ applied }) => applied)).toEqual([true, false, true, false]);
});

it('breaks off an answer whose customer is there all the same', async () => {
	client.shop.faults.add({ kind: 'truncate' });
	const { text } = await client.call('POST /customer', CUSTOMER);
	expect(() => void JSON.parse(text)).toThrow();
	client.shop.faults.add({ kind: 'reset', when: 'after' });
	await expect(client.call('POST /customer', CUSTOMER)).rejects.toThrow();
	expect(client.shop.store.customers.size).toBe(5);
	expect(client.shop.requests.at(-1)).toMatchObject({ applied: true, status: null });
});

it('speaks with this voice in failures, refusals and redirects', async () => {
	const { faults } = client.shop;
	faults.add({ kind: 'failure', message: 'لا' });
	expect((await probe()).body).toEqual({ status: 500, success: false, message: 'لا' });
	faults.add({ kind: 'refuseToken' });
	expect(await probe()).toMatchObject({ status: 401, body: { message: 'Unauthenticated.' } });
	faults.add({ kind: 'redirect', status: 302, location: '/login' });
	const { status, headers } = await probe();
	expect([status, headers.get('location')]).toEqual([302, '/login']);
	faults.add({ kind: 'html', status: 500 });
	expect((await probe()).text).toContain('<!DOCTYPE html>');
});

it('limits a minute, and says how much is left', async () => {
	client.shop.settings.requestsPerMinute = 2;
	const start = client.shop.clock.now();
	const left = [];
	for (let call = 0; call < 3; call += 1) {
		const { status, headers } = await probe();
		left.push([status, headers.get('x-ratelimit-limit'), headers.get('x-ratelimit-remaining')]);
	}
	expect(left).toEqual([
		[200, '2', '1'],
		[200, '2', '0'],
		[429, '2', '0'],
	]);
	const refused = await client.call('POST /customer', CUSTOMER);
	expect(refused.body).toEqual({ message: 'Too Many Attempts.' });
	const wait = Number(refused.headers.get('retry-after'));
	expect([wait > 0, wait <= 60]).toEqual([true, true]);
	const reset = Number(refused.headers.get('x-ratelimit-reset')) * 1000;
	expect(reset).toBeGreaterThanOrEqual(start + 60_000);
	expect(reset).toBeLessThan(client.shop.clock.now() + 61_000);
	expect(client.shop.store.customers.size).toBe(3);
	client.shop.clock.advance(wait * 1000);
	expect((await probe()).status).toBe(200);
	client.shop.settings.requestsPerMinute = 1;
	expect((await probe()).status).toBe(429);
	client.shop.reset();
	client.shop.settings.requestsPerMinute = 1;
	expect((await probe()).status).toBe(200);
});

it('has the limit and the log that all services have', async () => {
	await client.control('PUT /limits', { requestsPerSecond: 0.01, burst: 1 });
	expect([(await probe()).status, (await probe()).body.message]).toEqual([
		200,
		'Too Many Attempts.',
	]);
	await client.control('PUT /limits', { requestsPerSecond: null });
	client.shop.resetStats();
	client.shop.faults.add({ kind: 'latency', ms: 200, times: -1 });
	await Promise.all([probe(), probe(), probe()]);
	expect(client.shop.maxInFlight).toBe(3);
	expect(client.shop.requests).toHaveLength(3);
});

it('says which methods a path has, and nothing where there is no path', async () => {
	const wrong = await client.call('GET /products/bulk');
	expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST, PUT, PATCH, DELETE']);
	expect((await client.call('GET /products')).headers.get('allow')).toBe('POST');
	expect((await client.call('GET /product')).body).toEqual({ message: '' });
	expect(client.shop.requests.map(({ invalid }) => invalid)).toEqual([
		'/v1/in/products/bulk does not take GET',
		'/v1/in/products does not take GET',
		'There is no such route',
	]);
});

it('shows its failures as pages to a browser, and to all where the setting says so', async () => {
	const missing = 'GET /order/3';
	const asBrowser = await client.call(missing, undefined, { accept: 'text/html' });
	expect([asBrowser.status, asBrowser.headers.get('content-type')]).toEqual([
		404,
		'text/html; charset=UTF-8',
	]);
	expect(asBrowser.text).toContain('could not be found');
	client.shop.settings.htmlErrors = true;
	expect((await client.call(missing)).text).toContain('<!DOCTYPE html>');
	expect((await client.call('POST /customer', {})).status).toBe(422);
	expect((await probe()).data.order_id).toBe(2);
});

it.each([
	[{ authentication: 'oauth' }, 'authentication'],
	[{ authErrorStatus: 200 }, '401, 403, 302'],
	[{ validationForm: 'laravel9' }, 'laravel55'],
	[{ bulkAnswer: true }, 'single, list'],
	[{ requestsPerMinute: null }, 'number'],
	[{ bulkanswer: 'list' }, 'Not known: bulkanswer'],
])('refuses the setting %j', async (setting, word) => {
	expect(await client.control('PUT /settings', setting)).toEqual({
		error: expect.stringContaining(word),
	});
});

it('shows what is in it, and what its tables hold', async () => {
	const settings = { authentication: 'basic', bulkAnswer: 'list' };
	expect(await client.control('PUT /settings', settings)).toMatchObject(settings);
	expect(await client.control('GET ')).toMatchObject({
		counts: { customers: 3, manufacturers: 3, optionValues: 8, orders: 6, products: 10 },
		settings,
	});
	expect(await client.control('GET /tables')).toMatchObject({
		'country.iso_code_2': expect.arrayContaining(['SA']),
	});
	expect(client.shop.requests).toHaveLength(0);
});
