import type { IDataObject } from 'n8n-workflow';
import { PrintXpandWebhookApi } from '../../credentials/PrintXpandWebhookApi.credentials';
import { PrintXpandTrigger } from '../../nodes/PrintXpand/PrintXpandTrigger.node';
import { createReceiver, type Delivery } from '../shared/webhookContext';

const SECRET = 'a-secret-of-the-shop';

const callback: IDataObject = {
	image_url: 'https://shop.example/مشغل.png',
	designer_url: 'https://shop.example/designer?id=10001',
	enable_product_designer: 1,
	integration_product_id: 10001,
};

const call = (body: unknown, query: IDataObject = { secret: SECRET }): Delivery => ({
	body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
	query,
});

const receiver = (secrets: IDataObject = { secret: SECRET }, noCredential?: true) =>
	createReceiver({
		node: PrintXpandTrigger,
		credentialTypes: [PrintXpandWebhookApi],
		credentials: { printXpandWebhookApi: secrets as never },
		noCredential,
	});

const receive = async (delivery: Delivery) => await receiver().receive(delivery);

describe("the designer's callback", () => {
	it('starts the workflow, and is answered in exactly the words that the vendor expects', async () => {
		const received = await receive(call(callback));
		expect(received.status).toBe(200);
		expect(JSON.stringify(received.answer)).toBe('[{"response":"success"}]');
		expect(received.rows).toEqual([
			{
				imageUrl: 'https://shop.example/مشغل.png',
				designerUrl: 'https://shop.example/designer?id=10001',
				enableProductDesigner: true,
				integrationProductId: 10001,
			},
		]);
	});

	it.each<[string, IDataObject, IDataObject]>([
		['the flag 0', { enable_product_designer: 0 }, { enableProductDesigner: false }],
		['the flag as text', { enable_product_designer: '0' }, { enableProductDesigner: false }],
		['the product 0', { integration_product_id: 0 }, { integrationProductId: 0 }],
		['the product as text', { integration_product_id: '10001' }, { integrationProductId: '10001' }],
		['an address that is still empty', { image_url: '' }, { imageUrl: '' }],
	])('passes with %s', async (_, given, expected) => {
		const { rows } = await receive(call({ ...callback, ...given }));
		expect(rows).toMatchObject([expected]);
	});
});

describe('a call without the secret is answered 401, and starts nothing', () => {
	it.each<[string, IDataObject]>([
		['none', {}],
		['another', { secret: 'another' }],
		['an empty one', { secret: '' }],
		['one twice', { secret: [SECRET, SECRET] }],
		['one as an object', { secret: { $ne: '' } }],
	])('%s', async (_, query) => {
		const received = await receive(call(callback, query));
		expect(received.status).toBe(401);
		expect(received.rows).toEqual([]);
		expect(JSON.stringify(received.answer)).not.toContain(SECRET);
	});

	it('nor where the credential is gone or empty', async () => {
		const received = await receiver({ secret: ' ' }).receive(call(callback, { secret: '' }));
		expect(received.status).toBe(401);
		expect(received.rows).toEqual([]);
	});

	it('but passes where the user chose no credential', async () => {
		const received = await receiver({}, true).receive(call(callback, {}));
		expect(received.rows).toHaveLength(1);
	});
});

describe('a body of another shape is answered 400, and starts nothing', () => {
	it.each<[string, unknown]>([
		['no JSON', 'image_url=x'],
		['nothing', ''],
		['a list', [callback]],
		['null', null],
		['no image_url', { ...callback, image_url: undefined }],
		['an image_url that is no text', { ...callback, image_url: 5 }],
		['no designer_url', { ...callback, designer_url: undefined }],
		['another flag', { ...callback, enable_product_designer: 2 }],
		['no product', { ...callback, integration_product_id: undefined }],
		['a product that is no number', { ...callback, integration_product_id: 'x' }],
		['a product below zero', { ...callback, integration_product_id: -1 }],
		['half a product', { ...callback, integration_product_id: 1.5 }],
	])('%s', async (_, body) => {
		const received = await receive(call(body));
		expect(received.status).toBe(400);
		expect(received.rows).toEqual([]);
	});
});

describe('publishing', () => {
	it('is refused with an empty secret, and not without a credential', async () => {
		await expect(receiver({ secret: '' }).hook('create')).rejects.toThrow('The secret is empty');
		expect(await receiver().hook('create')).toBe(true);
		expect(await receiver({}, true).hook('create')).toBe(true);
		expect(await receiver().hook('checkExists')).toBe(false);
		expect(await receiver().hook('delete')).toBe(true);
	});
});
