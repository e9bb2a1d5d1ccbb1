import { createHmac } from 'node:crypto';
import { Container } from '@n8n/di';
import { InstanceSettings } from 'n8n-core';
import type { IDataObject, INode } from 'n8n-workflow';
import { TRIGGERS } from '../../sandbox/dispatch/triggers';
import { activate, addressOf, dispatch, receiver, registered, writes } from './triggerHost';

const instance = () => Container.get(InstanceSettings);
const { instanceId } = instance();
afterEach(() => (instance().instanceId = instanceId));

const NODE: Partial<INode> = { id: 'node-1', name: 'On Delivery', webhookId: 'hook-1' };

/** One and the same trigger node, whatever is given in it. */
const same = (parameters: IDataObject = {}, more: Partial<INode> = {}) =>
	receiver(parameters, dispatch.account.apiToken, {
		workflowId: 'workflow-1',
		settings: { ...NODE, ...more },
	});

const ids = () => registered().map(({ guid }) => guid);

describe('the registration of another', () => {
	it.each<[string, other: () => ReturnType<typeof receiver>]>([
		[
			'n8n, of the same workflow',
			() => {
				instance().instanceId = 'another n8n';
				return same();
			},
		],
		['node of the same workflow', () => same({}, { id: 'node-2', name: 'Another' })],
		[
			'workflow, a copy of this one',
			() => receiver({}, dispatch.account.apiToken, { workflowId: 'workflow-2', settings: NODE }),
		],
	])('%s stays, when this one comes and goes', async (_, other) => {
		await activate(same());
		const [first] = ids();
		const second = other();
		await activate(second);
		expect(ids()).toEqual([first, expect.any(String)]);
		await second.hook('delete');
		expect(ids()).toEqual([first]);
	});
});

describe('a node that stays the same', () => {
	it('keeps its registration under a new name', async () => {
		await activate(same());
		const before = ids();
		await activate(same({}, { name: 'Parcel Arrived' }));
		expect(ids()).toEqual(before);
		expect(writes()).toBe(1);
	});

	it('finds it where Dispatch counts it among the managed', async () => {
		await activate(same());
		registered()[0].isManaged = true;
		await activate(same());
		expect(writes()).toBe(1);
	});
});

describe('what has changed is registered anew, and nothing is left of before', () => {
	const [newOrder] = TRIGGERS.Order;
	const order = {
		entityType: 'Order',
		triggerId: { __rl: true, mode: 'id', value: newOrder.guid },
	};
	const [newShipment] = TRIGGERS.Shipment;

	it.each<[string, change: IDataObject, now: IDataObject]>([
		['the entity type', order, { entityType: 'Order', trigger: 'order_created' }],
		[
			'the trigger',
			{ triggerId: { __rl: true, mode: 'id', value: newShipment.guid } },
			{ trigger: 'shipment_created' },
		],
		[
			'the conditions',
			{ conditions: { values: [{ field: 'status', value: 'lost' }] } },
			{ conditions: { status: 'lost' } },
		],
		[
			'the fields of the action',
			{ options: { actionFields: '{"method":"POST"}' } },
			{ action: { type: 'webhook', method: 'POST' } },
		],
	])('%s', async (_, change, now) => {
		await activate(same());
		await activate(same(change));
		expect(registered()).toMatchObject([now]);
		expect(dispatch.store.workflows).toHaveLength(1);
	});

	it('the entity type alone, for which Dispatch does not have the trigger', async () => {
		await activate(same());
		await expect(activate(same({ entityType: 'Order' }))).rejects.toThrow('Trigger not found');
		expect(registered()).toEqual([]);
	});

	it('the name of the field that holds the address', async () => {
		await activate(same());
		dispatch.settings.webhookUrlField = 'targetUrl';
		await activate(same({ options: { addressField: 'targetUrl' } }));
		expect(registered()).toMatchObject([{ action: { targetUrl: expect.any(String) as string } }]);
	});

	it('the token, and with it the secret in the address', async () => {
		await activate(same());
		const before = addressOf().href;
		dispatch.revokeTokens();
		await activate(same());
		expect(registered()).toHaveLength(1);
		expect(addressOf().href).not.toBe(before);
	});

	it('and what is removed may be of an entity type that was chosen before', async () => {
		await activate(same());
		await same(order).hook('delete');
		expect(registered()).toEqual([]);
	});
});

describe('where Dispatch refuses the workflows of an entity type', () => {
	const refuse = (entityType: string, status: number) =>
		dispatch.faults.add({
			kind: 'status',
			status,
			times: -1,
			body: JSON.stringify({ success: false, error: { code: 'UNSUPPORTED', message: 'No' } }),
			match: { path: `/api/workflows/${entityType}/configured` },
		});

	it.each([400, 404])('it does not matter for another one (%i)', async (status) => {
		refuse('Product', status);
		const node = same();
		await activate(node);
		expect(registered()).toHaveLength(1);
		await node.hook('delete');
		expect(registered()).toEqual([]);
	});

	it('it is told for the chosen one', async () => {
		refuse('Shipment', 400);
		await expect(activate(same())).rejects.toThrow("Dispatch refused 'Find Webhook'");
		expect(registered()).toEqual([]);
	});

	it('and it is told where it is no matter of the type', async () => {
		refuse('Product', 403);
		await expect(activate(same())).rejects.toThrow('Dispatch refused access');
		expect(registered()).toEqual([]);
	});
});

it('the secret is the HMAC-SHA256 of the address, with the API token as the key', async () => {
	await activate(same());
	const address = addressOf();
	const secret = address.searchParams.get('secret');
	address.search = '';
	expect(address.pathname).toBe('/webhook/hook-1/dispatch');
	const { apiToken } = dispatch.account;
	expect(secret).toBe(createHmac('sha256', apiToken).update(address.href).digest('hex'));
});
