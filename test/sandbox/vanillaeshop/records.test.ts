import { openVanilla, type Client } from './client';
import { CUSTOMER, PRICE } from './samples';

let client: Client;
beforeAll(async () => {
	client = await openVanilla();
});
beforeEach(() => client.shop.reset());
afterAll(async () => await client.close());

const nothing = { status: 200, success: true, data: null };

describe('customers', () => {
	it('are created, each time anew', async () => {
		const first = await client.call('POST /customer', CUSTOMER);
		expect(first.body).toEqual({ status: 200, success: true, data: { customer_id: 4 } });
		expect((await client.call('POST /customer', CUSTOMER)).data).toEqual({ customer_id: 5 });
		expect(client.shop.store.customers.get('5')).toMatchObject({ firstname: 'ليلى' });
	});

	it.each(['PUT', 'PATCH'])(
		'are updated whole by %s, and keep a password left out',
		async (verb) => {
			const { store } = client.shop;
			const hash = () => store.customers.get('1')?.password_hash;
			const before = hash();
			const { password, ...rest } = CUSTOMER;
			const partial = await client.call(`${verb} /customer/1`, { firstname: 'ليلى' });
			expect(partial.body.errors).toHaveProperty('email');
			expect((await client.call(`${verb} /customer/1`, rest)).data).toEqual({ customer_id: 1 });
			expect(store.customers.get('1')).toMatchObject(rest);
			expect(hash()).toBe(before);
			await client.call(`${verb} /customer/1`, { ...rest, password: `${String(password)} new` });
			expect(hash()).not.toBe(before);
			expect(client.shop.requests.map(({ action }) => action)).toEqual(
				Array.from({ length: 3 }, () => 'customer.update'),
			);
		},
	);

	it('are removed once', async () => {
		expect((await client.call('DELETE /customer/1')).body).toEqual(nothing);
		const again = await client.call('DELETE /customer/1');
		expect([again.status, again.body]).toEqual([
			404,
			{ message: 'No query results for model [App\\Customer].' },
		]);
		expect(again.text).toContain('[App\\\\Customer]');
	});

	it('are looked for before their fields are', async () => {
		expect((await client.call('PUT /customer/99', {})).status).toBe(404);
	});
});

it('keeps manufacturers by their entity id, and answers nothing', async () => {
	const sent = { name: 'دار الورد', entity_id: 777 };
	expect((await client.call('POST /manufacturer', sent)).body).toEqual(nothing);
	const taken = await client.call('POST /manufacturer', sent);
	expect(taken.body.errors).toEqual({ entity_id: ['The entity id has already been taken.'] });
	expect((await client.call('PUT /manufacturer/777', { name: 'Rose' })).body).toEqual(nothing);
	expect(await client.control('GET /manufacturers')).toContainEqual({
		entity_id: '777',
		name: 'Rose',
	});
	expect((await client.call('PUT /manufacturer/778', { name: 'Rose' })).status).toBe(404);
});

it('keeps option values', async () => {
	const sent = { option_id: '36', ar: { name: 'أزرق' }, en: { name: 'blue' } };
	const made = { option_value_id: 300, option_id: 36, image: '', sort_order: 6 };
	expect((await client.call('POST /optionValue', sent)).data).toEqual(made);
	const moved = { ...sent, option_id: 11, en: { name: 'navy' } };
	const { data } = await client.call('PUT /optionValue/300', moved);
	expect(data).toEqual({ ...made, option_id: 11 });
	expect(await client.control('GET /option-values')).toContainEqual({
		...{ ...made, option_id: 11 },
		...{ en: 'navy', ar: 'أزرق' },
	});
	const wrong = await client.call('POST /optionValue', { option_id: 1, ar: 'a', en: {} });
	expect(wrong.body.errors).toEqual({
		option_id: ['The selected option id is invalid.'],
		ar: ['The ar must be an array.'],
		'ar.name': ['The ar.name field is required.'],
		en: ['The en field is required.'],
		'en.name': ['The en.name field is required.'],
	});
});

describe('prices', () => {
	it('go to the product of an entity id', async () => {
		const { data } = await client.call('POST /pricing', { ...PRICE, price: '70.5' });
		const row = {
			...{ product_id: 86, priority: 1, price: '70.5000' },
			...{ date_start: '2026-07-19', date_end: '2026-07-26' },
		};
		expect(data).toEqual(row);
		expect(await client.control('GET /products/van.86')).toMatchObject({ specials: [row] });
		const wrong = await client.call('POST /pricing', { ...PRICE, entity_id: 86, date_end: 'x' });
		expect(wrong.body.errors).toEqual({
			entity_id: ['The selected entity id is invalid.'],
			date_end: ['The date end is not a valid date.'],
		});
	});

	it('come in any number, and the last one is answered, or all', async () => {
		const products = Array.from({ length: 12 }, (_, priority) => ({ ...PRICE, priority }));
		const send = async () => await client.call('POST /pricing/bulk', { products });
		expect((await send()).data).toMatchObject({ product_id: 86, priority: 11 });
		client.shop.settings.bulkAnswer = 'list';
		expect((await send()).body.data).toHaveLength(12);
		expect(client.shop.store.findBySku('van.86')?.specials).toHaveLength(24);
		const none = await client.call('POST /pricing/bulk', { products: [] });
		expect(none.body.errors).toEqual({ products: ['The products field is required.'] });
	});
});
