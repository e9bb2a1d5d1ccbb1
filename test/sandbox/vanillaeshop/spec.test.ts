import { join } from 'node:path';
import { isObject } from '../../../sandbox/shared/json';
import { loadSpec, type Spec } from '../../../sandbox/shared/validator';
import { openVanilla, type Client, type Fields } from './client';

let spec: Spec;
let client: Client;
beforeAll(async () => {
	spec = await loadSpec(join(__dirname, '../../../specs/vanillaeshop.openapi.yaml'));
	client = await openVanilla();
});
beforeEach(() => client.shop.reset());
afterAll(async () => await client.close());

const record = (value: unknown): Fields => (isObject(value) ? value : {});
const schemas = (): Fields => record(record(spec.document.components).schemas);
const examplesOf = (name: string): unknown[] => {
	const { examples } = record(schemas()[name]);
	return Array.isArray(examples) ? examples : [];
};

interface Call {
	method: string;
	path: string;
	id: string;
	operation: Fields;
	request: string;
	response: string;
}

const nameOf = (part: unknown): string => {
	const { schema } = record(record(record(part).content)['application/json']);
	return String(record(schema).$ref ?? '').replace('#/components/schemas/', '');
};

const calls = (): Call[] =>
	Object.entries(record(spec.document.paths)).flatMap(([path, item]) =>
		Object.entries(record(item))
			.filter(([method]) => method !== 'parameters')
			.map(([method, value]) => ({
				...{ method: method.toUpperCase(), path, operation: record(value) },
				id: String(record(value).operationId),
				request: nameOf(record(value).requestBody),
				response: nameOf(record(record(value).responses)['200']),
			})),
	);

it('has the 20 operations, all documented, and a twin for each PUT and GET', () => {
	const operations = calls().filter(({ id }) => id.includes('.'));
	const twins = calls().filter(({ id }) => !id.includes('.'));
	expect(operations).toHaveLength(20);
	expect(calls().every(({ operation }) => operation['x-source'] === 'documented')).toBe(true);
	const twinned = operations.filter(({ method }) => ['PUT', 'GET'].includes(method));
	expect(twins).toHaveLength(twinned.length);
	for (const twin of twins) {
		const { path, request } = twin;
		const original = twinned.find(({ id }) => id === twin.operation['x-twin-of']);
		expect({ path, request }).toEqual({ path: original?.path, request: original?.request });
	}
});

it('has an example of every request, and it fits', () => {
	for (const { method, path, request } of calls()) {
		if (request === '') continue;
		const at = path.replace(/\{\w+\}/g, '13');
		const wrong = examplesOf(request).map((example) => spec.checkRequest(method, at, example));
		expect({ request, wrong }).toEqual({ request, wrong: expect.arrayContaining([null]) });
		expect(wrong.filter(Boolean)).toEqual([]);
	}
});

it('has examples that fit their own schemas', () => {
	let checked = 0;
	for (const name of Object.keys(schemas())) {
		for (const example of examplesOf(name)) {
			expect({ name, wrong: spec.checkSchema(name, example) }).toEqual({ name, wrong: null });
			checked += 1;
		}
	}
	expect(checked).toBeGreaterThan(50);
});

it.each([
	['Name', ' '],
	['Name', 5],
	['Id', ''],
	['Amount', -1],
	['Amount', '-1'],
	['Count', 0],
	['Count', '0'],
	['Number', '1,5'],
	['Flag', 'true'],
	['Moment', '2026-07-19'],
	['CountryCode', 'SAU'],
	['Money', '15.00'],
	['Email', 'nobody'],
])('%s is not %j', (name, value) => {
	expect(spec.checkSchema(name, value)).not.toBeNull();
});

it.each([
	['POST /v1/in/order', { order_id: 499_999 }, "Field 'store_id' is required."],
	['PUT /v1/in/customer/1', { lastname: 'a' }, "Field 'firstname' is required."],
	['POST /v1/in/products/bulk', { products: [] }, "Field 'products' must NOT have fewer than"],
	['POST /v1/in/products/bulk', { products: Array(11).fill(0) }, 'must NOT have more than 10'],
	['POST /v1/in/orderStatus', { order_status_code: 'x', order_id: 1 }, 'must be one of canceled'],
	['GET /v1/in/order/1', { a: 1 }, 'GET /v1/in/order/1 takes no body.'],
	['GET /v1/in/order/1?page=2', undefined, "Field 'query.page' is not known."],
	['GET /v1/in/products', undefined, 'The spec has no GET /v1/in/products'],
])('refuses %s %j', (what, body, reason) => {
	const [method = '', path = ''] = what.split(' ');
	expect(spec.checkRequest(method, path, body)?.reason).toContain(reason);
});

/** What each path parameter means in the demo shop. */
const PARAMETERS: Record<string, (method: string) => string> = {
	customerId: () => '2',
	entityId: () => '501',
	optionValueId: () => '262',
	orderId: () => '500001',
	product: (method) => (method === 'DELETE' ? '40086' : 'van.87'),
	sku: () => 'van.88',
};

const answerOf = (settings: Fields) => async () => {
	Object.assign(client.shop.settings, settings);
	for (const { method, path, id, request, response, operation } of calls()) {
		const at = path.replace(/\{(\w+)\}/g, (_, name: string) => PARAMETERS[name]?.(method) ?? '');
		const { status, body } = await client.call(
			`${method} ${at.replace('/v1/in', '')}`,
			examplesOf(request)[0],
		);
		expect({ id, status, body }).toMatchObject({ id, status: 200 });
		const wrong = response === '' ? null : spec.checkSchema(response, body);
		expect({ id, wrong }).toEqual({ id, wrong: null });
		const entry = client.shop.requests.at(-1);
		expect(entry).toMatchObject({ action: operation['x-twin-of'] ?? id, applied: true });
		expect(entry).not.toHaveProperty('invalid');
	}
};

it('describes what the sandbox answers to every call', answerOf({}));
it('describes lists as answers of bulk calls too', answerOf({ bulkAnswer: 'list' }));

it.each([
	['laravel55', 'ValidationError'],
	['laravel54', 'BareValidationError'],
	['wrapped', 'AppError'],
] as const)('describes failures in the form of %s', async (form, schema) => {
	client.shop.settings.validationForm = form;
	const { body } = await client.call('POST /customer', {});
	expect(spec.checkSchema(schema, body)).toBeNull();
	expect(spec.checkSchema('Message', (await client.call('GET /order/1')).body)).toBeNull();
});
