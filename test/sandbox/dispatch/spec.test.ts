import { join } from 'node:path';
import { isObject } from '../../../sandbox/shared/json';
import { loadSpec, type Spec } from '../../../sandbox/shared/validator';
import { openDispatch, type Client, type Fields } from './client';

let spec: Spec;
let client: Client;
beforeAll(async () => {
	spec = await loadSpec(join(__dirname, '../../../specs/dispatch.openapi.yaml'));
	client = await openDispatch();
});
afterAll(async () => await client.close());

const record = (value: unknown): Fields => (isObject(value) ? value : {});
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const component = (kind: string): Fields => record(record(spec.document.components)[kind]);

interface Call {
	method: string;
	path: string;
	id: string;
	source: unknown;
	request: string | undefined;
	response: string;
}

const nameOf = (part: unknown): string => String(record(part).$ref ?? '').replace(/^.*\//, '');
const resolved = (part: unknown): unknown =>
	nameOf(part) === '' ? part : component('responses')[nameOf(part)];
const schemaOf = (part: unknown): string =>
	nameOf(record(record(record(record(resolved(part)).content)['application/json']).schema));

const calls = (): Call[] =>
	Object.entries(record(spec.document.paths)).flatMap(([path, item]) =>
		Object.entries(record(item)).map(([method, value]) => {
			const operation = record(value);
			return {
				method: method.toUpperCase(),
				path,
				id: String(operation.operationId),
				source: operation['x-source'],
				request: schemaOf(operation.requestBody) || undefined,
				response: schemaOf(record(operation.responses)['200']),
			};
		}),
	);

it('has 10 operations, all of them documented', () => {
	expect(calls().map(({ id }) => id)).toEqual([
		'integration.configure',
		'integration.disable',
		'integration.delete',
		'pushSubscription.create',
		'workflow.getTriggers',
		'workflow.getAll',
		'workflow.configure',
		'workflow.toggle',
		'workflow.delete',
		'workflow.resume',
	]);
	expect(new Set(calls().map(({ source }) => source))).toEqual(new Set(['documented']));
});

it('has an example of every schema, and it fits', () => {
	for (const [name, schema] of Object.entries(component('schemas'))) {
		const examples = listOf(record(schema).examples);
		expect({ name, none: examples.length === 0 }).toEqual({ name, none: false });
		for (const example of examples) {
			expect({ name, wrong: spec.checkSchema(name, example) }).toEqual({ name, wrong: null });
		}
	}
});

it.each([
	['POST /api/workflows/configured', {}, 'The spec has no POST /api/workflows/configured'],
	['GET /api/workflows/configured/1/toggle', { a: 1 }, 'takes no body.'],
	[
		'GET /api/workflows/Order/configured?managed=yes',
		undefined,
		"'query.managed' must be boolean.",
	],
	['POST /api/integrations/provider/configure', { providerId: 'a' }, "'providerType' is required."],
])('refuses %s %j', (what, body, reason) => {
	const [method = '', path = ''] = what.split(' ');
	expect(spec.checkRequest(method, path, body)?.reason).toContain(reason);
});

/** What each call is asked with, in the demo account. */
function callOf({ id, path }: Call): { path: string; body?: unknown } {
	const { store, account, runs } = client.dispatch;
	const [integration] = store.integrations;
	const [workflow] = store.workflows;
	const at = path
		.replace('{integrationId}', String(integration?.guid))
		.replace('{workflowId}', String(workflow?.guid))
		.replace('{entityType}', 'Shipment')
		.replace('/api', '');
	switch (id) {
		case 'integration.configure': {
			const providerId = store.providers[0]?.guid;
			const settings = { pushTracking: true };
			const body = { providerId, providerType: 'ecommerce', credentials: account.store, settings };
			return { path: at, body };
		}
		case 'pushSubscription.create':
			return { path: at, body: listOf(record(component('schemas').PushSubscription).examples)[0] };
		case 'workflow.configure': {
			const { name, entityType, triggerId, action } = workflow ?? {};
			return { path: at, body: { name, entityType, triggerId, action } };
		}
		case 'workflow.resume':
			return { path: `${at}?workflowId=${String(runs[0]?.workflow)}` };
		default:
			return { path: at };
	}
}

it('describes what the sandbox answers to every call', async () => {
	for (const one of calls()) {
		const { path, body } = callOf(one);
		const reply = await client.call(`${one.method} ${path}`, body);
		const { id } = one;
		expect({ id, body: reply.body }).toMatchObject({ id, body: { success: true } });
		expect({ id, wrong: spec.checkSchema(one.response, reply.body) }).toEqual({ id, wrong: null });
		expect(client.dispatch.requests.at(-1)).toMatchObject({
			action: id,
			applied: true,
			status: 200,
		});
		expect(client.dispatch.requests.at(-1)).not.toHaveProperty('invalid');
	}
});

it('describes the failures of the sandbox', async () => {
	for (const call of ['DELETE /workflows/configured/none', 'GET /no/such/route']) {
		for (const token of [undefined, 'another']) {
			const { status, body } = await client.call(call, undefined, token);
			expect(status).toBeGreaterThan(400);
			expect(spec.checkSchema('ErrorEnvelope', body)).toBeNull();
		}
	}
});
