import { openElryan, type Client, type Fields } from './client';

let client: Client;
beforeEach(async () => {
	client = await openElryan({ seed: 'empty' });
});
afterEach(async () => await client.close());

const brand = { name: 'Apple_9', remote_id: 'apple_9', is_active: true };

it('makes a record by its remote id once, then changes it', async () => {
	const first = await client.call('POST /brands/upsert', brand);
	expect(first.body.data).toMatchObject({ ...brand, exported: false, remote_image_url: null });
	client.shop.clock.advance(5000);
	const second = await client.call('POST /brands/upsert', { ...brand, name: 'Apple' });
	expect(second.body.data).toMatchObject({ id: first.body.data.id, name: 'Apple' });
	expect(second.body.data.created_at).toBe(first.body.data.created_at);
	expect(second.body.data.updated_at).not.toBe(first.body.data.updated_at);
	expect(client.shop.store.brands).toHaveLength(1);
	expect((await client.call('GET /brands/get/apple_9')).body.data).toEqual(second.body.data);
});

it('takes ids that need encoding', async () => {
	await client.call('POST /brands/upsert', { ...brand, remote_id: 'a/b c%2Fعطر' });
	const at = `GET /brands/get/${encodeURIComponent('a/b c%2Fعطر')}`;
	expect((await client.call(at)).body.data).toMatchObject({ remote_id: 'a/b c%2Fعطر' });
});

it('reads the sample\'s text "null" as no parent', async () => {
	const bags = { name: 'Bags5', remote_id: 'bags_555', is_active: true };
	const sent = { ...bags, parent_id: 'null', remote_parent_id: 'null' };
	const { body } = await client.call('POST /categories/upsert/', sent);
	expect(body.data).toMatchObject({ ...bags, parent_id: null, remote_parent_id: null });
});

it('makes the attribute of a value', async () => {
	const attribute = { name: 'Size1', remote_id: 'size_1', is_active: true };
	const value = { value: '44', is_active: true, remote_id: 'remote_44', attribute };
	expect((await client.call('POST /attribute-values/upsert', value)).body.data).toMatchObject(
		value,
	);
	expect((await client.call('GET /attributes/get/size_1')).body.data).toMatchObject(attribute);
});

it('keeps what an upsert of a product leaves out', async () => {
	const product = {
		spu: 'black_pencil',
		name: 'Black Pencil',
		category: { remote_id: 'bags_555', name: 'Bags', parent_remote_id: 'home' },
		brand: { remote_id: 'apple_9', name: 'Apple' },
		translations: [{ language: 'ar', name: 'قلم' }],
		variants: [{ sku: 'a', stock: 1 }, { sku: 'b' }],
	};
	await client.call('POST /products/upsert', product);
	const change = { spu: 'black_pencil', tax: 5, variants: [{ sku: 'a', price: 2 }] };
	const { body } = await client.call<Fields>('POST /products/upsert', change);
	expect(body.data).toMatchObject({
		name: 'Black Pencil',
		tax: 5,
		translations: [{ language: 'ar', name: 'قلم', _id: expect.any(String) }],
		variants: [{ sku: 'a', stock: 1, price: 2, __v: 1 }, { sku: 'b' }],
	});
	const category = await client.call('GET /categories/get/bags_555');
	expect(category.body.data).toMatchObject({ remote_parent_id: 'home' });
});

it('refuses a variant without a product', async () => {
	const { status, body } = await client.call('POST /variants/upsert', { sku: 'a', spu: 'none' });
	expect([status, body]).toEqual([
		200,
		{ data: null, error_code: 404, message: 'Product not found' },
	]);
	expect((await client.call('POST /variants/upsert', { sku: 'a' })).body.error_code).toBe(404);
	client.shop.settings.businessErrorStatus = 404;
	expect((await client.call('POST /variants/upsert', { sku: 'a' })).status).toBe(404);
});

it.each(['products night_bloom_1', 'variants ELR-000001'])('switches %s by GET', async (what) => {
	client.shop.store.addVariants(1);
	const [kind, id] = what.split(' ');
	const active = async () => (await client.call(`GET /${kind}/get/${id}`)).body.data.is_active;
	const { body } = await client.call(`GET /${kind}/disabled/${id}`);
	expect(body).toMatchObject({ data: { message: body.message }, error_code: 0 });
	expect(await active()).toBe(false);
	await client.call(`GET /${kind}/enabled/${id}`);
	expect(await active()).toBe(true);
	expect((await client.call(`GET /${kind}/enabled/none`)).body.error_code).toBe(404);
});

describe('stock and price', () => {
	const update = async (items: Fields[]) =>
		await client.call<{ notFoundVariantsInDb: string[] }>('POST /variants/stock-and-price', {
			items,
		});

	it('changes what it finds and says what it does not, with error code 0', async () => {
		client.shop.store.addVariants(2);
		const items = [
			{ sku: 'ELR-000001', stock: 0, price: 1.5 },
			{ sku: 'none', stock: 3 },
			{ sku: 'ELR-000001', retail_price: 9 },
		];
		expect((await update(items)).body).toMatchObject({
			error_code: 0,
			data: { updatedCount: 1, foundVariantsInDb: ['ELR-000001'], notFoundVariantsInDb: ['none'] },
		});
		const variant = client.shop.store.findVariant('ELR-000001');
		expect(variant).toMatchObject({ stock: 0, price: 1.5, retail_price: 9 });
	});

	it('refuses a list that is too long, by HTTP or by words', async () => {
		client.shop.store.addVariants(3);
		client.shop.settings.maxBatch = 2;
		const items = [1, 2, 3].map((number) => ({ sku: `ELR-00000${number}`, stock: 999 }));
		const refused = await update(items);
		expect([refused.status, refused.body.error_code]).toEqual([413, 413]);
		expect(client.shop.store.variants.some(({ stock }) => stock === 999)).toBe(false);
		client.shop.settings.tooLargeStatus = 200;
		const told = await update(items);
		expect([told.status, told.body.error_code]).toEqual([200, 413]);
		expect((await update(items.slice(1))).body.error_code).toBe(0);
	});
});
