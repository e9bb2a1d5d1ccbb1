import { join } from 'node:path';
import { isObject } from '../../../sandbox/shared/json';
import { loadSpec, type Spec } from '../../../sandbox/shared/validator';
import { openElryan, type Client, type Fields } from './client';

let spec: Spec;
let client: Client;
beforeAll(async () => {
	spec = await loadSpec(join(__dirname, '../../../specs/elryan.openapi.yaml'));
	client = await openElryan();
});
afterAll(async () => await client.close());

const record = (value: unknown): Fields => (isObject(value) ? value : {});
const schemas = (): Fields => record(record(spec.document.components).schemas);

interface Call {
	method: string;
	path: string;
	id: string;
	source: unknown;
	request: string | undefined;
	response: string;
}

const nameOf = (schema: unknown): string =>
	String(record(schema).$ref ?? '').replace('#/components/schemas/', '');
const jsonOf = (part: unknown): Fields =>
	record(record(record(record(part).content)['application/json']).schema);

const calls = (): Call[] =>
	Object.entries(record(spec.document.paths)).flatMap(([path, item]) =>
		Object.entries(record(item)).map(([method, value]) => {
			const operation = record(value);
			const [success] = jsonOf(record(operation.responses)['200']).anyOf as unknown[];
			return {
				method: method.toUpperCase(),
				path,
				id: String(operation.operationId),
				source: operation['x-source'],
				request: nameOf(jsonOf(operation.requestBody)) || undefined,
				response: nameOf(success),
			};
		}),
	);

it('has 45 operations and a login, each marked documented or inferred', () => {
	const operations = calls().filter(({ id }) => /^\w+\.\w+$/.test(id));
	expect(operations).toHaveLength(45);
	expect(operations.filter(({ source }) => source === 'documented')).toHaveLength(17);
	expect(operations.filter(({ source }) => source === 'inferred')).toHaveLength(28);
	expect(calls().filter((call) => !operations.some(({ id }) => id === call.id))).toMatchObject([
		{ id: 'userToken', source: 'inferred' },
	]);
});

it('has an example of every request, and it fits', () => {
	for (const { method, path, request } of calls()) {
		if (request === undefined) continue;
		const { examples } = schemas()[request] as { examples: unknown[] };
		expect({ request, count: examples.length > 0 }).toEqual({ request, count: true });
		const at = path.replace(/\{\w+\}/g, '13');
		for (const example of examples) {
			expect({ path, wrong: spec.checkRequest(method, at, example) }).toEqual({
				path,
				wrong: null,
			});
		}
	}
});

it('has examples that fit their own schemas', () => {
	let checked = 0;
	for (const [name, schema] of Object.entries(schemas())) {
		for (const example of (record(schema).examples ?? []) as unknown[]) {
			expect({ name, wrong: spec.checkSchema(name, example) }).toEqual({ name, wrong: null });
			checked += 1;
		}
	}
	expect(checked).toBeGreaterThan(60);
});

it.each([
	['POST /categories/upsert', { is_active: true }, 'The spec has no POST /categories/upsert'],
	['GET /deliveries/1', undefined, 'The spec has no GET /deliveries/1'],
	['GET /packages/13', { id: 13 }, 'GET /packages/13 takes no body.'],
	['POST /categories/upsert/', { name: 'a' }, "Field 'is_active' is required."],
	['POST /brands/search', { search: { nmae: 'a' } }, "Field 'search.nmae' is not known."],
	['POST /brands/search?page=2', {}, "Field 'query.page' is not known."],
	['PUT /orders/cancel/1', {}, "Field 'reason' is required."],
])('refuses %s %j', (what, body, reason) => {
	const [method = '', path = ''] = what.split(' ');
	expect(spec.checkRequest(method, path, body)?.reason).toBe(reason);
});

it('allows what the reference only overstates, and null for a key that is not meant', () => {
	const product = { spu: 'a', variants: [{ sku: 'b' }] };
	expect(spec.checkRequest('POST', '/products/upsert', product)).toBeNull();
	const search = { search: { name: null, is_active: null } };
	expect(spec.checkRequest('POST', '/variants/search', search)).toBeNull();
});

/** What each path parameter means in the demo shop. */
const PARAMETERS: Record<string, (id: string) => string> = {
	remoteId: (id) =>
		({ category: 'phones', brand: 'apple', attribute: 'color' })[id.split('.')[0] ?? ''] ??
		'color_1',
	spu: () => 'night_bloom_1',
	sku: () => 'ELR-000001',
	poLineId: (id) => (id === 'order.cancel' ? '77231421' : '77231411'),
	transactionId: () => '3364306',
	packageId: (id) => ({ 'package.get': '13', 'package.cancel': '16' })[id] ?? fresh(),
	trackingId: () => '1',
	deliveryId: () => '1',
};

/** A package that nothing was done with yet. */
function fresh(): string {
	const line = client.shop.store.placeOrderLine({ quantity: 2 });
	const parcel = client.shop.store.createPackage({
		order_id: Number(line['Purchase Order ID']),
		items: [{ order_item_id: Number(line.POlineID), quantity: 1 }],
	});
	if ('refused' in parcel) throw new Error(parcel.refused);
	return parcel.id;
}

const BODIES: Record<string, () => unknown> = {
	userToken: () => ({ email: client.shop.account.email, password: client.shop.account.password }),
	'variant.upsert': () => ({ sku: 'ELR-000001', price: 3 }),
	'package.create': () => {
		const line = client.shop.store.placeOrderLine();
		const items = [{ order_item_id: Number(line.POlineID), quantity: 1 }];
		return { order_id: Number(line['Purchase Order ID']), items };
	},
};

it('describes what the sandbox answers to every call', async () => {
	Array.from({ length: 3 }, fresh);
	for (const { method, path, id, request, response } of calls()) {
		const at = path.replace(/\{(\w+)\}/g, (_, name: string) => PARAMETERS[name]?.(id) ?? '');
		const { examples = [] } = record(schemas()[request ?? '']) as { examples?: unknown[] };
		const { body } = await client.call(`${method} ${at}`, BODIES[id]?.() ?? examples[0]);
		expect({ id, body }).toMatchObject({ id, body: { error_code: 0 } });
		expect({ id, wrong: spec.checkSchema(response, body) }).toEqual({ id, wrong: null });
		expect(client.shop.requests.at(-1)).toMatchObject({ action: id, applied: true, status: 200 });
		expect(client.shop.requests.at(-1)).not.toHaveProperty('invalid');
	}
});

it('describes the failures of the sandbox', async () => {
	for (const call of ['GET /variants/get/none', 'GET /no/such/route']) {
		const { body } = await client.call(call);
		expect(spec.checkSchema('ErrorEnvelope', body)).toBeNull();
		expect(body.error_code).toBe(404);
	}
});
