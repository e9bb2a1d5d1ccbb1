import { openVanilla, type Client } from './client';
import { ADDRESS, ORDER, ORDER_UPDATE } from './samples';

let client: Client;
beforeAll(async () => {
	client = await openVanilla();
});
beforeEach(() => client.shop.reset());
afterAll(async () => await client.close());

it('creates an order under the id that was chosen, and shows its codes as numbers', async () => {
	const { data } = await client.call('POST /order', ORDER);
	expect(data).toMatchObject({
		...{ order_id: 600_001, store_name: 'Your Store', customer_group_id: 8, lastname: 'الحربي' },
		...{ payment_country: 'Saudi Arabia', payment_country_id: 184, payment_zone_id: 2877 },
		...{ payment_zone: 'Al Madinah', shipping_zone: 'مكة المكرمة', payment_postcode: '' },
		...{ total: '199.5000', shipping_cost: '20.5000', payment_cost: '0.0000' },
		...{ order_status_id: 1, language_id: 2, is_gift: 0, is_mobile_order: 1, gift_code: null },
		payment_method: 'تـحـويـل بـنـكـي',
		products: [{ product_id: 86, sku: 'van.86', quantity: 2, price: '89.5000', tax: '0.0000' }],
		totals: [{ code: 'sub_total' }, { code: 'shipping', value: '20.5000' }, { code: 'total' }],
		history: [],
	});
	expect((await client.call('GET /order/600001')).data).toEqual(data);
});

it('refuses an id that is taken, however it is written', async () => {
	await client.call('POST /order', ORDER);
	for (const order_id of [600_001, '600001', '600001.0']) {
		const { status, body } = await client.call('POST /order', { ...ORDER, order_id });
		expect([status, body.errors]).toEqual([
			422,
			{ order_id: ['The order id has already been taken.'] },
		]);
	}
	expect(client.shop.store.orders.size).toBe(7);
});

it.each([
	[{ order_id: 499_999 }, { order_id: ['The order id must be at least 500000.'] }],
	[{ store_id: 5 }, { store_id: ['The selected store id is invalid.'] }],
	[{ customer_id: 'aut' }, { customer_id: ['The selected customer id is invalid.'] }],
	[{ payment_zone_id: 2877 }, { payment_zone_id: ['The selected payment zone id is invalid.'] }],
	[{ is_gift: 'yes' }, { is_gift: ['The is gift field must be true or false.'] }],
	[{ gift_code: 'G10' }, { gift_code: ['The selected gift code is invalid.'] }],
	[{ totals: [{}, {}] }, { totals: ['The totals must have at least 3 items.'] }],
	[{ promotions: [1, 9] }, { promotions: ['The selected promotions is invalid.'] }],
	[{ language: 'fr' }, { language: ['The selected language is invalid.'] }],
])('refuses %j', async (wrong, errors) => {
	const { status, body } = await client.call('POST /order', { ...ORDER, ...wrong });
	expect(status).toBe(422);
	expect(body.errors).toMatchObject(errors);
	expect(client.shop.store.orders.has('600001')).toBe(false);
});

it.each(['PUT', 'PATCH'])('replaces the whole order by %s', async (verb) => {
	await client.call('POST /order', { ...ORDER, fax: '1', gift_code: 'G3', promotions: [1, 2] });
	const before = client.shop.store.orders.get('600001');
	expect(before).toMatchObject({ fax: '1', gift_code: 'G3', promotions: '1,2', invoice_no: 144 });
	client.shop.clock.advance(60_000);
	const change = { ...ORDER_UPDATE, order_status_code: 'shipped', payment_zone_id: 'rd' };
	const { data } = await client.call(`${verb} /order/600001`, change);
	expect(data).toMatchObject({
		...{ order_id: 600_001, invoice_no: 144, order_status_id: 3, payment_zone: 'Ar Riyad' },
		...{ fax: '', gift_code: null, promotions: null },
	});
	expect(data.date_modified).not.toBe(data.date_added);
	expect((await client.call(`${verb} /order/600001`, ADDRESS)).status).toBe(422);
	expect((await client.call(`${verb} /order/600002`, change)).status).toBe(404);
});

it('changes both addresses and nothing else', async () => {
	await client.call('POST /order', { ...ORDER, shipping_postcode: '22211' });
	const address = { ...ADDRESS, shipping_city: 'Dubai', shipping_country_id: 'AE' };
	const sent = { ...address, shipping_zone_id: 'DU', payment_address_lat: '24.7' };
	const { data } = await client.call('POST /order/600001/updateAddress', sent);
	expect(data).toMatchObject({
		...{ shipping_country_id: 221, shipping_zone_id: 3507, shipping_postcode: '' },
		...{ payment_address_lat: '24.7', total: '199.5000', lastname: 'الحربي' },
	});
	const wrong = await client.call('POST /order/600001/updateAddress', {
		...sent,
		shipping_city: 0,
	});
	expect(wrong.status).toBe(200);
	const short = { ...sent, shipping_telephone: null };
	expect((await client.call('POST /order/600001/updateAddress', short)).body.errors).toEqual({
		shipping_telephone: ['The shipping telephone field is required.'],
	});
});

it('writes a line into the history for each status and each comment', async () => {
	const change = { order_status_code: 'complete', order_id: '500004' };
	const before = client.shop.store.orders.get('500004')?.history.length ?? -1;
	const { data } = await client.call('POST /orderStatus', change);
	expect(data).toMatchObject({ order_id: 500_004, user_id: -1, order_status_id: 5, notify: 1 });
	await client.call('POST /orderStatus', change);
	const comment = { comment: 'اتصلنا بالعميل', order_id: 500_004, user_id: 7 };
	const said = await client.call('POST /orderHistory', comment);
	expect(said.data).toMatchObject({ user_id: 7, order_status_id: 5, comment: '' });
	const order = (await client.call('GET /order/500004')).data;
	expect(order).toMatchObject({ order_status_id: 5, date_completed: expect.any(String) });
	expect(order.history).toHaveLength(before + 3);
	expect(order.history).toContainEqual({ ...said.data, comment: 'اتصلنا بالعميل' });
});

it('knows an unknown order of a body by its rules, and of a path by its model', async () => {
	const body = { order_status_code: 'done', order_id: 1, user_id: 3 };
	expect((await client.call('POST /orderStatus', body)).body.errors).toEqual({
		order_status_code: ['The selected order status code is invalid.'],
		order_id: ['The selected order id is invalid.'],
		user_id: ['The selected user id is invalid.'],
	});
	expect((await client.call('GET /order/0')).body).toEqual({
		message: 'No query results for model [App\\Order].',
	});
	expect((await client.call('HEAD /order/2')).status).toBe(200);
	expect(await client.call('HEAD /order/0')).toMatchObject({ status: 404, text: '' });
});

it('adds orders by the control API', async () => {
	expect(await client.control('POST /orders', { count: 2 })).toEqual({ added: [500_006, 500_007] });
	expect(await client.control('GET /orders/500007')).toMatchObject({ order_id: 500_007 });
	expect(await client.control('GET /orders/1')).toEqual({ error: 'There is no order 1' });
});
