import { openPrintXpand, type Client, type Fields } from './client';

let client: Client;
beforeEach(async () => {
	client = await openPrintXpand();
});
afterEach(async () => await client.close());

const upsert = async (...records: Fields[]) => {
	const product = Object.fromEntries(records.map((record, index) => [`k${index}`, record]));
	return (await client.call('POST /product/create/', { product })).entries;
};
const remove = async (...product: unknown[]) =>
	(await client.call('POST /product/delete/', { product })).entries;
const mug = { id: '10001', name: 'كوب', type: 'simple', price: '12.50', category_id: '1,2' };
const size = (option: string) => [{ name: 'Size', option }];
const tee = {
	id: 10004,
	name: 'T-shirt',
	type: 'configurable',
	attribute_names: 'Size',
	variations: { '10005': { id: 10005, attributes: size('M'), price: '25.00' } },
};

it('creates and updates; an id keeps its type', async () => {
	expect(await upsert(mug, tee)).toEqual([
		{ id: '10001', code: '200', status: 'success', message: 'Product Created Successfully!' },
		{ id: 10004, code: '200', status: 'success', message: 'Product Created Successfully!' },
	]);
	expect(await upsert({ ...mug, price: 9, category_id: undefined })).toMatchObject([
		{ message: 'Product Updated Successfully!' },
	]);
	expect(client.shop.store.products.get('10001')?.fields).toEqual({ ...mug, price: 9 });
});

it('is in those of its categories only that there are', async () => {
	const category = { a: { id: 1, name: 'Mugs' } };
	await client.call('POST /category/create/', { category });
	await upsert(mug);
	const categories = () => client.shop.store.products.get('10001')?.categories;
	expect(categories()).toEqual([1]);
	await client.call('POST /category/delete/', { category: ['1'] });
	expect(categories()).toEqual([]);
});

it('keeps the variations that an update leaves out', async () => {
	await upsert(tee);
	await upsert({ ...tee, variations: { a: { id: '10006', attributes: size('L') } } });
	const { variations } = client.shop.store.products.get('10004') ?? {};
	expect([...(variations?.keys() ?? [])]).toEqual(['10005', '10006']);
	expect(variations?.get('10005')).toMatchObject({ price: '25.00' });
});

const PROPER =
	'Please pass the proper product data like id,name and type. Also, product type must be either simple or configurable of Magento.';
const ATTRIBUTES = 'Configurable product and its sub-products must have proper attribute values.';

it.each<[Fields, object]>([
	[
		{ ...mug, name: '' },
		{ id: '10001', message: PROPER },
	],
	[
		{ ...mug, type: 'Simple' },
		{ id: '10001', message: PROPER },
	],
	[{ ...mug, id: '' }, { message: PROPER }],
	[
		{ ...mug, special_price: 'Test 11111' },
		{ id: '10001', message: 'Please pass vaild special_price.' },
	],
	[
		{ ...tee, variations: '' },
		{ id: '10004', message: ATTRIBUTES },
	],
	[
		{ ...tee, attribute_names: 'Size,Color' },
		{ id: '10004', message: ATTRIBUTES },
	],
	[
		{ ...tee, variations: { a: { id: '1', attributes: size('') } } },
		{ id: '10004', message: ATTRIBUTES },
	],
])('refuses %j', async (record, wanted) => {
	expect(await upsert(record)).toEqual([{ ...wanted, code: 404, status: 'error' }]);
	expect(client.shop.store.products.size).toBe(0);
	expect(client.shop.requests[0]).toMatchObject({ applied: false });
});

it('deletes what is there, in three spellings', async () => {
	await upsert(mug, tee, { ...mug, id: '3' }, { ...mug, id: '4' });
	expect(await remove('10001')).toEqual([
		{ id: '10001', code: '200', status: 'success', message: 'Product Deleted successfully!' },
	]);
	expect(await remove(10004, '10001')).toEqual([
		{ id: 10004, code: 200, status: 'success', message: 'Prodcut Deleted successfully!' },
		{ id: '10001', code: 404, status: 'error', message: 'Product Id is Not Found!' },
	]);
	client.shop.settings.missingProduct = 'text400';
	expect(await remove('3', '10001')).toEqual([
		{ id: '3', code: '200', status: 'success', message: 'Product Deleted succesfully!' },
		{ id: '10001', code: '400', status: 'error', message: 'Product Id is Not Found!' },
	]);
	expect([...client.shop.store.products.keys()]).toEqual(['4']);
});

it('takes a special price that is none, a number or text', async () => {
	const prices = ['', 9.5, '9.50', undefined];
	const entries = await upsert(
		...prices.map((special_price, id) => ({ ...mug, id: `${id + 1}`, special_price })),
	);
	expect(entries.map(({ status }) => status)).toEqual(prices.map(() => 'success'));
	expect(client.shop.requests[0]).not.toHaveProperty('invalid');
});
