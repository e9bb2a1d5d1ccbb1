import { openVanilla, type Client, type Fields } from './client';
import { optionOf, PRICE, PRODUCT, PRODUCT_UPDATE } from './samples';

let client: Client;
beforeAll(async () => {
	client = await openVanilla();
});
beforeEach(() => client.shop.reset());
afterAll(async () => await client.close());

const special = [{ price: 9, date_start: '2026-08-01 00:00:00', date_end: '2026-08-08 00:00:00' }];
const pot = () => client.shop.store.findBySku('pot');

it('creates a product, its option values in one list', async () => {
	const { body } = await client.call('POST /products', { ...PRODUCT, option: optionOf(262, 264) });
	const value = { option_id: 36, quantity: 1, price: '0.0000' };
	expect(body).toEqual({
		status: 200,
		success: true,
		data: {
			...{ product_id: 95, sku: 'pot', quantity: 3, price: '15.0000' },
			optionValues: [
				{ id: 1073, option_value_id: 262, sku: 'pot.262', ...value, value: 'green' },
				{ id: 1074, option_value_id: 264, sku: 'pot.264', ...value, value: 'red' },
			],
		},
	});
	const again = await client.call('POST /products', PRODUCT);
	expect(again.body.errors).toEqual({ sku: ['The sku has already been taken.'] });
});

it.each<[Fields, Fields]>([
	[{ maximum: 11 }, { maximum: ['The maximum may not be greater than 10.'] }],
	[{ maximum: 0 }, { maximum: ['The maximum must be at least 1.'] }],
	[{ price: -1 }, { price: ['The price must be at least 0.'] }],
	[{ status: 9 }, { status: ['The selected status is invalid.'] }],
	[{ manufacturer_id: 9 }, { manufacturer_id: ['The selected manufacturer id is invalid.'] }],
	[{ shipping_country: 'SA' }, { shipping_country: ['The shipping country must be an array.'] }],
	[
		{ shipping_country: ['X'] },
		{ shipping_country: ['The selected shipping country is invalid.'] },
	],
	[{ product_related: [84] }, { product_related: ['The selected product related is invalid.'] }],
	[{ special: [] }, { special: ['The special must have at least 1 items.'] }],
	[
		{ option: [{ option_id: 36 }] },
		{ 'option.0.required': ['The option.0.required field is required when option is present.'] },
	],
	[
		{ special: [{ price: 1, date_start: '2026-08-01', date_end: '2026-08-08 00:00:00' }] },
		{ 'special.0.date_start': [expect.stringContaining('format Y-m-d H:i:s')] },
	],
])('refuses %j', async (wrong, errors) => {
	const { status, body } = await client.call('POST /products', { ...PRODUCT, ...wrong });
	expect([status, body.errors]).toEqual([422, expect.objectContaining(errors)]);
	expect(pot()).toBeUndefined();
});

it.each(['PUT', 'PATCH'])(
	'removes by %s the options and specials that are left out',
	async (verb) => {
		await client.call('POST /products', { ...PRODUCT, special, option: optionOf(262, 263) });
		await client.call('POST /pricing', { ...PRICE, entity_id: pot()?.entity_id });
		expect(pot()?.specials).toHaveLength(2);
		const kept = { ...PRODUCT_UPDATE, upc: '1', special, option: optionOf(263, 264) };
		const { data } = await client.call(`${verb} /products/pot`, kept);
		expect(data.optionValues).toMatchObject([
			{ id: 1074, option_value_id: 263 },
			{ id: 1075, option_value_id: 264 },
		]);
		expect(pot()?.specials).toHaveLength(1);
		const bare = await client.call(`${verb} /products/pot`, { ...PRODUCT_UPDATE, price: '20' });
		expect(bare.data).toMatchObject({ price: '20.0000', optionValues: [] });
		expect(pot()).toMatchObject({ specials: [], requiredOptions: [], details: { upc: '1' } });
	},
);

it('updates by SKU and removes by entity id', async () => {
	expect((await client.call('PUT /products/40085', PRODUCT_UPDATE)).status).toBe(404);
	for (const id of ['van.85', '85']) {
		expect((await client.call(`DELETE /products/${id}`)).body).toEqual({
			message: 'No query results for model [App\\Product].',
		});
	}
	const { body } = await client.call('DELETE /products/40085');
	expect(body).toEqual({ status: 200, success: true, data: null });
	expect((await client.call('DELETE /products/40085')).status).toBe(404);
	expect((await client.call('PUT /products/van.85', PRODUCT_UPDATE)).status).toBe(404);
});

it('changes a SKU', async () => {
	const change = async (sku: string, new_sku: string) =>
		await client.call(`POST /products/${encodeURIComponent(sku)}/change-sku`, { new_sku });
	expect((await change('van.85', 'فنجان 85')).body.data).toBeNull();
	expect((await change('van.85', 'cup')).status).toBe(404);
	expect((await change('فنجان 85', 'van.86')).body.errors).toEqual({
		new_sku: ['The new sku has already been taken.'],
	});
	const path = `PUT /products/${encodeURIComponent('فنجان 85')}`;
	expect((await client.call(path, PRODUCT_UPDATE)).data).toMatchObject({ product_id: 85 });
});

it('has no route for a SKU with a slash, which Laravel decodes first', async () => {
	await client.call('POST /products', { ...PRODUCT, sku: 'a/b' });
	const { status, body } = await client.call('PUT /products/a%2Fb', PRODUCT_UPDATE);
	expect([status, body]).toEqual([404, { message: '' }]);
});

describe('bulk', () => {
	const send = async (...products: Fields[]) =>
		await client.call('POST /products/bulk', { products });

	it('updates by id, else by SKU, and creates the others', async () => {
		client.shop.settings.bulkAnswer = 'list';
		const { body } = await send(
			{ ...PRODUCT_UPDATE, product_id: '85', sku: 'other' },
			{ ...PRODUCT_UPDATE, sku: 'van.86' },
			PRODUCT,
			{ ...PRODUCT, quantity: 7, image: 'a.jpg' },
			PRODUCT_UPDATE,
		);
		expect(body.data).toMatchObject([
			{ product_id: 85, sku: 'van.85', price: '15.0000', optionValues: [] },
			{ product_id: 86, sku: 'van.86' },
			{ product_id: 95, sku: 'pot' },
			{ product_id: 95, sku: 'pot', quantity: 7 },
			{ product_id: 96, sku: 'van.96' },
		]);
		expect(pot()?.details).not.toHaveProperty('image');
		expect(client.shop.requests[0]?.invalid).toContain('image');
	});

	it('answers the last one alone, as in the sample', async () => {
		const { data } = await send({ ...PRODUCT, special, option: optionOf(262) }, PRODUCT);
		expect(data).toMatchObject({ sku: 'pot', optionValues: [] });
		expect(pot()?.specials).toEqual([]);
	});

	it('takes 1 to 10, and known product ids', async () => {
		const eleven = Array.from({ length: 11 }, (_, index) => ({ ...PRODUCT, sku: `p${index}` }));
		expect((await send(...eleven)).body.errors).toEqual({
			products: ['The products may not have more than 10 items.'],
		});
		expect((await send()).body.errors).toEqual({ products: ['The products field is required.'] });
		expect((await send({ ...PRODUCT, product_id: 5 })).body.errors).toEqual({
			'products.0.product_id': ['The selected products.0.product_id is invalid.'],
		});
		expect(client.shop.store.products.size).toBe(10);
		expect((await send(...eleven.slice(1))).status).toBe(200);
	});

	it('requires nothing of an attribute: its rule looks for one outside of the list', async () => {
		const attribute = [{ ar: { description: 'نحاس' } }];
		expect((await send({ ...PRODUCT, attribute })).status).toBe(200);
		expect((await client.call('PUT /products/pot', { ...PRODUCT_UPDATE, attribute })).status).toBe(
			422,
		);
	});
});

it('adds products by the control API', async () => {
	expect(await client.control('POST /products', { count: 12 })).toMatchObject({
		added: expect.arrayContaining(['van.85-2', 'van.86-3']),
	});
	expect(await client.control('POST /products', { count: 0 })).toHaveProperty('error');
	expect(client.shop.store.products.size).toBe(22);
});
