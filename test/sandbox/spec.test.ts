import { join } from 'node:path';
import { isObject } from '../../sandbox/shared/json';
import { loadSpec, type Spec } from '../../sandbox/shared/validator';
import { EVENT_MESSAGES } from '../../sandbox/edumalls/types';
import { webhookBody } from '../../sandbox/edumalls/webhookBody';
import { WORDS } from '../../sandbox/edumalls/words';
import { openShop, type Client, type Fields } from './client';

let spec: Spec;
let client: Client;
beforeAll(async () => {
	spec = await loadSpec(join(__dirname, '../../specs/edumalls.openapi.yaml'));
	client = await openShop();
});
afterAll(async () => await client.close());

const record = (value: unknown): Fields => (isObject(value) ? value : {});
const schemas = (): Fields => record(record(spec.document.components).schemas);

interface Operation {
	path: string;
	action: string;
	operationId: string;
	'x-source': string;
	summary: string;
	request: string;
	response: string;
}

const operations = (): Operation[] =>
	Object.entries(record(spec.document.paths)).flatMap(([path, item]) =>
		Object.entries(record(record(record(item).post)['x-operations'])).map(([action, value]) => ({
			...(value as Operation),
			path,
			action,
		})),
	);

it('has the 14 operations under their public names', () => {
	expect(operations().map(({ operationId, action }) => `${operationId} ${action}`)).toEqual([
		'order.getAll view_order_list',
		'order.get view_order_data',
		'order.updateStatus update_order_status',
		'order.createShipment update_order_shipment',
		'order.createInvoice update_order_invoice',
		'order.cancel update_order_cancel',
		'order.addComment update_order_comment',
		'product.getAll view_product_list',
		'product.get view_product_data',
		'product.update update_product_data',
		'product.updatePrice update_product_price',
		'product.updateStock update_product_stock',
		'customer.getAll view_customer_list',
		'customerGroup.getAll view_customer_groups',
	]);
});

it('offers each action on its path, by a schema of the same name with an example', () => {
	for (const { path, action, request, response } of operations()) {
		expect(request).toBe(action);
		expect(schemas()).toHaveProperty(response);
		const { examples } = schemas()[request] as { examples: unknown[] };
		expect(examples.length).toBeGreaterThan(0);
		for (const example of examples) expect(spec.checkRequest('POST', path, example)).toBeNull();
	}
});

it('has examples that fit their own schemas', () => {
	let checked = 0;
	for (const [name, schema] of Object.entries(schemas())) {
		for (const example of (record(schema).examples ?? []) as unknown[]) {
			expect({ name, violation: spec.checkSchema(name, example) }).toEqual({
				name,
				violation: null,
			});
			checked += 1;
		}
	}
	expect(checked).toBeGreaterThan(25);
});

it('refuses an example with one letter changed', () => {
	const { examples } = schemas().update_order_shipment as { examples: Array<{ data: Fields }> };
	const data = { ...examples[0]?.data, notfiy: true };
	const body = { action: 'update_order_shipment', data };
	expect(spec.checkSchema('update_order_shipment', body)?.reason).toBe(
		"Field 'notfiy' is not known.",
	);
});

/** One request an operation; together they walk an order through its life. */
const REQUESTS: Record<string, () => Fields> = {
	'order.getAll': () => ({ include_invoices: true, include_shipments: true, page_size: 50 }),
	'order.get': () => ({ order_id: 24112 }),
	'order.updateStatus': () => ({ order_id: 24112, status: 'pending' }),
	'order.createShipment': () => ({ order_id: 24108 }),
	'order.createInvoice': () => ({ order_id: 24110, paid: 10 }),
	'order.cancel': () => ({ order_id: 24112 }),
	'order.addComment': () => ({ order_id: 24112, comment: 'a' }),
	'product.getAll': () => ({ page_size: 50 }),
	'product.get': () => ({ product_id: 1001 }),
	'product.update': () => ({ product_id: 1001, name: 'a' }),
	'product.updatePrice': () => ({ product_id: 1001, price: 1 }),
	'product.updateStock': () => ({ product_id: 1001, qty: 1 }),
	'customer.getAll': () => ({}),
	'customerGroup.getAll': () => ({}),
};

it('describes what the sandbox answers to every operation', async () => {
	for (const { operationId, action, response } of operations()) {
		const { body } = await client.call(action, REQUESTS[operationId]?.());
		expect({ operationId, body }).toMatchObject({ body: { success: true } });
		expect({ operationId, violation: spec.checkSchema(response, body) }).toEqual({
			operationId,
			violation: null,
		});
	}
});

it('describes the errors and the webhooks of the sandbox', async () => {
	const badPage = await client.call('view_customer_list', { page: 0 });
	expect(spec.checkSchema('ListError', badPage.body)).toBeNull();
	const notFound = await client.call('view_order_data', { order_id: 1 });
	expect(spec.checkSchema('ErrorEnvelope', notFound.body)).toBeNull();
	for (const order of client.shop.store.orders) {
		for (const code of [110, 460] as const) {
			const body: unknown = JSON.parse(webhookBody(code, order, order, false));
			expect(spec.checkSchema('WebhookEvent', body)).toBeNull();
		}
	}
});

it('has the words of the events that the sandbox sends', () => {
	const words = record(record(schemas().EventCode)['x-messages']);
	const sent = Object.entries(EVENT_MESSAGES).map(([code, text]) => [
		code,
		text.replace(/\.$/, ''),
	]);
	expect(Object.entries(words)).toEqual(sent);
});

it('holds every word of the vendor that the sandbox says', () => {
	const text = JSON.stringify(spec.document).replace(/\\n/g, ' ').replace(/ +/g, ' ');
	for (const words of Object.values(WORDS)) expect(text).toContain(words);
});
