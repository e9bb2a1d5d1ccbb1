import { createECDH, randomBytes } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { startDispatch } from '../../sandbox/dispatch';
import { TRIGGERS } from '../../sandbox/dispatch/triggers';
import { by } from './open';
import { openService } from './service';
import { tracker } from './tried';

let dispatch: Awaited<ReturnType<typeof startDispatch>>;
let engine: ReturnType<typeof openService>;
const { note, untried } = tracker('Dispatch');

beforeAll(async () => {
	dispatch = await startDispatch();
	const { apiToken, store } = dispatch.account;
	engine = openService('Dispatch', {
		cargoPilotDispatchApi: { baseUrl: dispatch.url, apiToken },
		cargoPilotDispatchProviderApi: { ...store },
	});
});
afterAll(async () => await dispatch.close());

const attempt = async (resource: string, operation: string, parameters: IDataObject) =>
	await engine.run(resource, operation, parameters);

async function run(resource: string, operation: string, parameters: IDataObject) {
	note(resource, operation);
	const { error, rows } = await attempt(resource, operation, parameters);
	expect(error).toBeUndefined();
	return rows;
}

const created = TRIGGERS.Order[0].guid;
const workflow = (guid: unknown) => by('id', guid);
const stored = (guid: unknown) => dispatch.store.workflows.find((one) => one.guid === guid);

/** A workflow of Dispatch for orders that are new. */
const made = async (action: IDataObject) =>
	await run('workflow', 'configure', {
		name: 'طلبات جديدة',
		entityType: 'Order',
		triggerId: by('list', created),
		...action,
	});

it('connects a store once, disables and removes it', async () => {
	const provider = { providerId: dispatch.store.providers[0].guid, providerType: 'ecommerce' };
	const [{ guid }] = await run('integration', 'configure', {
		...provider,
		additionalFields: { settingsPushTracking: true, settingsSyncProducts: false },
	});
	const connected = () => dispatch.store.findIntegration(String(guid));
	expect(connected()).toMatchObject({
		status: 'active',
		settings: { pushTracking: true, syncProducts: false },
	});
	const again = await attempt('integration', 'configure', provider);
	expect(again.error?.description).toContain("turn on 'Continue If Already Configured'");
	const options = { continueIfAlreadyConfigured: true };
	expect(await run('integration', 'configure', { ...provider, options })).toMatchObject([
		{ alreadyConfigured: true },
	]);
	const [disabled] = await run('integration', 'disable', { integrationId: guid });
	expect(disabled).toEqual({ guid, status: 'disabled' });
	expect(await run('integration', 'delete', { integrationId: guid })).toMatchObject([
		{ deleted: true },
	]);
	expect(connected()).toBeUndefined();
});

it('saves the push subscription of a browser, as fields and as JSON', async () => {
	const p256dh = createECDH('prime256v1').generateKeys('base64url');
	const keys = { p256dh, auth: randomBytes(16).toString('base64url') };
	const inFields = 'https://push.example/fields';
	const inJson = 'https://push.example/json';
	await run('pushSubscription', 'create', {
		subscriptionInput: 'fields',
		endpoint: inFields,
		...keys,
	});
	await run('pushSubscription', 'create', {
		subscriptionInput: 'json',
		subscription: JSON.stringify({ endpoint: inJson, expirationTime: null, keys }),
	});
	expect(dispatch.store.subscriptions).toEqual([
		{ endpoint: inFields, keys },
		{ endpoint: inJson, keys },
	]);
});

it('lists the triggers and the workflows of each entity type', async () => {
	for (const entityType of ['Order', 'Shipment', 'Customer', 'Product'] as const) {
		const all = { entityType, returnAll: true };
		const triggers = await run('workflow', 'getTriggers', all);
		expect(triggers).toEqual(TRIGGERS[entityType]);
		const filters = { managed: true };
		const names = (await run('workflow', 'getAll', { ...all, filters })).map(({ name }) => name);
		const there = dispatch.store.workflows.filter((one) => one.entityType === entityType);
		expect(names).toEqual(there.map(({ name }) => name));
	}
});

it.each<[IDataObject, sent: IDataObject]>([
	[
		{ actionType: 'send_email', actionRecipient: 'customer', actionTemplate: 'welcome' },
		{ type: 'send_email', recipient: 'customer', template: 'welcome' },
	],
	[
		{ actionType: 'send_push', actionRecipient: 'owner' },
		{ type: 'send_push', recipient: 'owner' },
	],
	[
		{ actionType: 'update_status', actionStatus: 'processing' },
		{ type: 'update_status', status: 'processing' },
	],
	[
		{ actionType: 'webhook', actionUrl: 'https://hooks.example/1' },
		{ type: 'webhook', url: 'https://hooks.example/1' },
	],
])('makes a workflow with the action %j', async (given, action) => {
	const conditions = { values: [{ field: 'status', value: 'paid' }] };
	const [{ guid }] = await made({ ...given, additionalFields: { conditions } });
	expect(stored(guid)).toMatchObject({
		name: 'طلبات جديدة',
		entityType: 'Order',
		trigger: 'order_created',
		action,
		conditions: { status: 'paid' },
	});
});

it('switches a workflow on and off, flips only where that is chosen, and deletes it', async () => {
	const [{ guid }] = await made({ actionType: 'update_status', actionStatus: 'paid' });
	const toggle = async (more: IDataObject = {}) =>
		(await run('workflow', 'toggle', { workflowId: workflow(guid), ...more }))[0];
	// Whoever chooses no state means what is active to stay so.
	expect(await toggle()).toEqual({ guid, isActive: true, changed: false });
	expect(await toggle({ state: 'inactive' })).toMatchObject({ isActive: false, changed: true });
	expect(await toggle({ state: 'inactive', entityType: 'Product' })).toMatchObject({
		isActive: false,
		changed: false,
	});
	expect(await toggle()).toMatchObject({ isActive: true, changed: true });
	expect(await toggle({ state: 'flip' })).toMatchObject({ isActive: false, changed: true });
	expect(stored(guid)?.isActive).toBe(false);

	const parameters = { workflowId: workflow(guid) };
	expect(await run('workflow', 'delete', parameters)).toMatchObject([{ deleted: true }]);
	expect(stored(guid)).toBeUndefined();
	const again = await attempt('workflow', 'delete', parameters);
	expect(again.error?.description).toContain('Workflow not found');
});

it('resumes a workflow, and with it all of its runs that are paused', async () => {
	const paid = dispatch.store.workflows.find(({ name }) => name === 'Start Paid Orders');
	const { guid } = paid ?? { guid: '' };
	for (let count = 0; count < 2; count++) {
		dispatch.pauseNext(guid);
		const { entity } = await dispatch.create('Order');
		await dispatch.setStatus('Order', entity.guid, 'paid');
	}
	const states = () =>
		dispatch.runs.filter((one) => one.workflow === guid).map(({ state }) => state);
	expect(states()).toEqual(['paused', 'paused']);
	const parameters = { workflowId: workflow(guid) };
	expect(await run('workflow', 'resume', parameters)).toEqual([{ success: true }]);
	expect(states()).not.toContain('paused');
	const again = await attempt('workflow', 'resume', parameters);
	expect(again.error?.description).toContain('Paused workflow not found');
});

it('sends a request of its own', async () => {
	const path = '/api/workflows/triggers/Order';
	const [row] = await run('request', 'send', { method: 'GET', path, effect: 'read' });
	expect(row).toMatchObject({ success: true });
});

it('has tried every operation, and sent nothing that the spec does not know', () => {
	expect(untried()).toEqual([]);
	expect(dispatch.requests.filter(({ invalid }) => invalid !== undefined)).toEqual([]);
});
