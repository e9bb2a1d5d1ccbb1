import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { loadSpec } from '../../../sandbox/shared/validator';
import { openPrintXpand, type Client } from './client';

let client: Client;
let receiver: Server;
let url: string;
let received: Array<{ type: string | undefined; body: string }>;
let answer: { status: number; body: string };

beforeEach(async () => {
	client = await openPrintXpand();
	received = [];
	answer = { status: 200, body: '[ { "response": "success" } ]' };
	receiver = createServer((incoming, response) => {
		const chunks: Buffer[] = [];
		incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
		incoming.on('end', () => {
			received.push({
				type: incoming.headers['content-type'],
				body: Buffer.concat(chunks).toString(),
			});
			// 0 stands for an answer that never comes.
			if (answer.status !== 0) response.writeHead(answer.status).end(answer.body);
		});
	});
	await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
	url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
});
afterEach(async () => {
	await client.close();
	receiver.closeAllConnections();
	await new Promise((resolve) => receiver.close(resolve));
});

it('sends a saved design and knows the documented answer', async () => {
	const call = await client.shop.sendDesigner({
		url,
		imageUrl: 'https://designer.example.com/صورة.png',
		designerUrl: 'https://designer.example.com/7',
		enableProductDesigner: 0,
		integrationProductId: 7,
	});
	expect(call).toMatchObject({ status: 200, answer: answer.body, accepted: true });
	expect(received).toMatchObject([{ type: 'application/json', body: call.body }]);
	expect(JSON.parse(call.body)).toEqual({
		image_url: 'https://designer.example.com/صورة.png',
		designer_url: 'https://designer.example.com/7',
		enable_product_designer: 0,
		integration_product_id: 7,
	});
	expect(client.shop.designerCalls).toEqual([call]);
});

it('has a control call for it, with a plausible design', async () => {
	const call = await client.control('POST /designer', { url });
	expect(call).toMatchObject({ accepted: true });
	expect(await client.control('GET /designer')).toEqual([call]);
	const spec = await loadSpec(join(__dirname, '../../../specs/printxpand.openapi.yaml'));
	expect(spec.checkSchema('DesignSaved', JSON.parse(received[0]?.body ?? ''))).toBeNull();
	expect(spec.checkSchema('DesignTaken', JSON.parse(answer.body))).toBeNull();
	for (const wrong of [{}, { url: 'no' }, { url, enableProductDesigner: 2 }, { url, image: 'x' }]) {
		expect(await client.control('POST /designer', wrong)).toHaveProperty('error');
	}
});

it.each([
	[200, '{"response":"success"}'],
	[200, '[{"response":"success","id":1}]'],
	[200, '[{"response":"Success"}]'],
	[200, ''],
	[201, '[{"response":"success"}]'],
	[404, '[{"response":"success"}]'],
])('does not take HTTP %i with %s for it', async (status, body) => {
	answer = { status, body };
	expect(await client.shop.sendDesigner({ url })).toMatchObject({
		status,
		answer: body,
		accepted: false,
	});
});

it('tells who was not there, or took too long', async () => {
	const nobody = await client.shop.sendDesigner({ url: 'http://127.0.0.1:1/hook' });
	expect(nobody).toMatchObject({ accepted: false, error: expect.stringContaining('ECONNREFUSED') });
	answer.status = 0;
	client.shop.settings.designerTimeoutMs = 50;
	const late = await client.shop.sendDesigner({ url });
	expect(late).toMatchObject({ accepted: false, error: 'no answer within 50 ms' });
	expect(late).not.toHaveProperty('status');
});
