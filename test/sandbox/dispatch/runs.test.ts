import { openReceiver, until, type Receiver } from '../client';
import { errorOf, openDispatch, type Client, type Fields } from './client';

let client: Client;
let receiver: Receiver;
beforeEach(async () => {
	client = await openDispatch({ seed: 'empty' });
	receiver = await openReceiver();
});
afterEach(async () => {
	await client.close();
	await receiver.close();
});

const webhook = (more: Fields = {}): Fields => ({ type: 'webhook', url: receiver.url, ...more });
const bodyOf = (index: number): unknown => JSON.parse(String(receiver.received[index]?.raw));
const add = (status = 'pending') => client.dispatch.store.addEntity('Shipment', { status });
const move = async (guid: string, status: string) =>
	await client.dispatch.setStatus('Shipment', guid, status);

describe('a webhook', () => {
	it('is called with the event, the workflow and the record, and the headers of the action', async () => {
		const action = webhook({ headers: { 'X-Key': 'secret' } });
		const guid = await client.configure('Shipment', 'shipment_delivered', action, {
			name: 'To n8n',
		});
		const shipment = add();
		await move(shipment.guid, 'delivered');
		expect(receiver.received).toHaveLength(1);
		expect(receiver.received[0]?.headers).toMatchObject({
			'content-type': 'application/json',
			'x-key': 'secret',
		});
		expect(bodyOf(0)).toEqual({
			event: 'shipment_delivered',
			entityType: 'Shipment',
			workflow: { guid, name: 'To n8n' },
			data: { ...shipment, status: 'delivered' },
		});
		expect(client.dispatch.deliveries).toMatchObject([{ status: 200, answer: '', workflow: guid }]);
	});

	it('is called once, whatever it answers, and what it answers is kept', async () => {
		receiver.answer(500);
		await client.configure('Order', 'order_created', webhook());
		await client.configure(
			'Order',
			'order_created',
			webhook({ url: `${client.dispatch.url}/api` }),
		);
		await client.configure('Order', 'order_created', webhook({ url: 'http://127.0.0.1:1/' }));
		await client.dispatch.create('Order');
		const { deliveries } = client.dispatch;
		expect(deliveries.map(({ status, error }) => status ?? error)).toEqual([
			500,
			404,
			expect.stringContaining('ECONNREFUSED'),
		]);
		expect(deliveries[1]?.answer).toContain('NOT_FOUND');
		expect(receiver.received).toHaveLength(1);
	});

	it('is given up when it takes too long', async () => {
		client.dispatch.settings.webhookTimeoutMs = 50;
		receiver.answer(0);
		await client.configure('Order', 'order_created', webhook());
		await client.dispatch.create('Order');
		expect(client.dispatch.deliveries).toMatchObject([{ error: 'no answer within 50 ms' }]);
	});

	it('is called only by active workflows of the trigger, until they are deleted', async () => {
		const guid = await client.configure('Order', 'order_created', webhook());
		await client.configure('Order', 'order_status_changed', webhook());
		await client.configure('Customer', 'customer_created', webhook());
		const create = async () => (await client.dispatch.create('Order')).runs.length;
		expect(await create()).toBe(1);
		await client.call(`GET /workflows/configured/${guid}/toggle`);
		expect(await create()).toBe(0);
		await client.call(`GET /workflows/configured/${guid}/toggle`);
		expect(await create()).toBe(1);
		await client.call(`DELETE /workflows/configured/${guid}`);
		expect(await create()).toBe(0);
		expect(receiver.received).toHaveLength(2);
	});

	it.each(['reset', 'close'] as const)('that is under way does not hold up a %s', async (end) => {
		client.dispatch.settings.webhookTimeoutMs = 60_000;
		receiver.answer(0);
		await client.configure('Order', 'order_created', webhook());
		const order = client.dispatch.create('Order');
		await until(() => receiver.received.length === 1);
		await client.dispatch[end]();
		expect(await order).toMatchObject({ runs: [{ state: 'done' }] });
	});
});

describe('conditions', () => {
	it.each<[Fields, number]>([
		[{ status: 'delivered' }, 1],
		[{ status: 'lost' }, 0],
		[{ status: 'delivered', parcels: 2, insured: true }, 1],
		[{ status: 'delivered', parcels: '2' }, 1],
		[{ status: 'delivered', parcels: 3 }, 0],
		[{ nothing: 'a' }, 0],
	])('%j start %i runs', async (conditions, count) => {
		const action = { type: 'send_push' };
		await client.configure('Shipment', 'shipment_status_changed', action, { conditions });
		const draft = { status: 'pending', parcels: 2, insured: true };
		const { guid } = client.dispatch.store.addEntity('Shipment', draft);
		expect((await move(guid, 'delivered')).runs).toHaveLength(count);
	});
});

it('starts nothing where a status stays, and refuses events that there are not', async () => {
	await client.configure('Shipment', 'shipment_status_changed', { type: 'send_push' });
	const shipment = add();
	expect((await move(shipment.guid, 'pending')).runs).toEqual([]);
	const { dispatch } = client;
	await expect(dispatch.event('Order', 'shipment_delivered', shipment)).rejects.toThrow(
		'Order has no trigger shipment_delivered',
	);
	await expect(move('none', 'delivered')).rejects.toThrow('There is no Shipment none');
});

it('mails and pushes into an outbox', async () => {
	const mail = { type: 'send_email', recipient: 'customer', template: 'confirmation' };
	const guid = await client.configure('Shipment', 'shipment_delivered', mail);
	await client.configure('Shipment', 'shipment_delivered', { type: 'send_push' });
	const shipment = add();
	await move(shipment.guid, 'delivered');
	const entity = { ...shipment, status: 'delivered' };
	expect(client.dispatch.outbox).toMatchObject([
		{ ...mail, workflow: guid, entityType: 'Shipment', entity },
		{ type: 'send_push', recipient: null, template: null, entity },
	]);
});

it('sets a status without starting anything by it', async () => {
	const action = { type: 'update_status', status: 'processing' };
	const conditions = { status: 'paid' };
	await client.configure('Order', 'order_status_changed', action, { conditions });
	await client.configure('Order', 'order_status_changed', webhook());
	const order = client.dispatch.store.addEntity('Order');
	await client.dispatch.setStatus('Order', order.guid, 'paid');
	expect(order.status).toBe('processing');
	expect(receiver.received).toHaveLength(1);
	expect(bodyOf(0)).toMatchObject({ data: { status: 'paid' } });
});

it('tells of a change as it was, although a workflow has changed the status again', async () => {
	const action = { type: 'update_status', status: 'archived' };
	await client.configure('Shipment', 'shipment_status_changed', action);
	await client.configure('Shipment', 'shipment_delivered', webhook());
	const shipment = add();
	await move(shipment.guid, 'delivered');
	expect([shipment.status, bodyOf(0)]).toMatchObject([
		'archived',
		{ data: { status: 'delivered' } },
	]);
});

describe('a paused run', () => {
	const resume = async (id: string) =>
		await client.call(`GET /workflows/resume-workflow?workflowId=${id}`);
	const states = () => client.dispatch.runs.map(({ state }) => state);
	const NOT_PAUSED = [404, false, 'NOT_FOUND', 'Paused workflow not found'];
	let guid: string;
	beforeEach(async () => {
		guid = await client.configure('Order', 'order_created', webhook());
	});

	it('waits until it is resumed, once', async () => {
		expect(errorOf(await resume(guid))).toEqual(NOT_PAUSED);
		await client.control(`POST /workflows/${guid}/pause`);
		const { entity } = await client.dispatch.create('Order', { status: 'first' });
		await client.dispatch.create('Order', { status: 'second' });
		await client.dispatch.setStatus('Order', entity.guid, 'changed');
		expect(states()).toEqual(['paused', 'done']);
		expect((await resume(guid)).body).toEqual({ success: true });
		await until(() => states()[0] === 'done');
		expect([bodyOf(0), bodyOf(1)]).toMatchObject([
			{ data: { status: 'second' } },
			{ data: { status: 'first' } },
		]);
		expect(errorOf(await resume(guid))).toEqual(NOT_PAUSED);
		expect(receiver.received).toHaveLength(2);
	});

	it('goes with its workflow', async () => {
		client.dispatch.pauseNext(guid);
		await client.dispatch.create('Order');
		await client.call(`DELETE /workflows/configured/${guid}`);
		expect(errorOf(await resume(guid))).toMatchObject([
			404,
			false,
			'NOT_FOUND',
			'Workflow not found',
		]);
		expect(states()).toEqual([]);
		expect(() => client.dispatch.pauseNext(guid)).toThrow('There is no workflow');
	});
});
