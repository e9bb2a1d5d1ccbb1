import { openElryan, type Client } from './client';

let client: Client;
beforeEach(async () => {
	client = await openElryan({ seed: 'empty' });
});
afterEach(async () => await client.close());

const cron = async () => await client.call('GET /cron/start');
const { stringContaining } = expect;

it('fails in the envelope of this service, before or after the effect', async () => {
	const { faults, store } = client.shop;
	faults.add({ kind: 'failure', message: 'لا', match: { action: 'system.startCron' } });
	expect((await client.call('GET /health-check')).body.error_code).toBe(0);
	expect((await cron()).body).toEqual({ data: null, error_code: 500, message: 'لا' });
	expect(store.cronStarts).toBe(0);
	faults.add({ kind: 'status', status: 503, when: 'after', retryAfter: '7' });
	const { status, headers, body } = await cron();
	expect([status, headers.get('retry-after'), body.error_code]).toEqual([503, '7', 503]);
	expect(store.cronStarts).toBe(1);
});

it('refuses a token and moves away on request', async () => {
	client.shop.faults.add({ kind: 'refuseToken', status: 403 });
	expect(await cron()).toMatchObject({ status: 403, body: { error_code: 401 } });
	client.shop.faults.add({ kind: 'redirect' });
	expect((await cron()).headers.get('location')).toContain('elryan');
});

it('limits requests, and counts those that are open at once', async () => {
	await client.control('PUT /limits', { requestsPerSecond: 1, burst: 2, retryAfterSeconds: 3 });
	const replies = [await cron(), await cron(), await cron()];
	expect(replies.map(({ status }) => status)).toEqual([200, 200, 429]);
	expect(replies[2]?.body).toMatchObject({ error_code: 429 });
	await client.control('PUT /limits', { requestsPerSecond: null });
	client.shop.resetStats();
	client.shop.faults.add({ kind: 'latency', ms: 500, times: -1 });
	await Promise.all(Array.from({ length: 6 }, cron));
	expect(client.shop.maxInFlight).toBe(6);
});

it('refuses what does not fit the spec, and notes why', async () => {
	const bad = await client.call('POST /brands/search', { length: '5' });
	expect([bad.status, bad.body.error_code]).toEqual([200, 400]);
	await client.call('POST /brands/search', '{"length":');
	await client.call('GET /brands/search');
	await client.call('POST /brands/search?page=1', {});
	expect(client.shop.requests.map(({ invalid }) => invalid)).toEqual([
		"Field 'length' must be integer.",
		'The body is not valid JSON.',
		'There is no such route',
		"Field 'query.page' is not known.",
	]);
});

it.each([
	[{ trackingShape: 'list' }, 'trackingShape'],
	[{ listEnvelope: 'rows' }, 'listEnvelope'],
	[{ maxBatch: 'ten' }, 'maxBatch'],
	[{ maxbatch: 10 }, 'Not known: maxbatch'],
	[{ cancelReasons: [1] }, 'cancelReasons'],
])('refuses the setting %j', async (setting, word) => {
	expect(await client.control('PUT /settings', setting)).toMatchObject({
		error: stringContaining(word),
	});
});

it('shows what is in it, without what is private to the API', async () => {
	const overview = await client.control<{ counts: object; calls: string[] }>('GET ');
	expect(overview.counts).toMatchObject({ variants: 0, orderLines: 0, cronStarts: 0 });
	expect(overview.calls).toContain('POST /_sandbox/orders/:id/status');
	expect(client.shop.requests).toHaveLength(0);
});
