import type { IncomingMessage } from 'node:http';
import nock from 'nock';
import type { IDataObject } from 'n8n-workflow';
import { createEngine } from '../engine';
import { services } from '../marketplaces';

const service = services.find(({ folder }) => folder === 'PrintXpand');
if (!service) throw new Error('PrintXpand is not among the services');
const { baseUrl, node, credentialTypes, credentials } = service;

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => {
	nock.enableNetConnect();
	nock.restore();
});

/** The texts of the bodies that a run sends: once parsed, the order of their keys would be lost. */
async function bodiesOf(parameters: IDataObject, input: IDataObject[]): Promise<string[]> {
	const sent: string[] = [];
	const scope = nock(baseUrl).persist();
	scope.post(/.*/).reply(200, [{ response: [] }]);
	scope.on('request', (_request: IncomingMessage, _interceptor: unknown, body: string) =>
		sent.push(body),
	);
	const engine = createEngine({ nodes: [node], credentialTypes, credentials });
	const { name } = new node().description;
	const onError = 'continueRegularOutput';
	await engine.run(name, { parameters: { additionalFields: {}, ...parameters }, onError }, input);
	return sent;
}

const upsert = (resource: string, more: IDataObject) => ({
	resource,
	operation: 'upsert',
	...more,
});

const named = { id: '={{ $json.id }}', name: '={{ $json.name }}' };

it('customers stay in the order of the input, whatever their keys look like', async () => {
	const input = ['102', '101', 'shop-7', '9'].map((id) => ({ id }));
	expect(await bodiesOf(upsert('customer', { id: named.id, email: '' }), input)).toEqual([
		'{"customer":{"102":{"id":"102"},"101":{"id":"101"},"shop-7":{"id":"shop-7"},"9":{"id":"9"}}}',
	]);
});

it('a category goes before its children, and else where it stands', async () => {
	const input = [
		{ id: '5', name: 'Cups', parent: '30' },
		{ id: '40', name: 'Clothes' },
		{ id: '30', name: 'Mugs', parent: '200' },
		{ id: '200', name: 'Kitchen', parent: '0' },
	];
	const additionalFields = { parentId: '={{ $json.parent }}' };
	expect(await bodiesOf(upsert('category', { ...named, additionalFields }), input)).toEqual([
		'{"category":{"200":{"id":"200","name":"Kitchen","parent_id":"0"},"30":{"id":"30","name":"Mugs","parent_id":"200"},"5":{"id":"5","name":"Cups","parent_id":"30"},"40":{"id":"40","name":"Clothes"}}}',
	]);
});

it('so do categories that one request cannot hold', async () => {
	const input = [
		{ id: '5', name: 'Cups', parent: '200' },
		{ id: '40', name: 'Clothes' },
		{ id: '200', name: 'Kitchen' },
	];
	const additionalFields = { parentId: '={{ $json.parent }}' };
	const options = { batchSize: 1 };
	const sent = await bodiesOf(upsert('category', { ...named, additionalFields, options }), input);
	const idOf = (body: string) => /"id":"(\d+)"/.exec(body)?.[1] ?? '';
	expect(sent.map(idOf).filter((id) => id !== '40')).toEqual(['200', '5']);
});

it('products and their variations stay in their order', async () => {
	const attributes = [{ name: 'Size', option: 'M' }];
	const variations = [
		{ id: 10012, attributes },
		{ id: '10011', attributes },
	];
	const input = [
		{ id: '102', name: 'T-shirt', type: 'configurable', variations },
		{ id: '101', name: 'Mug "Q"', type: 'simple', variations: [] },
	];
	const parameters = upsert('product', {
		...named,
		type: '={{ $json.type }}',
		variationsInput: 'json',
		variationsJson: '={{ $json.variations }}',
		additionalFields: { categoryId: [] },
	});
	expect(await bodiesOf(parameters, input)).toEqual([
		'{"product":{"102":{"id":"102","name":"T-shirt","type":"configurable","attribute_names":"Size","variations":{"10012":{"id":10012,"attributes":[{"name":"Size","option":"M"}]},"10011":{"id":"10011","attributes":[{"name":"Size","option":"M"}]}}},"101":{"id":"101","name":"Mug \\"Q\\"","type":"simple"}}}',
	]);
});

it('orders stay in their order, with prices in the digits that were given', async () => {
	const lines = [{ design_id: 1524, item_price: '22.00', item_qty: '2' }];
	const input = [
		{ number: '1002', lines },
		{ number: '1001', lines },
	];
	const parameters = upsert('order', {
		orderId: '={{ $json.number }}',
		itemsInput: 'json',
		itemsJson: '={{ $json.lines }}',
		subTotalFrom: 'items',
		shippingAddressName: 'Layla Haddad',
	});
	const order = (id: string) =>
		`"${id}":{"order_id":"${id}","shipping_address":{"name":"Layla Haddad"},"sub_total":"44.00","item_price":["22.00"],"item_qty":[2],"design_id":["1524"]}`;
	expect(await bodiesOf(parameters, input)).toEqual([
		`{"order":{${order('1002')},${order('1001')}}}`,
	]);
});

it('ids to delete stay in their order', async () => {
	const parameters = { resource: 'product', operation: 'delete', id: named.id };
	expect(await bodiesOf(parameters, [{ id: 102 }, { id: '101' }])).toEqual([
		'{"product":["102","101"]}',
	]);
});
