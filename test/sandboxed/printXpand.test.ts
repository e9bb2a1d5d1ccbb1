import type { IDataObject } from 'n8n-workflow';
import { startPrintXpand, type PrintXpandOptions } from '../../sandbox/printxpand';
import { openService } from './service';
import { tracker } from './tried';

type Sandbox = Awaited<ReturnType<typeof startPrintXpand>>;
let sandbox: Sandbox;
let run: ReturnType<typeof openService>['run'];
afterEach(async () => await sandbox.close());
jest.setTimeout(60_000);

const { note, untried } = tracker('PrintXpand');

async function open(options: PrintXpandOptions = {}, credentials: IDataObject = {}) {
	sandbox = await startPrintXpand({ seed: 'empty', ...options });
	const { account, url: baseUrl } = sandbox;
	const service = openService('PrintXpand', {
		printXpandApi: { baseUrl, ...account, keysCheckedAt: '', ...credentials } as never,
	});
	run = async (resource, operation, ...given) => {
		const outcome = await service.run(resource, operation, ...given);
		if (!outcome.error) note(resource, operation);
		return outcome;
	};
}

const onError = 'continueErrorOutput' as const;
const sent = (action: string) => sandbox.requests.filter((request) => request.action === action);
const invalid = () => sandbox.requests.filter((request) => request.invalid !== undefined);

const customer = { id: '={{ $json.id }}', email: '={{ $json.email }}' };
const category = {
	id: '={{ $json.id }}',
	name: '={{ $json.name }}',
	additionalFields: { parentId: '={{ $json.parent }}' },
};
const order = {
	orderId: '={{ $json.id }}',
	itemsInput: 'rows',
	items: { values: [{ designId: '1524', itemPrice: '22.00', itemQty: '2' }] },
	subTotalFrom: 'items',
	shippingAddressName: 'Layla',
};

it('sends 1,000 customers in 50 requests, and the 13 bad ones among them are 13 paired errors', async () => {
	await open();
	const people = Array.from({ length: 1000 }, (_, index) => ({
		id: String(5001 + index),
		// A few have the address of the one before.
		email: `person${index % 77 === 76 ? index - 1 : index}@example.com`,
	}));
	const bad = people.flatMap((_, index) => (index % 77 === 76 ? [index] : []));
	for (let index = 10; bad.length < 13; index += 100) {
		people[index].email = 'person0@example.com';
		bad.push(index);
	}
	const { branches, error } = await run('customer', 'upsert', customer, people, onError);
	expect(error).toBeUndefined();
	const [done, refused] = branches;
	expect(sent('customer.upsert')).toHaveLength(51);
	expect(done).toHaveLength(987);
	expect(refused.map(({ json }) => json.id)).toEqual(
		people.map(({ id }) => id).filter((_, index) => bad.includes(index)),
	);
	expect(refused.map(({ pairedItem }) => pairedItem)).toEqual(
		[...bad].sort((a, b) => a - b).map((item) => ({ item })),
	);
	for (const { json } of refused) expect(json.message).toContain('same email address');
	expect(sandbox.store.customers.size).toBe(987);
	expect(invalid()).toEqual([]);
});

describe('a connection that drops after the request was processed', () => {
	const drop = (action: string) =>
		sandbox.faults.add({ kind: 'reset', when: 'after', match: { action } });

	it.each<[string, IDataObject, IDataObject[], () => number]>([
		[
			'customer',
			customer,
			[
				{ id: '1', email: 'a@example.com' },
				{ id: '2', email: 'b@example.com' },
			],
			() => sandbox.store.customers.size,
		],
		[
			'category',
			category,
			[
				{ id: '102', name: 'B', parent: '101' },
				{ id: '101', name: 'A', parent: '' },
			],
			() => sandbox.store.categories.size,
		],
		[
			'product',
			{ id: '={{ $json.id }}', name: 'Mug', type: 'simple' },
			[{ id: '1' }, { id: '2' }],
			() => sandbox.store.products.size,
		],
	])('leaves no duplicate %s', async (resource, parameters, input, count) => {
		await open();
		drop(`${resource}.upsert`);
		const { rows, error } = await run(resource, 'upsert', parameters, input);
		expect(error).toBeUndefined();
		expect(rows).toHaveLength(2);
		expect(count()).toBe(2);
		expect(sent(`${resource}.upsert`).length).toBeGreaterThanOrEqual(2);
	});

	it('prints no order twice, and says that it is not known whether it was placed', async () => {
		await open();
		drop('order.upsert');
		const { rows } = await run('order', 'upsert', order, [{ id: '1' }], 'continueRegularOutput');
		expect(rows[0]).toMatchObject({ details: { outcome: 'unknown' } });
		expect(rows[0].message).toContain("PrintXpand's admin");
		expect(sandbox.store.prints).toEqual({ 1: 1 });
	});

	it('counts what was deleted as deleted', async () => {
		await open();
		await run('category', 'upsert', category, [{ id: '101', name: 'A', parent: '' }]);
		drop('category.delete');
		const { rows, error } = await run('category', 'delete', { id: '101' });
		expect(error).toBeUndefined();
		expect(rows).toMatchObject([{ deleted: true }]);
		expect(sandbox.store.categories.size).toBe(0);
	});
});

it('sends a parent before its children, over requests and within one, whatever the order of the items', async () => {
	await open();
	const tree = Array.from({ length: 60 }, (_, index) => ({
		id: String(500 - index),
		name: `Category ${index}`,
		parent: index === 59 ? '' : String(499 - index),
	}));
	const { rows, error } = await run('category', 'upsert', category, tree);
	expect(error).toBeUndefined();
	expect(rows.map(({ id }) => id)).toEqual(tree.map(({ id }) => id));
	expect(sandbox.store.categories.size).toBe(60);
	expect(sent('category.upsert')).toHaveLength(3);
});

it('puts ids into different requests that Magento could take for the same', async () => {
	await open();
	const people = ['SKU_1', 'sku1', 'Sku-1'].map((id) => ({ id, email: `${id}@example.com` }));
	await run('customer', 'upsert', customer, people);
	expect(
		sent('customer.upsert').map(({ body }) => Object.keys((body as { customer: object }).customer)),
	).toEqual([[], ['SKU_1'], ['sku1', 'Sku-1']]);
});

it.each<PrintXpandOptions>([
	{ answerWithoutIds: true },
	{ answerOrder: 'reversed' },
	{ failureStatus: 404, partialStatus: 201 },
])('gives every item its own result, however the shop answers: %j', async (options) => {
	await open(options);
	const people = ['1', '2', '3'].map((id) => ({
		id,
		email: `${id === '3' ? '2' : id}@example.com`,
	}));
	const { rows } = await run('customer', 'upsert', customer, people, 'continueRegularOutput');
	expect(rows.map(({ id, error }) => id ?? error)).toEqual([
		'1',
		'2',
		"PrintXpand refused the customer '3'",
	]);
	const again = await run('customer', 'upsert', customer, [people[2]], 'continueRegularOutput');
	expect(again.rows[0].message).toContain('same email address');
});

it('works through all that there is, and sends nothing that the spec does not know', async () => {
	await open();
	await run('category', 'upsert', category, [{ id: '101', name: 'أكواب', parent: '' }]);
	const configurable = {
		id: '10001',
		name: 'T-shirt',
		type: 'configurable',
		variationsInput: 'json',
		variationsJson: [
			{ id: '10003', price: '55.55', attributes: [{ name: 'Size', option: 'M' }] },
			{ id: '10002', price: '50', attributes: [{ name: 'Size', option: 'S' }] },
		] as never,
		additionalFields: {
			categoryId: ['101'],
			images: { values: [{ src: 'https://example.com/a.png' }] },
			tierPrice: { values: [{ price: '40', qty: '10' }] },
			customOptions: {
				values: [
					{ title: 'Message', type: 'field', maxCharacters: '20', isRequire: true },
					{
						title: 'Wrapping',
						type: 'drop_down',
						values: { values: [{ title: 'Red', price: '1.50', priceType: 'fixed' }] },
					},
				],
			},
		},
	};
	expect((await run('product', 'upsert', configurable)).error).toBeUndefined();
	expect((await run('order', 'upsert', order, [{ id: '11001' }])).rows).toMatchObject([
		{ id: '11001' },
	]);
	expect(sandbox.store.orders.get('11001')?.fields).toMatchObject({ sub_total: '44.00' });
	expect((await run('product', 'delete', { id: '10001' })).rows).toMatchObject([{ deleted: true }]);
	const gone = await run('product', 'delete', { id: '10001' });
	expect(gone.error?.description).toMatch(/not found/i);
	expect(invalid()).toEqual([]);
});

describe('the keys', () => {
	const read = async () => await run('category', 'delete', { id: '1' });

	it.each<[string, PrintXpandOptions, IDataObject, RegExp]>([
		[
			'a wrong consumer secret',
			{},
			{ consumerSecret: 'x'.repeat(32) },
			/does not accept the signature/,
		],
		[
			'a wrong token secret',
			{},
			{ accessTokenSecret: 'x'.repeat(32) },
			/does not accept the signature/,
		],
		[
			'a consumer key that it does not know',
			{},
			{ consumerKey: 'x'.repeat(32) },
			/does not know the consumer key/,
		],
		[
			'a token that it does not know',
			{},
			{ accessToken: 'x'.repeat(32) },
			/does not accept the access token/,
		],
		[
			'HMAC-SHA1, which it takes no longer',
			{},
			{ signatureMethod: 'HMAC-SHA1' },
			/does not take this signature method/,
		],
	])('are refused in plain words: %s', async (_, options, credentials, words) => {
		await open(options, credentials);
		const { error } = await read();
		expect(error?.message).toMatch(words);
		expect(JSON.stringify(error)).not.toContain(sandbox.account.consumerSecret);
	});

	it('are refused for a clock that is ahead, and it is told by how much', async () => {
		await open();
		sandbox.clock.advance(-20 * 60_000);
		const { error } = await read();
		expect(error?.message).toBe('The shop refuses the time of the request');
	});

	it('are taken with HMAC-SHA1 where the shop still takes it', async () => {
		await open({ magento: '2.4.3' }, { signatureMethod: 'HMAC-SHA1' });
		const { error } = await read();
		expect(error?.description).toMatch(/not found/i);
	});

	it('that may not do one thing are told what, and may do the others', async () => {
		await open({ withheldResources: ['Magento_Catalog::products'] });
		const refused = await run('product', 'delete', { id: '1' });
		expect(refused.error?.message).toBe('PrintXpand refused access');
		expect(refused.error?.description).toContain('Magento_Catalog::products');
		expect(refused.error?.description).toContain('The integration may not do this');
		const { error } = await run('customer', 'upsert', customer, [
			{ id: '1', email: 'a@example.com' },
		]);
		expect(error).toBeUndefined();
	});

	it('are checked once, not before every call', async () => {
		await open();
		const people = Array.from({ length: 200 }, (_, index) => ({
			id: String(index + 1),
			email: `${index}@example.com`,
		}));
		await run('customer', 'upsert', customer, people);
		expect(sandbox.requests).toHaveLength(11);
	});
});

it('sends a request of its own', async () => {
	await open();
	await run('category', 'upsert', category, [{ id: '101', name: 'A', parent: '' }]);
	const { error } = await run('request', 'send', {
		method: 'POST',
		path: '/rest/V1/category/delete/',
		additionalFields: { body: '{"category":["101"]}' },
	});
	expect(error).toBeUndefined();
	expect(sandbox.store.categories.size).toBe(0);
});

it('has tried every operation', () => {
	expect(untried()).toEqual([]);
});
