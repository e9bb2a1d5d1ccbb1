import { errorOf, openDispatch, type Client } from './client';

let client: Client;
beforeEach(async () => {
	client = await openDispatch({ seed: 'empty' });
});
afterEach(async () => await client.close());

const probe = async () => await client.call('GET /workflows/triggers/Order');
const make = async () => await client.configure('Order', 'order_created', { type: 'send_push' });
const count = () => client.dispatch.store.workflows.length;

it('fails in the envelope of this service, before the effect', async () => {
	const { faults } = client.dispatch;
	faults.add({
		kind: 'status',
		status: 503,
		retryAfter: '7',
		match: { action: 'workflow.configure' },
	});
	expect((await probe()).status).toBe(200);
	await expect(make()).rejects.toThrow('INTERNAL_ERROR');
	expect(count()).toBe(0);
	faults.add({ kind: 'failure', message: 'لا' });
	expect(errorOf(await probe())).toEqual([200, false, 'INTERNAL_ERROR', 'لا']);
	faults.add({ kind: 'refuseToken' });
	expect(errorOf(await probe())).toContain('UNAUTHORIZED');
	faults.add({ kind: 'redirect' });
	expect((await probe()).headers.get('location')).toBe('https://moved.dispatch.example/');
	faults.add({ kind: 'html' });
	expect(await probe()).toMatchObject({ status: 502, body: undefined });
});

it.each([
	{ kind: 'status', status: 500, when: 'after' } as const,
	{ kind: 'reset', when: 'after' } as const,
	{ kind: 'truncate' } as const,
	{ kind: 'cut' } as const,
])('%j strikes after the effect, so that a repeat would be a second workflow', async (fault) => {
	client.dispatch.faults.add(fault);
	await expect(make()).rejects.toThrow();
	expect(count()).toBe(1);
	expect(client.dispatch.requests[0]).toMatchObject({ applied: true, fault: fault.kind });
	await make();
	expect(count()).toBe(2);
});

it('toggles although the answer is lost, so that a repeat would undo it', async () => {
	const id = await make();
	client.dispatch.faults.add({ kind: 'status', status: 504, when: 'after' });
	expect((await client.call(`GET /workflows/configured/${id}/toggle`)).status).toBe(504);
	expect(client.dispatch.store.workflows).toMatchObject([{ isActive: false }]);
});

it('deletes although the answer is lost, and a repeat finds nothing', async () => {
	const id = await make();
	client.dispatch.faults.add({ kind: 'status', status: 500, when: 'after' });
	expect((await client.call(`DELETE /workflows/configured/${id}`)).status).toBe(500);
	expect((await client.call(`DELETE /workflows/configured/${id}`)).status).toBe(404);
});

it('resumes although the answer is lost, once', async () => {
	const id = await make();
	client.dispatch.pauseNext(id);
	await client.dispatch.create('Order');
	client.dispatch.faults.add({ kind: 'status', status: 502, when: 'after' });
	const resume = async () =>
		(await client.call(`GET /workflows/resume-workflow?workflowId=${id}`)).status;
	expect([await resume(), await resume()]).toEqual([502, 404]);
	expect(client.dispatch.outbox).toHaveLength(1);
});

it('limits requests, and counts those that are open at once', async () => {
	await client.control('PUT /limits', { requestsPerSecond: 0.01, burst: 2, retryAfterSeconds: 3 });
	const replies = [await probe(), await probe(), await probe()];
	expect(replies.map(({ status }) => status)).toEqual([200, 200, 429]);
	expect(replies[2]?.headers.get('retry-after')).toBe('3');
	expect(replies[2]?.body.error?.code).toBe('RATE_LIMITED');
	await client.control('PUT /limits', { requestsPerSecond: null });
	client.dispatch.resetStats();
	client.dispatch.faults.add({ kind: 'latency', ms: 300, times: -1 });
	await Promise.all(Array.from({ length: 6 }, probe));
	expect(client.dispatch.maxInFlight).toBe(6);
});

it('refuses what does not fit the spec, and notes why', async () => {
	const wrong = await client.call('POST /workflows/configure', '{"name":');
	expect(errorOf(wrong)).toEqual([400, false, 'CONFIGURATION_ERROR', 'The body is not valid JSON']);
	const { url, account } = client.dispatch;
	await fetch(`${url}/api/workflows/configure`, {
		method: 'POST',
		headers: { authorization: `Bearer ${account.apiToken}`, 'content-type': 'text/plain' },
		body: '{}',
	});
	expect((await client.call('POST /workflows/triggers/Order', {})).status).toBe(404);
	await client.call('GET /workflows/triggers/Order?page=2');
	await client.call('GET /workflows/resume-workflow');
	await client.call('GET /integrations/provider/disable/12');
	await client.call('GET /workflows/triggers/orders', undefined, 'another');
	expect(client.dispatch.requests.map(({ invalid }) => invalid)).toEqual([
		'The body is not valid JSON',
		'Content-Type must be application/json',
		'There is no such route',
		"Field 'query.page' is not known.",
		"Field 'query.workflowId' is required.",
		expect.stringContaining("Field 'path.integrationId' must match pattern"),
		"Field 'path.entityType' must be one of Order, Shipment, Customer, Product.",
	]);
});
