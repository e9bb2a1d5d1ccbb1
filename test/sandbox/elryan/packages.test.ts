import type { OrderLine, Package } from '../../../sandbox';
import { openElryan, type Client, type Fields } from './client';

let client: Client;
let lines: OrderLine[];
beforeEach(async () => {
	client = await openElryan({ seed: 'empty' });
	lines = client.shop.store.addOrders(2, { lines: 2, quantity: 2 });
});
afterEach(async () => await client.close());

const item = (index: number, quantity = 2) => ({
	order_item_id: Number(lines[index]?.POlineID),
	quantity,
});
const create = async (fields: Fields = {}) =>
	await client.call<Package>('POST /packages', {
		order_id: Number(lines[0]?.['Purchase Order ID']),
		items: [item(0), item(1)],
		...fields,
	});
const statuses = () => lines.map(({ Status }) => Status);

it('packs the items of an order, and no more than there are', async () => {
	const { body } = await create({ items: [item(0, 1)] });
	expect(body.data).toMatchObject({ id: '13', status: 'created', items: [item(0, 1)] });
	expect(statuses()).toEqual(['Packed', 'Pending Confirmation']);
	const again = await create();
	expect([again.status, again.body.error_code]).toEqual([200, 400]);
	expect(again.body.message).toContain('fewer than 2 left');
	expect((await create({ items: [item(0, 1), item(1)] })).body.error_code).toBe(0);
	expect(client.shop.store.packages).toHaveLength(2);
});

it.each<[Fields, string]>([
	[{ order_id: undefined }, 'order_id is required'],
	[{ order_id: 1 }, 'Order 1 not found'],
	[{ items: [] }, 'items is required'],
	[{ items: [{ order_item_id: 5, quantity: 1 }] }, 'Order item 5 not found in order 7723133'],
	[{ tracking: { base64_file: 'no base64!' } }, 'base64_file is not valid base64'],
])('refuses %j', async (fields, message) => {
	expect((await create(fields)).body).toEqual({ data: null, error_code: 400, message });
	expect(client.shop.store.packages).toHaveLength(0);
	expect(client.shop.requests[0]).toMatchObject({ applied: false });
});

it('fulfills by one of the two ways, once', async () => {
	const { id } = (await create()).body.data;
	const file = Buffer.from('%PDF-1.4 own').toString('base64');
	const own = { base64_file: file, tracking_barcode: 'PTS1', provider: 'pts' };
	const { body } = await client.call<Package>(`POST /packages/fulfill/${id}`, own);
	expect(body.data).toMatchObject({ status: 'fulfilled', tracking: { ...own, tracking_pdf: '' } });
	expect(statuses()).toEqual(['Shipped', 'Shipped']);
	for (const path of ['fulfill', 'fulfill-online']) {
		const again = await client.call(`POST /packages/${path}/${id}`, {});
		expect(again.body).toMatchObject({ error_code: 409, message: 'Package is already fulfilled' });
	}
	expect((await client.call(`GET /packages/cancel/${id}`)).body.error_code).toBe(409);
	expect(client.shop.store.deliveries).toHaveLength(1);
});

it('is fulfilled from the start where it comes with tracking', async () => {
	const tracking = { tracking_pdf: 'https://labels.example/1.pdf', provider: 'pts' };
	expect((await create({ tracking })).body.data).toMatchObject({ status: 'fulfilled', tracking });
});

it('makes the label of an online fulfilment, as a file and by URL', async () => {
	const { id } = (await create()).body.data;
	const online = await client.call<Package>(`POST /packages/fulfill-online/${id}`, {
		provider: 'pts',
	});
	expect(online.body.data.tracking).toEqual({ provider: 'pts', tracking_provider: 'pts' });
	const { tracking } = (await client.call<Package>(`GET /packages/${id}`)).body.data;
	const file = Buffer.from(tracking.base64_file, 'base64');
	expect(file.toString('latin1')).toMatch(/^%PDF-1\.4\n[\s\S]*%%EOF\n$/);
	const response = await fetch(tracking.tracking_pdf);
	expect(response.headers.get('content-type')).toBe('application/pdf');
	expect(Buffer.from(await response.arrayBuffer()).equals(file)).toBe(true);
	const other = await fetch(tracking.tracking_pdf.replace(`${id}.pdf`, '99.pdf'));
	expect(other.status).toBe(404);
});

it('has objects of a PDF where its table says', async () => {
	client.shop.settings.labels = 'base64';
	const { id } = (await create()).body.data;
	await client.call(`POST /packages/fulfill-online/${id}`, {});
	const { tracking } = client.shop.store.findPackage(id) ?? {};
	expect(tracking?.tracking_pdf).toBe('');
	const text = Buffer.from(tracking?.base64_file ?? '', 'base64').toString('latin1');
	const offsets = [...text.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset));
	expect(offsets.map((offset) => text.slice(offset, offset + 7))).toEqual(
		[1, 2, 3, 4, 5].map((number) => `${number} 0 obj`),
	);
	const start = Number(/startxref\n(\d+)/.exec(text)?.[1]);
	expect(text.slice(start, start + 4)).toBe('xref');
});

it('cancels by GET, once, and frees the items', async () => {
	const { id } = (await create()).body.data;
	expect((await client.call(`GET /packages/cancel/${id}`)).body.data.status).toBe('cancelled');
	expect(statuses()).toEqual(['Under Preparation', 'Under Preparation']);
	expect((await client.call(`GET /packages/cancel/${id}`)).body.error_code).toBe(409);
	expect((await create()).body.data.id).toBe('14');
});

it('shows the tracking as an object or a list, cut in searches', async () => {
	await create({ tracking: { tracking_barcode: 'PTS1', provider: 'pts' } });
	const search = { search: { order_id: Number(lines[0]?.['Purchase Order ID']), status: null } };
	const found = async () =>
		(await client.call<Package[]>('POST /packages/search', search)).body.data[0]?.tracking;
	expect(await found()).toEqual({ tracking_provider: '', provider: 'pts' });
	client.shop.settings.trackingShape = 'array';
	expect(await found()).toEqual([{ tracking_provider: '', provider: 'pts' }]);
	const one = await client.call<Package>('GET /packages/13');
	expect(one.body.data.tracking).toMatchObject([{ tracking_barcode: 'PTS1' }]);
});

it('keeps tracking records, one a package', async () => {
	await create({ tracking: { tracking_barcode: 'PTS1', provider: 'pts' } });
	const search = async () =>
		(await client.call<Fields[]>('POST /package-tracking/search', {})).body.data;
	expect(await search()).toMatchObject([{ id: '1', package_id: '13', tracking_barcode: 'PTS1' }]);
	await client.call('POST /package-tracking/upsert', { package_id: '13', step: 'Basra' });
	await client.call('POST /package-tracking/upsert', { note: 'another' });
	expect(await search()).toMatchObject([
		{ id: '1', step: 'Basra' },
		{ id: '2', note: 'another' },
	]);
	const one = await client.call('GET /package-tracking/get/1');
	expect(one.body.data).toMatchObject({ step: 'Basra', provider: 'pts' });
});

it('delivers', async () => {
	await create({ tracking: { tracking_barcode: 'PTS1' } });
	const event = { delivery_info: { place: 'بغداد' } };
	expect((await client.call('PUT /deliveries/1/event', event)).body.data).toMatchObject(event);
	await client.call('PUT /deliveries/1/status', { status: 'in_transit' });
	expect(statuses()).toEqual(['Shipped', 'Shipped']);
	await client.call('PUT /deliveries/1/status', { status: 'delivered' });
	expect(statuses()).toEqual(['Delivered', 'Delivered']);
	const { body } = await client.call('GET /deliveries/1/');
	expect(body.data).toMatchObject({ ...event, status: 'delivered', package_id: '13' });
	expect((await client.call('GET /deliveries/1')).status).toBe(404);
});
