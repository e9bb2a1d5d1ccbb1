import type { IDataObject } from 'n8n-workflow';
import { elryan as marketplace } from '../../index';
import { openElryan } from './elryan';
import { by } from './open';
import { tracker } from './tried';

let shop: Awaited<ReturnType<typeof openElryan>>;
let elryan: typeof shop.elryan;
beforeAll(async () => {
	shop = await openElryan({ elryan: { seed: 'demo' } });
	({ elryan } = shop);
});
afterAll(async () => await shop.close());

const { note, untried } = tracker('Elryan');
async function run(
	resource: string,
	operation: string,
	parameters: IDataObject = {},
): Promise<IDataObject[]> {
	note(resource, operation);
	const { error, rows } = await shop.run(resource, operation, parameters);
	expect(error).toBeUndefined();
	return rows;
}

it('lists everything', async () => {
	const lists = Object.entries(marketplace.resources).filter(
		([, { operations }]) => 'getAll' in operations,
	);
	for (const [resource] of lists) await run(resource, 'getAll', { returnAll: true });
	const reasons = await run('order', 'getCancelReasons', { returnAll: true });
	expect(reasons).toHaveLength(elryan.settings.cancelReasons.length);
	const open = await run('order', 'getUnfulfilled', { returnAll: true, simple: false });
	expect(open.length).toBeGreaterThan(0);
});

it('keeps a category, a brand, an attribute and its value', async () => {
	const remoteId = 'n8n_1';
	const [category] = await upsertAndGet('category', remoteId, {
		additionalFields: { name: 'Power' },
	});
	expect(category).toMatchObject({ name: 'Power' });
	const [brand] = await upsertAndGet('brand', remoteId, { name: 'Anker' });
	expect(brand).toMatchObject({ name: 'Anker' });
	const [attribute] = await upsertAndGet('attribute', remoteId, { name: 'Colour' });
	expect(attribute).toMatchObject({ name: 'Colour' });
	const [value] = await upsertAndGet('attributeValue', 'n8n_2', {
		value: 'Blue',
		attributeRemoteId: remoteId,
		attributeName: 'Colour',
		attributeIsActive: true,
	});
	expect(value).toMatchObject({ value: 'Blue' });
});

async function upsertAndGet(resource: string, remoteId: string, fields: IDataObject) {
	await run(resource, 'upsert', { remoteId, isActive: true, ...fields });
	return await run(resource, 'get', { remoteId: by('id', remoteId) });
}

it('keeps a product and its variants, and takes them off and on sale', async () => {
	const variants = { values: [{ sku: 'n8n-a', price: '10', stock: '1', isActive: true }] };
	await run('product', 'upsert', {
		spu: 'n8n-pencil',
		additionalFields: { name: 'قلم', isActive: true, variants },
	});
	const spu = by('id', 'n8n-pencil');
	const [product] = await run('product', 'get', { spu });
	expect(product).toMatchObject({ name: 'قلم' });
	await run('variant', 'upsert', {
		sku: 'n8n-b',
		spu: 'n8n-pencil',
		additionalFields: { price: '5', stock: '0' },
	});
	const [priced] = await run('variant', 'updatePriceStock', {
		sku: 'n8n-b',
		updateFields: { price: '7.5', stock: '3' },
	});
	expect(priced).toMatchObject({ sku: 'n8n-b' });
	const sku = by('id', 'n8n-b');
	const [variant] = await run('variant', 'get', { sku });
	expect(variant).toMatchObject({ sku: 'n8n-b', price: 7.5, stock: 3 });
	for (const [operation, isActive] of [
		['disable', false],
		['enable', true],
	] as const) {
		await run('product', operation, { spu });
		await run('variant', operation, { sku });
		expect(elryan.store.findVariant('n8n-b')).toMatchObject({ is_active: isActive });
		expect(elryan.store.findProduct('n8n-pencil')).toMatchObject({ is_active: isActive });
	}
});

it('prepares a line, cancels another, and reads both', async () => {
	const [first, second] = [elryan.store.placeOrderLine(), elryan.store.placeOrderLine()];
	await run('order', 'prepare', { poLineId: by('id', first.POlineID) });
	await run('order', 'cancel', {
		poLineId: by('id', second.POlineID),
		reason: by('value', 'sold in the shop'),
	});
	const [prepared] = await run('order', 'get', { poLineId: by('id', first.POlineID) });
	expect(prepared).toMatchObject({ status: 'Under Preparation' });
	expect(elryan.store.findLine(second.POlineID)).toMatchObject({
		Status: 'Cancelled',
		cancelReason: 'sold in the shop',
	});
});

/** A package of an order of its own; its ID. */
async function createPackage(): Promise<string> {
	const { POlineID: line, 'Purchase Order ID': order } = elryan.store.placeOrderLine();
	const [parcel] = await run('package', 'create', {
		itemsFrom: 'rows',
		orderId: Number(order),
		items: { values: [{ orderItemId: Number(line), quantity: 1 }] },
	});
	return String(parcel.id);
}

it('creates packages, fulfils one by each way, cancels one', async () => {
	const [own, online, cancelled] = [
		await createPackage(),
		await createPackage(),
		await createPackage(),
	];
	await run('package', 'fulfill', {
		packageId: by('id', own),
		additionalFields: { provider: 'pts', trackingBarcode: 'PTS1' },
	});
	await run('package', 'fulfillOnline', { packageId: by('id', online) });
	await run('package', 'cancel', { packageId: by('id', cancelled) });
	const statusOf = async (id: string) =>
		(await run('package', 'get', { packageId: by('id', id) }))[0].status;
	expect(await statusOf(cancelled)).toBe('cancelled');
	expect(await statusOf(own)).toBe(await statusOf(online));
});

it('tells of trackings and deliveries', async () => {
	const body = '{"tracking_barcode":"N8N1","provider":"pts"}';
	const [tracking] = await run('tracking', 'upsert', { body });
	const trackingId = by('id', String(tracking.id ?? tracking._id));
	const [read] = await run('tracking', 'get', { trackingId });
	expect(read).toMatchObject({ tracking_barcode: 'N8N1' });
	const [{ id }] = elryan.store.deliveries;
	const deliveryId = String(id);
	await run('delivery', 'updateEvent', { deliveryId, deliveryInfo: '{"note":"gate"}' });
	await run('delivery', 'updateStatus', { deliveryId, status: 'in_transit' });
	const [delivery] = await run('delivery', 'get', { deliveryId });
	expect(delivery).toMatchObject({ status: 'in_transit' });
});

it('reads a transaction, asks after Elryan’s health, and starts its cron job', async () => {
	const [{ id }] = elryan.store.transactions;
	const [transaction] = await run('transaction', 'get', {
		transactionId: by('id', String(id)),
		simple: false,
	});
	expect(transaction).toMatchObject({ id });
	await run('system', 'healthCheck');
	await run('system', 'startCron', { confirm: true });
});

it('sends a call that the node has no operation for', async () => {
	await run('request', 'send', {
		method: 'POST',
		path: '/brands/search',
		effect: 'read',
		additionalFields: { body: '{"start":0,"length":1}' },
	});
});

it('has tried every operation, and sent nothing that Elryan’s API does not know', () => {
	expect(untried()).toEqual([]);
	expect(elryan.requests.filter(({ invalid }) => invalid !== undefined)).toEqual([]);
});
