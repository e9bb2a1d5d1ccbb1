import { join } from 'node:path';
import { isObject } from '../../../sandbox/shared/json';
import { loadSpec, type Spec } from '../../../sandbox/shared/validator';
import { openPrintXpand, type Client, type Fields } from './client';

let spec: Spec;
let client: Client;
beforeAll(async () => {
	spec = await loadSpec(join(__dirname, '../../../specs/printxpand.openapi.yaml'));
});
beforeEach(async () => {
	client = await openPrintXpand({ seed: 'demo' });
});
afterEach(async () => await client.close());

const record = (value: unknown): Fields => (isObject(value) ? value : {});
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const schemas = (): Fields => record(record(spec.document.components).schemas);
const responses = (): Fields => record(record(spec.document.components).responses);
const jsonOf = (part: unknown): Fields => record(record(record(part).content)['application/json']);

interface Call {
	path: string;
	id: string;
	source: unknown;
	examples: unknown[];
}

const calls = (): Call[] =>
	Object.entries(record(spec.document.paths)).map(([path, methods]) => {
		const { operationId, requestBody, 'x-source': source } = record(record(methods).post);
		const schema = String(record(jsonOf(requestBody).schema).$ref).replace(/.*\//, '');
		return {
			path,
			id: String(operationId),
			source,
			examples: list(record(schemas()[schema]).examples),
		};
	});

it('has six operations, all documented', () => {
	expect(calls().map(({ id, path, source }) => [id, path, source])).toEqual([
		['customer.upsert', '/rest/V1/customer/create/', 'documented'],
		['category.upsert', '/rest/V1/category/create/', 'documented'],
		['category.delete', '/rest/V1/category/delete/', 'documented'],
		['product.upsert', '/rest/V1/product/create/', 'documented'],
		['product.delete', '/rest/V1/product/delete/', 'documented'],
		['order.upsert', '/rest/V1/order/create/', 'documented'],
	]);
});

it('has examples that fit their own schemas', () => {
	let checked = 0;
	for (const [name, schema] of Object.entries(schemas())) {
		for (const example of list(record(schema).examples)) {
			expect({ name, wrong: spec.checkSchema(name, example) }).toEqual({ name, wrong: null });
			checked += 1;
		}
	}
	expect(checked).toBeGreaterThan(40);
});

it('describes what the sandbox answers to every example', async () => {
	for (const { path, id, examples } of calls()) {
		expect(examples.length).toBeGreaterThan(1);
		for (const example of examples) {
			const { status, body } = await client.call(`POST ${path.replace('/rest/V1', '')}`, example);
			expect({ id, status, wrong: spec.checkSchema('Reply', body) }).toEqual({
				id,
				status: 200,
				wrong: null,
			});
			const logged = client.shop.requests.at(-1);
			expect(logged).toMatchObject({ action: id, applied: true });
			expect(logged).not.toHaveProperty('invalid');
		}
	}
	expect(client.shop.store.prints).toEqual({ '11001': 1, '60001': 1, '60002': 1 });
});

it('quotes Magento where the sandbox does', async () => {
	const quoted = Object.values(responses()).flatMap((response) =>
		Object.values(record(jsonOf(response).examples)).map((example) => record(example).value),
	);
	const { accessToken } = client.shop.account;
	client.shop.revokeTokens();
	client.shop.settings.withheldResources = ['Magento_Catalog::products'];
	const said = [
		await client.call('POST /nothing/', {}),
		await client.call('POST /product/delete/', { product: [] }, { method: 'HMAC-SHA1' }),
		await client.call('POST /product/delete/', { product: [] }),
		await client.call('POST /product/delete/', {}, { oauth: { oauth_token: accessToken } }),
		await client.call('POST /product/delete/', {}, { oauth: { oauth_nonce: undefined } }),
		await client.call('POST /product/delete/', {}, { tokenSecret: 'x' }),
		await client.call('POST /customer/create/', 'x'),
	];
	for (const { body } of said) {
		expect(spec.checkSchema('MagentoError', body)).toBeNull();
		expect(quoted).toContainEqual(body);
	}
	for (const value of quoted) expect(spec.checkSchema('MagentoError', value)).toBeNull();
});

it.each([
	[
		'/customer/create',
		{ customer: { a: { id: '1' } } },
		'The spec has no POST /rest/V1/customer/create',
	],
	['/order/create/', { order: {} }, "Field 'order' must NOT have fewer than 1 properties."],
	['/customer/create/', { customer: { a: { id: 1 } } }, "Field 'customer.a.id' must be string."],
	[
		'/customer/create/',
		{ customer: { a: { id: '1', mail: 'x' } } },
		"Field 'customer.a.mail' is not known.",
	],
	['/category/create/', { category: { a: { id: '1' } } }, "Field 'category.a.name' is required."],
	['/category/create/', { category: [{ id: '1' }] }, "Field 'category' must be object."],
	[
		'/category/delete/',
		{ category: [''] },
		"Field 'category.0' must NOT have fewer than 1 characters.",
	],
	[
		'/product/create/',
		product({ type: 'Simple' }),
		"Field 'product.a.type' must be one of simple, configurable.",
	],
	[
		'/product/create/',
		product({ type: 'configurable' }),
		"Field 'product.a.variations' is required.",
	],
	['/product/create/', product({ status: '1' }), "Field 'product.a.status' must be integer."],
	[
		'/product/create/',
		product({ special_price: 'x' }),
		"Field 'product.a.special_price' must match pattern",
	],
	['/order/create/', order({ item_qty: ['2'] }), "Field 'order.a.item_qty.0' must be integer."],
	['/order/create/', order({ sub_total: 22 }), "Field 'order.a.sub_total' must be string."],
	[
		'/order/create/',
		order({ shipping_address: {} }),
		"Field 'order.a.shipping_address.name' is required.",
	],
	['/order/create/?a=b', order({}), "Field 'query.a' is not known."],
])('refuses %s %j', (path, body, reason) => {
	const violation = spec.checkRequest('POST', `/rest/V1${path}`, body);
	expect(violation?.reason.slice(0, reason.length)).toBe(reason);
});

function product(fields: Fields): Fields {
	return { product: { a: { id: '1', name: 'Mug', type: 'simple', ...fields } } };
}

function order(fields: Fields): Fields {
	const lists = { item_price: ['22.00'], item_qty: [1], design_id: ['1'] };
	const shipping_address = { name: 'Omar' };
	return {
		order: { a: { order_id: '1', sub_total: '22.00', ...lists, shipping_address, ...fields } },
	};
}
