import type { Customer, Order, Product } from '../../sandbox';
import { openShop, type Client, type Fields } from './client';

let client: Client;
beforeAll(async () => {
	client = await openShop();
});
afterAll(async () => await client.close());

interface OrderList {
	orders: Order[];
	total_count: number;
}

const orders = async (data: Fields = {}): Promise<OrderList & Fields> =>
	(await client.call<OrderList & Fields>('view_order_list', data)).body;
const ids = (list: OrderList): number[] => list.orders.map(({ order_id }) => order_id);

describe('paging', () => {
	it('gives ten, newest first, unless told otherwise', async () => {
		const first = await orders();
		expect(first).toMatchObject({
			success: true,
			message: '10 order(s) retrieved successfully',
			total_count: 12,
			page_size: 10,
			page: 1,
		});
		const dates = first.orders.map(({ created_at }) => created_at);
		expect(dates).toEqual([...dates].sort().reverse());
	});

	it.each(['ASC', 'DESC'])('gives every order once over all pages, %s', async (sort) => {
		const seen: number[] = [];
		for (let page = 1; page <= 3; page++)
			seen.push(...ids(await orders({ sort, page, page_size: 5 })));
		expect(seen).toHaveLength(12);
		const ascending = client.shop.store.orders.map(({ order_id }) => order_id);
		expect(seen).toEqual(sort === 'ASC' ? ascending : ascending.reverse());
	});

	it('gives an empty page after the last one', async () => {
		const beyond = await orders({ page: 4, page_size: 5 });
		expect(beyond).toMatchObject({ success: true, total_count: 12, page: 4, orders: [] });
	});

	it('breaks a tie of created_at by id', async () => {
		const created_at = '2020-01-01 00:00:00';
		const added = client.shop.store.addOrders(3, { created_at, updated_at: created_at });
		const oldest = await orders({ sort: 'ASC', page_size: 3 });
		expect(ids(oldest)).toEqual(added.map(({ order_id }) => order_id));
		client.shop.reset();
		await client.login();
	});
});

describe('orders', () => {
	it.each([
		['eq', 'canceled', (status: string) => status === 'canceled'],
		['neq', 'canceled', (status: string) => status !== 'canceled'],
		['in', ['pending', 'shipped'], (status: string) => ['pending', 'shipped'].includes(status)],
	])('filters by status, %s', async (operator, value, wanted) => {
		const filter = { status: { [operator]: value } };
		const list = await orders({ filter, page_size: 50 });
		const expected = client.shop.store.orders.filter(({ status }) => wanted(status));
		expect(expected.length).toBeGreaterThan(0);
		expect(expected.length).toBeLessThan(12);
		expect(list.total_count).toBe(expected.length);
		expect(new Set(ids(list))).toEqual(new Set(expected.map(({ order_id }) => order_id)));
	});

	it('filters by state and status together', async () => {
		const filter = { state: { eq: 'complete' }, status: { neq: 'delivered' } };
		const list = await orders({ filter, page_size: 50 });
		expect(list.orders.map(({ status }) => status).sort()).toEqual([
			'enrolled',
			'failedtodeliver',
			'shipped',
		]);
	});

	it('leaves invoice and shipment out, each unless asked for', async () => {
		const data = { filter: { status: { eq: 'delivered' } } };
		const [bare] = (await orders(data)).orders;
		expect(bare).not.toHaveProperty('invoice');
		expect(bare).not.toHaveProperty('shipment');
		const [invoiced] = (await orders({ ...data, include_invoices: true })).orders;
		expect(invoiced).toHaveProperty('invoice.state', 'paid');
		expect(invoiced).not.toHaveProperty('shipment');
		const [shipped] = (await orders({ ...data, include_shipments: true })).orders;
		expect(shipped).toHaveProperty('shipment.tracking.0.track_number');
		expect(shipped).not.toHaveProperty('invoice');
	});
});

describe('products', () => {
	const products = async (data: Fields): Promise<{ products: Product[]; total_count: number }> =>
		(await client.call<{ products: Product[]; total_count: number }>('view_product_list', data))
			.body;

	it('sort by product_id and carry prices as strings', async () => {
		const { products: list } = await products({ page_size: 50 });
		const found = list.map(({ product_id }) => product_id);
		expect(found).toEqual([...found].sort((a, b) => b - a));
		expect(list[0]?.price).toMatch(/^\d+\.\d{6}$/);
	});

	it.each([
		[{ in_stock: true }, (p: Product) => p.quantity_and_stock_status.is_in_stock],
		[{ in_stock: false }, (p: Product) => !p.quantity_and_stock_status.is_in_stock],
		[{ status: true }, (p: Product) => p.status === '1'],
		[{ status: false }, (p: Product) => p.status === '2'],
	])('filter by %j', async (filter, wanted) => {
		const list = await products({ filter, page_size: 50 });
		expect(list.total_count).toBe(client.shop.store.products.filter(wanted).length);
		expect(list.products.length).toBeGreaterThan(0);
		expect(list.products.every(wanted)).toBe(true);
	});
});

describe('customers', () => {
	it('sort by id and have is_guest 0', async () => {
		const { body } = await client.call<{ customers: Customer[] }>('view_customer_list', {
			sort: 'ASC',
		});
		expect(body.customers.map(({ id }) => id)).toEqual(
			client.shop.store.customers.slice(0, 10).map(({ id }) => id),
		);
		expect(body.customers.every(({ is_guest }) => is_guest === 0)).toBe(true);
	});

	it('have three groups', async () => {
		const { body } = await client.call<{ customer_groups: Fields[] }>('view_customer_groups');
		expect(body.customer_groups.map(({ code }) => code)).toEqual([
			'general',
			'wholesale',
			'retailer',
		]);
	});

	it('are told in other words when there are none', async () => {
		const empty = await openShop({ seed: 'empty' });
		const { body } = await empty.call('view_customer_list', { page_size: 20 });
		await empty.close();
		expect(body).toEqual({
			success: true,
			message: 'No customers found for this seller',
			total_count: 0,
			page_size: 20,
			page: 1,
			customers: [],
		});
	});
});

it('the demo shop is the same at every start', async () => {
	const other = await openShop();
	expect(other.shop.store.orders).toEqual(client.shop.store.orders);
	expect(other.shop.store.products).toEqual(client.shop.store.products);
	await other.close();
});
