import type { Fault } from '../../sandbox';
import { createRateLimiter } from '../../sandbox/shared/rateLimit';
import { openShop, type Client, type Reply } from './client';

let client: Client;
let orderId: number;
beforeEach(async () => {
	client = await openShop({ seed: 'empty' });
	orderId = client.shop.store.placeOrder().order_id;
});
afterEach(async () => await client.close());

const comment = async (): Promise<Reply> =>
	await client.call('update_order_comment', { order_id: orderId, comment: 'a' });
const applied = (): number => client.shop.store.comments(orderId).length;
const struck = (fault: Fault): void => client.shop.faults.add(fault);
/** The connection broke: how exactly is for the client library to put into words. */
const broken = async (): Promise<unknown> =>
	await comment().then(
		() => null,
		(error: unknown) => error,
	);

it.each<[Fault, number]>([
	[{ kind: 'status' }, 500],
	[{ kind: 'status', status: 503 }, 503],
	[{ kind: 'html' }, 502],
	[{ kind: 'html', status: 200 }, 200],
	[{ kind: 'empty' }, 204],
	[{ kind: 'redirect' }, 301],
	[{ kind: 'failure', message: 'No.' }, 200],
	[{ kind: 'refuseToken' }, 401],
	[{ kind: 'refuseToken', status: 400 }, 400],
])('%j strikes once, before or after the effect', async (fault, status) => {
	struck(fault);
	expect((await comment()).status).toBe(status);
	expect(applied()).toBe(0);
	expect(client.shop.requests[0]).toMatchObject({ applied: false, status, fault: fault.kind });

	struck({ ...fault, when: 'after' });
	expect((await comment()).status).toBe(status);
	expect(applied()).toBe(1);
	expect(client.shop.requests[1]).toMatchObject({ applied: true, status, fault: fault.kind });

	expect((await comment()).body).toMatchObject({ success: true });
	expect(client.shop.requests[2]).not.toHaveProperty('fault');
});

it.each(['1', '0', '-5', 'Wed, 21 Oct 2026 07:28:00 GMT', 'soon'])(
	'sends Retry-After as it is given: %s',
	async (retryAfter) => {
		struck({ kind: 'status', status: 429, retryAfter });
		const { status, headers } = await comment();
		expect([status, headers.get('retry-after')]).toEqual([429, retryAfter]);
	},
);

it('resets the connection before and after the effect', async () => {
	struck({ kind: 'reset' });
	expect(await broken()).not.toBeNull();
	expect(applied()).toBe(0);
	struck({ kind: 'reset', when: 'after' });
	expect(await broken()).not.toBeNull();
	expect(applied()).toBe(1);
	expect(client.shop.requests.map(({ status }) => status)).toEqual([null, null]);
});

it('cuts an answer in the middle', async () => {
	struck({ kind: 'cut' });
	expect(await broken()).not.toBeNull();
	expect(applied()).toBe(1);
});

it('truncates the JSON of a complete answer', async () => {
	struck({ kind: 'truncate' });
	const { status, text, body } = await comment();
	expect([status, body, applied()]).toEqual([200, undefined, 1]);
	expect(text).toMatch(/^\{"success":true,"message":/);
});

it.each(['stall', 'hang'] as const)('a %s ends when told to', async (kind) => {
	struck({ kind, ms: 80 });
	const started = performance.now();
	expect(await broken()).not.toBeNull();
	expect(performance.now() - started).toBeGreaterThan(70);
	expect(applied()).toBe(kind === 'stall' ? 1 : 0);
});

it('ends at once, although a request hangs', async () => {
	struck({ kind: 'hang' });
	const pending = broken();
	await new Promise((resolve) => setTimeout(resolve, 50));
	await client.close();
	expect(await pending).not.toBeNull();
});

it('delays, and lets another fault strike as well', async () => {
	struck({ kind: 'latency', ms: 60 });
	struck({ kind: 'status', status: 503 });
	const started = performance.now();
	expect((await comment()).status).toBe(503);
	expect(performance.now() - started).toBeGreaterThan(55);
});

it('strikes only what it matches, as often as it says', async () => {
	struck({ kind: 'status', match: { action: 'update_order_comment' }, times: 2 });
	expect((await client.call('view_order_list')).status).toBe(200);
	const statuses = [];
	for (let call = 0; call < 3; call++) statuses.push((await comment()).status);
	expect(statuses).toEqual([500, 500, 200]);

	struck({ kind: 'status', match: { path: '/token' }, times: -1 });
	expect((await comment()).status).toBe(200);
	for (let call = 0; call < 3; call++) expect((await client.login()).status).toBe(500);
	client.shop.faults.clear();
	expect((await client.login()).status).toBe(200);
});

it('strikes by chance', async () => {
	struck({ kind: 'status', times: -1, probability: 0.5 });
	const replies = await Promise.all(Array.from({ length: 60 }, comment));
	const failed = replies.filter(({ status }) => status === 500).length;
	expect(failed).toBeGreaterThan(5);
	expect(failed).toBeLessThan(55);
	expect(applied()).toBe(60 - failed);
});

it('counts the requests that are open at the same time', async () => {
	struck({ kind: 'latency', ms: 50, times: -1 });
	await Promise.all(Array.from({ length: 7 }, comment));
	expect(client.shop.maxInFlight).toBe(7);
	client.shop.resetStats();
	await comment();
	expect(client.shop.maxInFlight).toBe(1);
});

describe('the rate limit', () => {
	it('lets a burst through and refuses the rest', async () => {
		await client.control('PUT /limits', { requestsPerSecond: 1, burst: 3, retryAfterSeconds: 2 });
		const statuses = [];
		for (let call = 0; call < 5; call++) statuses.push((await comment()).status);
		expect(statuses).toEqual([200, 200, 200, 429, 429]);
		expect(applied()).toBe(3);
		const { headers, body } = await comment();
		expect([headers.get('retry-after'), body.message]).toEqual(['2', 'Too Many Requests']);
		await client.control('PUT /limits', { retryAfterSeconds: null, burst: 1 });
		await comment();
		expect((await comment()).headers.get('retry-after')).toBeNull();
		await client.control('PUT /limits', { requestsPerSecond: null });
		expect((await comment()).status).toBe(200);
	});

	it('fills up again with time, up to the burst', () => {
		let now = 0;
		const limiter = createRateLimiter(() => now);
		limiter.set({ requestsPerSecond: 10, burst: 2 });
		expect([limiter.take(), limiter.take(), limiter.take()]).toEqual([true, true, false]);
		now = 99;
		expect(limiter.take()).toBe(false);
		now = 100;
		expect([limiter.take(), limiter.take()]).toEqual([true, false]);
		now = 10_000;
		expect([limiter.take(), limiter.take(), limiter.take()]).toEqual([true, true, false]);
	});
});
