import type { OrderLine } from '../../../sandbox';
import { openElryan, type Client, type Fields } from './client';

let client: Client;
beforeEach(async () => {
	client = await openElryan({ seed: 'empty' });
});
afterEach(async () => await client.close());

const list = async <T = Fields>(resource: string, body: unknown): Promise<T[]> =>
	(await client.call<T[]>(`POST /${resource}/search`, body)).body.data;
const skus = async (body: unknown) => (await list('variants', body)).map(({ sku }) => sku);

it('pages by start and length, without a total, and ends on a short page', async () => {
	client.shop.store.addVariants(25);
	const { body } = await client.call('POST /variants/search', { start: 0, length: 10 });
	expect(Object.keys(body)).toEqual(['data', 'error_code']);
	const pages = [];
	for (const start of [0, 10, 20, 30]) pages.push(await skus({ start, length: 10 }));
	expect(pages.map(({ length }) => length)).toEqual([10, 10, 5, 0]);
	expect(new Set(pages.flat()).size).toBe(25);
	expect(await skus({ start: 0, length: 0 })).toHaveLength(10);
	expect(await skus({})).toHaveLength(10);
});

it('gives no more than its maximum, or refuses, as set', async () => {
	client.shop.store.addVariants(25);
	client.shop.settings.maxLength = 7;
	expect(await skus({ start: 0, length: 10 })).toHaveLength(7);
	await client.control('PUT /settings', { overMaxLength: 'refuse' });
	const { status, body } = await client.call('POST /variants/search', { length: 8 });
	expect([status, body.error_code]).toEqual([200, 400]);
	expect(await skus({ length: 7 })).toHaveLength(7);
});

it('answers lists in either envelope, for all or for one', async () => {
	client.shop.store.addOrders(1);
	client.shop.settings.listEnvelope = 'data.data';
	expect(await list('orders', {})).toMatchObject({ data: [{ recordType: 'salesorder' }] });
	client.shop.settings.listEnvelope = { 'variant.getAll': 'data.data' };
	expect(await list('orders', {})).toMatchObject([{ recordType: 'salesorder' }]);
	expect(Array.isArray(await list('variants', {}))).toBe(false);
	const reasons = await client.call('GET /orders/cancel-reasons');
	expect(reasons.body.data).toEqual(['out_of_stock', 'incorrect_pricing', 'sourcing_delay']);
});

it('filters by what is meant: null and empty texts are not', async () => {
	client.shop.store.addVariants(9);
	expect(await skus({ search: { sku: 'ELR-000002', remote_supplier_id: '', id: null } })).toEqual([
		'ELR-000002',
	]);
	expect(await skus({ search: { name: 'galaxy' } })).toHaveLength(4);
	await client.call('GET /variants/disabled/ELR-000003');
	expect(await skus({ search: { is_active: false } })).toEqual(['ELR-000003']);
	expect(await list('products', { search: { remote_brand_id: 'samsung' } })).toMatchObject([
		{ spu: 'galaxy_a55_2', variants: [{}, {}, {}, {}] },
	]);
	expect(await list('brands', { search: { is_active: 'true' } })).toHaveLength(7);
});

it('honours or ignores time filters, as set', async () => {
	const { store, clock, settings } = client.shop;
	store.addOrders(5);
	clock.advance(60_000);
	const updated_from = new Date(clock.now() - 1000).toISOString();
	const late = store.placeOrderLine();
	store.moveOrder(store.orderLines[1]?.POlineID ?? '', 'Shipped');
	const search = async (filter: Fields) =>
		(await list<OrderLine>('orders', { search: filter })).map(({ POlineID }) => POlineID);
	expect(await search({ updated_from })).toEqual([store.orderLines[1]?.POlineID, late.POlineID]);
	expect(await search({ created_from: updated_from })).toEqual([late.POlineID]);
	expect(await search({ updated_to: updated_from })).toHaveLength(4);
	settings.honourTimeFilter = false;
	expect(await search({ updated_from })).toHaveLength(6);
});

it('lists what happens in either order', async () => {
	client.shop.store.addTransactions(3);
	const ids = async () => (await list('transactions', { length: 2 })).map(({ id }) => id);
	expect(await ids()).toEqual(['3364306', '3364307']);
	client.shop.settings.listOrder = 'newestFirst';
	expect(await ids()).toEqual(['3364308', '3364307']);
	expect(await list('transactions', { start: 2, length: 2 })).toMatchObject([{ id: '3364306' }]);
});

it('is quick with 10,000 variants and orders', async () => {
	const started = performance.now();
	client.shop.store.addVariants(10_000);
	client.shop.store.addOrders(10_000);
	for (let start = 0; start < 10_000; start += 1000) {
		expect(await skus({ start, length: 1000 })).toHaveLength(1000);
	}
	expect(performance.now() - started).toBeLessThan(5000);
});
