import type { Happening } from '../../../sandbox/dispatch/events';
import type { Workflow } from '../../../sandbox/dispatch/types';
import { openDispatch, type Client, type Fields } from './client';

let client: Client;
beforeEach(async () => {
	client = await openDispatch();
});
afterEach(async () => await client.close());

const states = () => client.dispatch.runs.map(({ state }) => state);

it('shows what is in it, and is no part of the API', async () => {
	const overview = await client.control<{ counts: Fields; calls: string[]; providers: Fields[] }>(
		'GET ',
	);
	expect(overview.counts).toMatchObject({ orders: 7, shipments: 5, workflows: 5, requests: 0 });
	expect(overview.calls).toContain('POST /_sandbox/entities/:entityType/:id/status');
	expect(overview.providers).toHaveLength(3);
	expect(client.dispatch.requests).toEqual([]);
});

it('has a paused run to resume, a managed workflow and a store that is connected', async () => {
	expect(states()).toEqual(['paused']);
	const workflows = await client.control<Workflow[]>('GET /workflows');
	expect(workflows.map(({ isManaged }) => isManaged)).toContain(true);
	const id = client.dispatch.runs[0]?.workflow;
	const { status } = await client.call(`GET /workflows/resume-workflow?workflowId=${String(id)}`);
	expect([status, states()]).toEqual([200, ['done']]);
	expect(client.dispatch.outbox).toMatchObject([{ template: 'delivery_confirmation' }]);
	const [store] = await client.control<Fields[]>('GET /integrations');
	const disabled = await client.call(`GET /integrations/provider/disable/${String(store?.guid)}`);
	expect(disabled.body.data).toMatchObject({ status: 'disabled' });
});

it('lets things happen: a record comes in, changes, or an event is made up', async () => {
	const made = await client.control<Happening>('POST /entities/Order', {
		status: 'new',
		note: 'a',
	});
	expect(made).toMatchObject({ entity: { status: 'new', note: 'a' }, runs: [{ state: 'done' }] });
	const { guid } = made.entity;
	const moved = await client.control<Happening>(`POST /entities/Order/${guid}/status`, {
		status: 'paid',
	});
	expect(moved).toMatchObject({
		entity: { guid, status: 'processing' },
		runs: [{ entity: { guid } }],
	});
	const { runs } = await client.control<Pick<Happening, 'runs'>>('POST /events', {
		entityType: 'Shipment',
		trigger: 'shipment_status_changed',
		entity: { status: 'delayed' },
	});
	expect(runs).toMatchObject([{ entity: { status: 'delayed', trackingNumber: 'DSP00000005' } }]);
	expect(await client.control<Fields[]>('GET /entities/Order')).toHaveLength(8);
	expect(await client.control<Fields[]>('GET /outbox')).toMatchObject([
		{ template: 'new_order' },
		{ template: 'shipment_delayed' },
	]);
});

it.each<[string, Fields, string]>([
	['POST /entities/Invoice', {}, "'entityType' must be one of Order"],
	['POST /entities/Order', { status: 5 }, "'status' must be text"],
	['POST /entities/Order/none/status', { status: 'paid' }, 'There is no Order none'],
	['POST /events', { entityType: 'Order', trigger: 'paid' }, 'Order has no trigger paid'],
	['POST /events', { entityType: 'Order' }, "'trigger' is missing"],
	['POST /workflows/none/pause', {}, 'There is no workflow none'],
	['PUT /settings', { authErrorStatus: 500 }, "'authErrorStatus' must be 401 or 403"],
	['PUT /settings', { webhookUrlField: '' }, "'webhookUrlField' must be text"],
	['PUT /settings', { productTriggers: 'no' }, "'productTriggers' must be a boolean"],
	['PUT /settings', { productTrigger: false }, 'Not known: productTrigger'],
])('refuses %s %j', async (call, body, word) => {
	expect(await client.control(call, body)).toMatchObject({ error: expect.stringContaining(word) });
});

it('goes back to the start, to the last id', async () => {
	const state = () => {
		const { store, runs } = client.dispatch;
		return JSON.stringify([store.workflows, store.entities, runs.map(({ guid }) => guid)]);
	};
	const before = state();
	await client.dispatch.create('Order');
	client.dispatch.settings.webhookUrlField = 'address';
	const [workflow] = client.dispatch.store.workflows;
	await client.call(`DELETE /workflows/configured/${String(workflow?.guid)}`);
	await client.control('POST /reset');
	const { outbox, settings, requests } = client.dispatch;
	expect(state()).toBe(before);
	expect({ states: states(), outbox, requests }).toEqual({
		states: ['paused'],
		outbox: [],
		requests: [],
	});
	expect(settings.webhookUrlField).toBe('url');
});
