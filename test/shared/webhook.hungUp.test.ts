import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EdumallsWebhookApi } from '../../credentials/EdumallsWebhookApi.credentials';
import { EdumallsTrigger } from '../../nodes/Edumalls/EdumallsTrigger.node';
import { createReceiver, type Delivery } from './webhookContext';

const SECRET = 'a-signing-secret-of-the-seller';
const EVENT = '{"event_code":460,"event_message":"m","order":{"order_id":1}}';

const receiver = () =>
	createReceiver({
		node: EdumallsTrigger,
		credentialTypes: [EdumallsWebhookApi],
		credentials: { edumallsWebhookApi: { signingSecret: SECRET } as never },
		parameters: { events: [], options: {} },
	});

const delivery = (more: Partial<Delivery> = {}): Delivery => ({
	body: Buffer.from(EVENT),
	headers: {
		'x-integrationhub-signature': `sha256=${createHmac('sha256', SECRET).update(EVENT).digest('hex')}`,
	},
	...more,
});

describe('a sender who hangs up before the answer, since n8n is busy', () => {
	it('starts nothing a second time where n8n went on with it', async () => {
		const { receive } = receiver();
		const first = await receive(delivery());
		await first.hangUp();
		await first.goOut();
		expect((await receive(delivery())).rows).toEqual([]);
	});

	it('waits with the next try until n8n is through with the first', async () => {
		const { receive, turn } = receiver();
		const first = await receive(delivery());
		await first.hangUp();
		const rows: number[] = [];
		void receive(delivery()).then((again) => rows.push(again.rows.length));
		for (let count = 0; count < 5; count++) await turn();
		expect(rows).toEqual([]);
		await first.goOut();
		await turn();
		expect(rows).toEqual([0]);
	});

	it('gets through with the next try where n8n could not start the workflow', async () => {
		const { receive } = receiver();
		const first = await receive(delivery());
		await first.hangUp();
		await first.goOut(500);
		expect((await receive(delivery())).rows).toHaveLength(1);
	});

	it('blocks nothing where they were gone before the node was asked', async () => {
		const { receive } = receiver();
		await (await receive(delivery({ gone: true }))).goOut();
		expect((await receive(delivery())).rows).toEqual([]);
	});

	it.each([true, false])(
		'gets through two minutes later where n8n never ends (%s)',
		async (gone) => {
			jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
			try {
				const { receive, turn } = receiver();
				const first = await receive(delivery(gone ? { gone } : {}));
				if (!gone) await first.hangUp();
				const rows: number[] = [];
				void receive(delivery()).then((again) => rows.push(again.rows.length));
				await jest.advanceTimersByTimeAsync(119_000);
				expect(rows).toEqual([]);
				await jest.advanceTimersByTimeAsync(2000);
				await turn();
				expect(rows).toEqual([1]);
			} finally {
				jest.useRealTimers();
			}
		},
	);
});

it('Node tells of the end of a response whose connection has closed, as the above takes for granted', async () => {
	const heard: string[] = [];
	const served = new Promise<ServerResponse>((resolve) => {
		const server = createServer((_, response) => {
			for (const name of ['close', 'finish', 'prefinish']) {
				response.on(name, () => heard.push(name));
			}
			response.once('close', () => resolve(response));
		});
		server.listen(0, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			const call = request({ port, host: '127.0.0.1', method: 'POST' });
			call.on('error', () => server.close());
			call.end('x');
			void once(server, 'request').then(() => call.destroy());
		});
	});
	(await served).end('{}');
	expect(heard).toEqual(['close', 'prefinish']);
});

it('deliveries that are taken at the same time are all known after n8n began anew', async () => {
	const before = receiver();
	const bodies = [1, 2, 3].map((id) => EVENT.replace('1}', `${id}}`));
	const signed = (text: string): Delivery => ({
		body: Buffer.from(text),
		headers: {
			'x-integrationhub-signature': `sha256=${createHmac('sha256', SECRET).update(text).digest('hex')}`,
		},
	});
	// Each was loaded before the one before it was saved; the last one writes over all of them.
	const taken: Array<Awaited<ReturnType<typeof before.receive>>> = [];
	for (const text of bodies) taken.push(await before.receive(signed(text)));
	for (const { goOut } of taken.slice(0, 2)) await goOut();
	await (await before.receive(signed(EVENT.replace('1}', '4}')))).goOut();
	const after = receiver();
	Object.assign(after.saved, before.saved);
	const rows = await Promise.all(
		bodies.slice(0, 2).map(async (text) => (await after.receive(signed(text))).rows.length),
	);
	expect(rows).toEqual([0, 0]);
});
