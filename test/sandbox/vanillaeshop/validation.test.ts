import { openVanilla, type Client } from './client';
import { CUSTOMER, ORDER, PRODUCT, PRODUCT_UPDATE } from './samples';

let client: Client;
beforeAll(async () => {
	client = await openVanilla();
});
beforeEach(() => client.shop.reset());
afterAll(async () => await client.close());

const errors = { firstname: ['The firstname field is required.'] };
const nameless = { ...CUSTOMER, firstname: ' ' };

it.each([
	['laravel55', { message: 'The given data was invalid.', errors }],
	['laravel54', errors],
	['wrapped', { status: 422, success: false, message: 'The given data was invalid.', errors }],
] as const)('refuses in the form of %s', async (form, body) => {
	client.shop.settings.validationForm = form;
	const reply = await client.call('POST /customer', nameless);
	expect([reply.status, reply.body]).toEqual([422, body]);
});

it('processes nothing of a request of which one element is wrong', async () => {
	const { status, body } = await client.call('POST /products/bulk', {
		products: [PRODUCT, { ...PRODUCT_UPDATE, status: 99 }, { sku: 'x', ar: { name: 'x' } }],
	});
	expect(status).toBe(422);
	expect(body.errors).toMatchObject({
		'products.1.status': ['The selected products.1.status is invalid.'],
		'products.2.en.name': ['The products.2.en.name field is required.'],
		'products.2.price': ['The products.2.price field is required.'],
	});
	expect(Object.keys(body.errors ?? {}).some((key) => key.startsWith('products.0'))).toBe(false);
	expect(client.shop.store.products.size).toBe(10);
	expect(client.shop.requests[0]).toMatchObject({ applied: false, status: 422 });
});

it.each(['text/html', '*/*', 'application/json;q=0.5, text/html'])(
	'sends whoever accepts %s back to the front page',
	async (accept) => {
		const { status, headers } = await client.call('POST /customer', nameless, { accept });
		expect([status, headers.get('location')]).toEqual([302, `${client.shop.url}/`]);
		expect((await fetch(`${client.shop.url}/`)).status).toBe(200);
		const ajax = { accept, 'x-requested-with': 'XMLHttpRequest' };
		expect((await client.call('POST /customer', nameless, ajax)).status).toBe(422);
	},
);

it('takes JSON in any dress of its type, and numbers as texts', async () => {
	const accept = 'application/json;q=0.5, application/problem+json';
	const type = 'application/json; charset=utf-8';
	const order = { ...ORDER, order_id: '600002', store_id: '0' };
	const reply = await client.call('POST /order', order, { accept, 'content-type': type });
	expect(reply.data.order_id).toBe(600_002);
	expect(client.shop.requests[0]).not.toHaveProperty('invalid');
});

it('reads a form as PHP does', async () => {
	const form = new URLSearchParams({
		...{ option_id: '36', 'ar[name]': 'أزرق', 'en[name]': 'blue', 'en.name': 'lost' },
	});
	const type = { 'content-type': 'application/x-www-form-urlencoded' };
	const { data } = await client.call('POST /optionValue', form.toString(), type);
	const sent = { option_id: '36', ar: { name: 'أزرق' }, en: { name: 'blue' } };
	expect(client.shop.store.optionValues.get(String(data.option_value_id))).toMatchObject({
		option_id: 36,
		en: 'blue',
	});
	expect(client.shop.requests[0]?.body).toEqual({ ...sent, en_name: 'lost' });

	const dates = 'date_start]=2026-07-19&products[0][date_end]=2026-07-20';
	const prices = `products[0][entity_id]=40085&products[0][price]=1&products[0][${dates}`;
	const reply = await client.call('POST /pricing/bulk', prices, type);
	expect(reply.data).toMatchObject({ product_id: 85, price: '1.0000' });
	expect(client.shop.requests[1]).not.toHaveProperty('invalid');
});

it('keeps passwords out of the log, those of forms too', async () => {
	await client.call('POST /customer', CUSTOMER);
	const form = new URLSearchParams(CUSTOMER).toString();
	const type = { 'content-type': 'application/x-www-form-urlencoded' };
	expect((await client.call('POST /customer', form, type)).status).toBe(200);
	expect(client.shop.requests).toHaveLength(2);
	expect(JSON.stringify(client.shop.requests)).not.toContain('Customer@123');
});

it.each([
	['{"firstname":', 'application/json', 'The body is not valid JSON.'],
	['--x--', 'multipart/form-data; boundary=x', 'Content-Type must be'],
	[JSON.stringify(CUSTOMER), 'text/plain', 'Content-Type must be'],
])('finds every field missing in %s sent as %s', async (body, type, invalid) => {
	const reply = await client.call('POST /customer', body, { 'content-type': type });
	expect(Object.keys(reply.body.errors ?? {})).toEqual(Object.keys(CUSTOMER));
	expect(client.shop.requests[0]?.invalid).toContain(invalid);
});

it('does not find the dotted names of the reference, and ignores what it does not know', async () => {
	const { products: _products, ...rest } = ORDER;
	const dotted = { ...rest, 'products.0.sku': 'van.85', 'products.0.name': 'a' };
	const { body } = await client.call('POST /order', dotted);
	expect(body.errors).toEqual({ products: ['The products field is required.'] });
	expect((await client.call('POST /customer', { ...CUSTOMER, lastname: 'x' })).status).toBe(200);
	expect(client.shop.requests.map(({ invalid }) => invalid)).toEqual([
		expect.stringContaining("'products' is required"),
		"Field 'lastname' is not known.",
	]);
});
