import { errorOf, openDispatch, triggerOf, type Client, type Fields } from './client';

let client: Client;
beforeEach(async () => {
	client = await openDispatch({ seed: 'empty' });
});
afterEach(async () => await client.close());

const mail = { type: 'send_email', recipient: 'customer', template: 'delivery_confirmation' };
const list = async (what: string) =>
	(await client.call<Fields[]>(`GET /workflows/${what}`)).body.data;
const configure = async (change: Fields = {}) =>
	await client.call('POST /workflows/configure', {
		name: 'Customer Delivery Notification',
		entityType: 'Shipment',
		triggerId: triggerOf('Shipment', 'shipment_delivered'),
		action: mail,
		...change,
	});

it('tells what can start a workflow', async () => {
	const [created, changed] = await list('triggers/Order');
	expect(created).toEqual({
		guid: triggerOf('Order', 'order_created'),
		name: 'Order Created',
		code: 'order_created',
		description: 'Fires when a new order is created',
	});
	expect(changed).toMatchObject({
		name: 'Order Status Changed',
		description: 'Fires when order status changes',
	});
	for (const type of ['Shipment', 'Customer', 'Product']) {
		expect((await list(`triggers/${type}`)).length).toBeGreaterThan(1);
	}
});

it('has no triggers for products where the setting follows the other half of the reference', async () => {
	await client.control('PUT /settings', { productTriggers: false });
	const refused = [400, false, 'CONFIGURATION_ERROR', "Entity type 'Product' is not supported"];
	expect(errorOf(await client.call('GET /workflows/triggers/Product'))).toEqual(refused);
	const triggerId = triggerOf('Product', 'product_created');
	expect(errorOf(await configure({ entityType: 'Product', triggerId }))).toEqual(refused);
	expect(await list('Product/configured')).toEqual([]);
	expect((await client.call('GET /workflows/triggers/Invoice')).status).toBe(400);
});

it('makes a workflow, and another one each time', async () => {
	const first = await configure({ conditions: { status: 'delivered' } });
	expect(first.body).toEqual({
		data: {
			guid: expect.any(String),
			name: 'Customer Delivery Notification',
			isActive: true,
		},
		success: true,
	});
	await configure();
	expect(client.dispatch.store.workflows).toHaveLength(2);
	expect(await list('Shipment/configured')).toMatchObject([
		{
			guid: first.body.data.guid,
			name: 'Customer Delivery Notification',
			entityType: 'Shipment',
			trigger: 'shipment_delivered',
			action: 'send_email',
			isActive: true,
			isManaged: false,
		},
		{ isActive: true },
	]);
	expect(await list('Order/configured')).toEqual([]);
});

it.each<[Fields, number, string, string]>([
	[{ guid: 'a' }, 400, 'CONFIGURATION_ERROR', "Field 'guid' is not known."],
	[{ name: undefined }, 400, 'CONFIGURATION_ERROR', "Field 'name' is required."],
	[{ action: { type: 'fax' } }, 400, 'CONFIGURATION_ERROR', "Action 'fax' is not known."],
	[{ action: { ...mail, cc: 'a' } }, 400, 'CONFIGURATION_ERROR', "Field 'action.cc' is not known."],
	[
		{ action: { type: 'send_email', recipient: 'customer' } },
		400,
		'CONFIGURATION_ERROR',
		"The action needs 'template'",
	],
	[{ action: { type: 'update_status' } }, 400, 'CONFIGURATION_ERROR', "The action needs 'status'"],
	[
		{ action: { type: 'webhook', url: 'ftp://a.example' } },
		400,
		'CONFIGURATION_ERROR',
		"The action's 'url' must be an http or https address",
	],
	[
		{ action: { type: 'webhook', url: 'https://a.example', headers: 'a' } },
		400,
		'CONFIGURATION_ERROR',
		"The action's 'headers' must be an object",
	],
	[{ triggerId: triggerOf('Order', 'order_created') }, 404, 'NOT_FOUND', 'Trigger not found'],
])('refuses %j', async (change, status, code, message) => {
	expect(errorOf(await configure(change))).toEqual([status, false, code, message]);
	expect(client.dispatch.store.workflows).toEqual([]);
	expect(client.dispatch.requests[0]).toMatchObject({ applied: false });
});

it('wants the address of a webhook in the field that the setting names', async () => {
	const url = 'https://n8n.example/webhook/1';
	await client.control('PUT /settings', { webhookUrlField: 'endpointUrl' });
	expect(errorOf(await configure({ action: { type: 'webhook', url } }))).toEqual([
		400,
		false,
		'CONFIGURATION_ERROR',
		"The action needs 'endpointUrl'",
	]);
	const action = { type: 'webhook', endpointUrl: url, secret: 'a' };
	expect((await configure({ action })).status).toBe(200);
	expect(client.dispatch.store.workflows).toMatchObject([{ action }]);
});

it('switches to and fro, and deletes once', async () => {
	const { guid } = (await configure()).body.data;
	const toggle = async () => await client.call(`GET /workflows/configured/${String(guid)}/toggle`);
	expect((await toggle()).body).toEqual({ data: { guid, isActive: false }, success: true });
	expect(await list('Shipment/configured')).toMatchObject([{ isActive: false }]);
	expect((await toggle()).body.data).toEqual({ guid, isActive: true });

	const remove = async () => await client.call(`DELETE /workflows/configured/${String(guid)}`);
	expect((await remove()).body).toEqual({ success: true });
	const gone = [404, false, 'NOT_FOUND', 'Workflow not found'];
	expect(errorOf(await remove())).toEqual(gone);
	expect(errorOf(await toggle())).toEqual(gone);
	expect(client.dispatch.store.workflows).toEqual([]);
});

it('shows managed workflows when asked, or where the setting says so', async () => {
	await client.close();
	client = await openDispatch();
	const managed = async (query: string) =>
		(await list(`Shipment/configured${query}`)).map(({ isManaged }) => isManaged);
	expect(await managed('')).toEqual([false]);
	expect(await managed('?managed=true')).toEqual([true, false]);
	client.dispatch.settings.managedByDefault = true;
	expect(await managed('')).toEqual([true, false]);
	expect(await managed('?managed=false')).toEqual([false]);
	expect((await client.call('GET /workflows/Shipment/configured?managed=1')).status).toBe(400);
});
