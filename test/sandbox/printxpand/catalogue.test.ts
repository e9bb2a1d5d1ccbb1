import { openPrintXpand, type Client, type Fields } from './client';

let client: Client;
beforeEach(async () => {
	client = await openPrintXpand();
});
afterEach(async () => await client.close());

const said = async (path: string, body: unknown) =>
	(await client.call(`POST ${path}`, body)).entries;
const customers = async (...records: Fields[]) =>
	await said('/customer/create/', { customer: inMap(records) });
const inMap = (records: Fields[]) =>
	Object.fromEntries(records.map((record, index) => [`k${index}`, record]));
const ok = (id: string | number, message: string) => ({
	id,
	code: '200',
	status: 'success',
	message,
});
const failed = (code: number, message: string) => ({ code, status: 'error', message });

describe('customers', () => {
	const layla = { id: '1', first_name: 'Layla', last_name: 'Haddad', email: 'layla@example.com' };

	it('creates, then updates the names only', async () => {
		expect(await customers(layla)).toEqual([ok('1', 'Customer created successfully!')]);
		expect(await customers({ ...layla, first_name: 'ليلى', email: 'new@example.com' })).toEqual([
			ok('1', 'Customer Updated successfully!'),
		]);
		expect(client.shop.store.customers.get('1')).toEqual({ ...layla, first_name: 'ليلى' });
		expect(await customers({ id: '2' }, { id: '3' })).toEqual([
			ok('2', 'Customer Created successfully!'),
			ok('3', 'Customer Created successfully!'),
		]);
	});

	it('refuses a known e-mail and an empty id among others, with numbers as codes', async () => {
		await customers(layla);
		const { status, entries } = await client.call('POST /customer/create/', {
			customer: {
				a: { id: '2', email: 'LAYLA@example.com' },
				b: { id: '', email: 'no@example.com' },
				c: { id: '4', email: 'omar@example.com' },
			},
		});
		expect(status).toBe(200);
		expect(entries).toEqual([
			{
				id: '2',
				...failed(
					400,
					'A customer with the same email address already exists in an associated website.',
				),
			},
			failed(404, 'Please pass valid customer Id!'),
			{ ...ok('4', 'Customer Created successfully!'), code: 200 },
		]);
		expect([...client.shop.store.customers.keys()]).toEqual(['1', '4']);
		expect(client.shop.requests.at(-1)?.invalid).toContain('customer.b.id');
	});

	it('wants an e-mail address where the shop does', async () => {
		client.shop.settings.emailRequired = true;
		expect(await customers({ id: '2' })).toEqual([
			{ id: '2', ...failed(400, 'The customer email is missing. Enter and try again.') },
		]);
	});

	it('answers by the id inside, not by the key', async () => {
		const customer = { '123456': { id: '1234001' } };
		expect(await said('/customer/create/', { customer })).toMatchObject([{ id: '1234001' }]);
	});
});

describe('categories', () => {
	const REFUSED = failed(404, 'Please send proper data like id, name and parent id of Category!');
	const create = async (text: string) => await said('/category/create/', text);

	it('works in the order of the wire, and answers whole numbers', async () => {
		const parent = '"102":{"id":"102","name":"Apparel","parent_id":""}';
		const child = '"101":{"id":"101","name":"قمصان","parent_id":"102"}';
		expect(await create(`{"category":{${child},${parent}}}`)).toEqual([
			REFUSED,
			{ ...ok(102, 'Category created successfully!!'), code: 200 },
		]);
		expect(await create(`{"category":{${parent},${child}}}`)).toEqual([
			ok(102, 'Category updated successfully!!'),
			ok(101, 'Category created successfully!!'),
		]);
		expect(client.shop.store.categories.get(101)).toMatchObject({ name: 'قمصان', parent_id: 102 });
	});

	it('refuses what has no id, no name or no parent', async () => {
		const category = {
			a: { id: 1001, name: 'Book', parent_id: 0, status: 0 },
			b: { id: 0, name: 'Electronics' },
			c: { id: 'one', name: 'Electronics' },
			d: { id: 1002, name: '' },
			e: { id: 1003, name: 'Pens', parent_id: '1215' },
			f: { id: 1001, name: 'Book', parent_id: '1001' },
			g: { id: 1001, name: 'Books' },
		};
		const entries = await said('/category/create/', { category });
		expect(entries).toMatchObject([{ id: 1001 }, {}, {}, {}, {}, {}, { id: 1001 }]);
		expect(entries.slice(1, 6)).toEqual(Array.from({ length: 5 }, () => REFUSED));
		expect(entries[6]?.message).toBe('Category Updated successfully!');
		expect(client.shop.store.categories.get(1001)).toEqual({
			id: 1001,
			name: 'Books',
			parent_id: 0,
			status: 0,
		});
	});

	it('deletes by text or number, the subcategories too', async () => {
		const tree = { a: { id: 1, name: 'A' }, b: { id: 2, name: 'B', parent_id: '1' } };
		await said('/category/create/', { category: tree });
		expect(await said('/category/delete/', { category: ['1', 2] })).toEqual([
			{ ...ok('1', 'Category Deleted successfully!'), code: 200 },
			{ id: 2, ...failed(404, 'Category Id is not Found!') },
		]);
		client.shop.settings.deleteSubcategories = false;
		await said('/category/create/', { category: tree });
		expect(await said('/category/delete/', { category: ['1'] })).toEqual([
			ok('1', 'Category Deleted Successfully!'),
		]);
		expect([...client.shop.store.categories.keys()]).toEqual([2]);
	});
});

describe('the whole answer', () => {
	const pair = () => customers({ id: '' }, { id: '2' });

	it('may come without ids, or in another order', async () => {
		client.shop.settings.answerWithoutIds = true;
		client.shop.settings.answerOrder = 'reversed';
		expect((await pair()).map(({ id, status }) => [id, status])).toEqual([
			[undefined, 'success'],
			[undefined, 'error'],
		]);
	});

	it('may have another HTTP status', async () => {
		await client.control('PUT /settings', { partialStatus: 201, failureStatus: 404 });
		const status = async (customer: Fields) =>
			(await client.call('POST /customer/create/', { customer })).status;
		expect(await status({ a: { id: '1' } })).toBe(200);
		expect(await status({ a: { id: '1' }, b: { id: '' } })).toBe(201);
		expect(await status({ b: { id: '' } })).toBe(404);
	});
});
