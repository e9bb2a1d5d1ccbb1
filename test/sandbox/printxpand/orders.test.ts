import { openPrintXpand, type Client, type Fields } from './client';

let client: Client;
beforeEach(async () => {
	client = await openPrintXpand();
});
afterEach(async () => await client.close());

const CREATE = 'POST /order/create/';
const order = (order_id: string, changes: Fields = {}) => ({
	order_id,
	sub_total: '220.00',
	item_price: ['22.00', '22.00', '22.00'],
	item_qty: [2, 3, 5],
	design_id: ['1524', '1525', '1526'],
	status: 'Success',
	shipping_address: { name: 'ليلى حداد', country: 'Jordan', country_code: 'JO', zip: '11181' },
	...changes,
});
const upsert = async (...orders: Array<ReturnType<typeof order>>) =>
	await client.call(CREATE, {
		order: Object.fromEntries(orders.map((one, index) => [`k${index}`, one])),
	});

it('creates, then updates, and counts each print', async () => {
	expect((await upsert(order('1406539694128'))).entries).toEqual([
		{
			id: '1406539694128',
			code: '200',
			status: 'success',
			message: 'Order Created successfully!!',
		},
	]);
	const again = await upsert(order('1406539694128', { sub_total: '66.00' }), order('2'));
	expect(again.entries.map(({ message }) => message)).toEqual([
		'Order updated successfully!',
		'Order Created successfully!!',
	]);
	expect(client.shop.store.prints).toEqual({ '1406539694128': 2, '2': 1 });
	expect(client.shop.store.orders.get('1406539694128')?.fields.sub_total).toBe('66.00');
	expect(await client.control('GET /orders/1406539694128')).toMatchObject({ prints: 2 });
	expect(await client.control('GET /prints')).toEqual({ '1406539694128': 2, '2': 1 });
	expect(client.shop.requests.some(({ invalid }) => invalid !== undefined)).toBe(false);
});

const UNEQUAL = 'Order design id, item price, and item qty is not equaled';
const OURS =
	'Please pass the proper order data like order_id, sub_total, items and shipping_address.';

it.each<[Fields, string]>([
	[{ design_id: ['1524', '1525'] }, UNEQUAL],
	[{ item_qty: [] }, UNEQUAL],
	[{ item_qty: [], item_price: [], design_id: [] }, OURS],
	[{ item_qty: undefined }, OURS],
	[{ sub_total: undefined }, OURS],
	[{ shipping_address: { name: '' } }, OURS],
])('refuses %j and prints nothing', async (changes, message) => {
	const { entries } = await upsert(order('7', changes), order('8'));
	expect(entries).toMatchObject([
		{ id: '7', code: 404, status: 'error', message },
		{ id: '8', code: 200, status: 'success' },
	]);
	expect(client.shop.store.prints).toEqual({ '8': 1 });
});

it('names no id where there is none', async () => {
	expect((await upsert(order(''))).entries).toEqual([
		{ code: 404, status: 'error', message: OURS },
	]);
});

it.each(['status', 'reset', 'html', 'truncate', 'stall', 'cut'] as const)(
	'has printed once after %s, as a repetition shows',
	async (kind) => {
		client.shop.faults.add({ kind, when: 'after', status: 502, ms: 20 });
		await upsert(order('9')).catch(() => undefined);
		expect(client.shop.store.prints).toEqual({ '9': 1 });
		expect(client.shop.requests[0]).toMatchObject({ applied: true, fault: kind });
		expect((await upsert(order('9'))).entries).toMatchObject([
			{ message: 'Order updated successfully!' },
		]);
		expect(client.shop.store.prints).toEqual({ '9': 2 });
	},
);

it.each(['status', 'reset', 'hang', 'refuseToken', 'failure', 'empty'] as const)(
	'has printed nothing where %s strikes first',
	async (kind) => {
		client.shop.faults.add({ kind, ms: 20 });
		await upsert(order('9')).catch(() => undefined);
		expect(client.shop.store.prints).toEqual({});
		expect(client.shop.requests[0]).toMatchObject({ applied: false, fault: kind });
	},
);
