import { openShop, type Client, type Fields } from './client';

let client: Client;
beforeAll(async () => {
	client = await openShop();
});
afterAll(async () => await client.close());
beforeEach(() => client.shop.resetStats());

const TRACKING = { title: 'Aramex', carrier_code: 'aramex' };

describe('documented words', () => {
	it.each<[string, Fields, string]>([
		['view_product_data', {}, "Product 'sku' or 'product_id' is required."],
		[
			'view_product_data',
			{ sku: 'a', product_id: 1 },
			"Please provide either 'sku' or 'product_id', not both.",
		],
		['update_product_stock', { qty: 1 }, "Product 'sku' or 'product_id' is required."],
		[
			'update_product_data',
			{ sku: 'a' },
			"At least one of the following fields must be provided: 'name', 'description', 'short_description'.",
		],
		[
			'update_product_price',
			{ sku: 'a' },
			"At least one of the following fields must be provided: 'price', 'special_price', 'special_from_date', 'special_to_date'.",
		],
		[
			'update_product_stock',
			{ sku: 'a' },
			"At least one of the following fields must be provided: 'qty', 'is_in_stock'.",
		],
		['update_product_price', { sku: 'a', price: -1 }, "Field 'price' must be a positive number."],
		['update_product_price', { sku: 'a', price: '9' }, "Field 'price' must be a positive number."],
		['update_product_stock', { sku: 'a', qty: 1.5 }, "Field 'qty' must be a positive integer."],
		[
			'update_product_stock',
			{ sku: 'a', is_in_stock: 'true' },
			"Field 'is_in_stock' must be a boolean.",
		],
	])('%s %j', async (action, data, message) => {
		const { status, body } = await client.call(action, data);
		expect({ status, body }).toEqual({ status: 200, body: { success: false, message } });
		expect(client.shop.requests[0]).toMatchObject({ action, invalid: message, applied: false });
	});

	it.each([
		['view_customer_list', 'customers'],
		['view_order_list', 'orders'],
		['view_product_list', 'products'],
	])('%s has its list fields beside a wrong page', async (action, list) => {
		const { body } = await client.call(action, { page: 0, page_size: 20 });
		expect(body).toEqual({
			success: false,
			message: "Field 'page' must be an integer greater than or equal to 1.",
			total_count: 0,
			page_size: 20,
			page: 1,
			[list]: [],
		});
	});
});

describe('other violations are a 400 that says why', () => {
	it.each<[string, Fields, string]>([
		['view_order_list', { page_size: 51 }, "Field 'page_size' must be an integer from 1 to 50."],
		['view_order_list', { page_size: 0 }, "Field 'page_size' must be an integer from 1 to 50."],
		['view_order_list', { sort: 'desc' }, "Field 'sort' must be one of ASC, DESC."],
		['view_order_list', { pagesize: 5 }, "Field 'pagesize' is not known."],
		['view_order_list', { filter: { created_at: {} } }, "Field 'filter.created_at' is not known."],
		[
			'view_order_list',
			{ filter: { status: { like: 'a' } } },
			"Field 'filter.status.like' is not known.",
		],
		['view_order_data', {}, "Please provide either 'order_id' or 'increment_id', and not both."],
		[
			'update_order_cancel',
			{ order_id: 1, increment_id: '1' },
			"Please provide either 'order_id' or 'increment_id', and not both.",
		],
		['view_order_data', { order_id: '24101' }, "Field 'order_id' must be integer."],
		['view_order_data', { increment_id: 24101 }, "Field 'increment_id' must be string."],
		['update_order_status', { order_id: 1 }, "Field 'status' is required."],
		['update_order_invoice', { order_id: 1 }, "Field 'paid' is required."],
		['update_order_invoice', { order_id: 1, paid: '161' }, "Field 'paid' must be number."],
		['update_order_comment', { order_id: 1 }, "Field 'comment' is required."],
		[
			'update_order_comment',
			{ order_id: 1, comment: 'a', notify: 'true' },
			"Field 'notify' must be boolean.",
		],
		[
			'update_order_shipment',
			{ order_id: 1, tracking: [TRACKING] },
			"Field 'tracking.0.track_number' is required.",
		],
		[
			'update_product_price',
			{ sku: 'a', special_from_date: '2026-01-01' },
			'Dates have the form YYYY-MM-DD HH:MM:SS.',
		],
		['view_customer_groups', { page: 1 }, "Field 'data' must be empty."],
		['make_order', {}, "Action 'make_order' is not known."],
	])('%s %j', async (action, data, message) => {
		const { status, body } = await client.call(action, data);
		expect({ status, body }).toEqual({ status: 400, body: { success: false, message } });
		expect(client.shop.requests[0]).toMatchObject({ action, invalid: message, applied: false });
	});

	it('an action on the path of another resource', async () => {
		const reply = await client.send('product', { action: 'view_order_list', data: {} });
		expect(reply.body.message).toBe("Action 'view_order_list' is not known.");
	});
});

describe('what Magento refuses', () => {
	it('a body that is no JSON, or none at all', async () => {
		expect(await client.send('order', '{"action":')).toMatchObject({
			status: 400,
			body: { message: 'Decoding error.' },
		});
		expect((await client.send('order', undefined)).status).toBe(400);
	});

	it('an unknown route', async () => {
		const { status, body } = await client.send('orders', {});
		expect({ status, body }).toEqual({
			status: 404,
			body: { message: 'Request does not match any route.' },
		});
	});

	it('a token call without a password', async () => {
		const { status, body } = await client.send('token', { username: 'a' });
		expect({ status, body }).toEqual({
			status: 400,
			body: { success: false, message: "Field 'password' is required." },
		});
	});
});

it('marks no valid request as invalid', async () => {
	await client.call('view_order_list', { filter: null, sort: 'ASC', page: 1, page_size: 50 });
	await client.call('view_product_list', { filter: { in_stock: true, status: false } });
	await client.call('view_customer_groups');
	expect(client.shop.requests.map(({ invalid }) => invalid)).toEqual([
		undefined,
		undefined,
		undefined,
	]);
	expect(client.shop.requests.every(({ applied }) => applied)).toBe(true);
});

it('finds a mistake even in a request whose token is refused', async () => {
	const body = { action: 'view_order_list', data: { page: 0 } };
	const reply = await client.send('order', body, { authorization: 'Bearer nonsense' });
	expect(reply.status).toBe(401);
	expect(client.shop.requests[0]?.invalid).toContain("'page'");
});
