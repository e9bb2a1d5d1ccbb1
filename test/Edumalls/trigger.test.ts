import { createHash, createHmac } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { EdumallsWebhookApi } from '../../credentials/EdumallsWebhookApi.credentials';
import { EdumallsTrigger } from '../../nodes/Edumalls/EdumallsTrigger.node';
import { EVENTS } from '../../nodes/Edumalls/events';
import { createReceiver, type Delivery } from '../shared/webhookContext';

const SECRET = 'a-signing-secret-of-the-seller';
const HEADER = 'x-integrationhub-signature';

// As PHP writes it: escaped slashes and letters, amounts with their zeros.
const SHIPPED =
	'{"event_code":460,"event_message":"Order has been shipped.","order":{"order_id":24123,' +
	'"increment_id":"1000000123","state":"complete","status":"complete","grand_total":"161.0000",' +
	'"tax":24.3500,"customer":{"firstname":"\\u0645\\u0646\\u0649","note":"a\\/b"},' +
	'"payment_id":12345678901234567890}}';

const sign = (body: string | Buffer, secret = SECRET) =>
	`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

const signed = (text: string | Buffer, secret = SECRET): Delivery => {
	const body = Buffer.from(text);
	return { body, headers: { [HEADER]: sign(body, secret) } };
};

const event = (code: unknown, order: unknown = { order_id: 1 }) =>
	JSON.stringify({ event_code: code, event_message: 'm', order });

const receiver = (parameters: IDataObject = {}, secrets: IDataObject = { signingSecret: SECRET }) =>
	createReceiver({
		node: EdumallsTrigger,
		credentialTypes: [EdumallsWebhookApi],
		credentials: { edumallsWebhookApi: secrets as never },
		parameters: { events: [], options: {}, ...parameters },
	});

describe('a delivery with a valid signature', () => {
	it('starts the workflow with the event, its name, the order and the id of the delivery', async () => {
		const received = await receiver().receive(signed(SHIPPED));
		expect(received.status).toBe(200);
		expect(received.answer).toEqual({ message: 'Received' });
		expect(received.rows).toEqual([
			{
				eventCode: 460,
				event: 'order.shipped',
				eventMessage: 'Order has been shipped.',
				deliveryId: createHash('sha256').update(SHIPPED).digest('hex'),
				order: {
					order_id: 24123,
					increment_id: '1000000123',
					state: 'complete',
					status: 'complete',
					grand_total: '161.0000',
					tax: 24.35,
					customer: { firstname: 'منى', note: 'a/b' },
					payment_id: '12345678901234567890',
				},
			},
		]);
	});

	it('is read from the raw bytes, which n8n reads on demand', async () => {
		const received = await receiver().receive({ ...signed(SHIPPED), unread: true });
		expect(received.rows).toHaveLength(1);
	});

	it.each(Object.entries(EVENTS))(
		'with the code %s has its stable name',
		async (code, { event }) => {
			const body = JSON.stringify({ event_code: Number(code), order: { order_id: 1 } });
			const { rows } = await receiver().receive(signed(body));
			expect(rows).toMatchObject([{ eventCode: Number(code), event, eventMessage: '' }]);
		},
	);

	it.each([
		['a code as text', event('460'), 'order.shipped'],
		['an order with its number only', event(110, { increment_id: '1' }), 'order.created'],
		['an order with the id 0', event(110, { order_id: 0 }), 'order.created'],
		['blanks around', `\r\n ${event(590)} \n`, 'order.canceled'],
	])('passes with %s', async (_, body, name) => {
		const { rows } = await receiver().receive(signed(body));
		expect(rows).toMatchObject([{ event: name }]);
	});
});

describe('a delivery that is not from the marketplace is answered 401, and starts nothing', () => {
	const good = sign(SHIPPED);

	it.each<[name: string, header: unknown, reason: string]>([
		['no signature', undefined, 'The signature is missing'],
		['an empty one', '', 'The signature is missing'],
		['a list of headers', [good], 'The signature is missing'],
		['no prefix', good.slice(7), 'The signature has the wrong form'],
		['a cut one', good.slice(0, -1), 'The signature has the wrong form'],
		['a longer one', `${good}00`, 'The signature has the wrong form'],
		['a SHA-1', 'sha1=aaaa', 'The signature has the wrong form'],
		['a forged one', sign(SHIPPED, 'guess'), 'Invalid signature'],
		['that of another body', sign(event(110)), 'Invalid signature'],
		[
			'that of the re-serialised body',
			sign(JSON.stringify(JSON.parse(SHIPPED))),
			'Invalid signature',
		],
	])('%s', async (_, header, reason) => {
		const body = Buffer.from(SHIPPED);
		const received = await receiver().receive({ body, headers: { [HEADER]: header as string } });
		expect(received.result).toEqual({ noWebhookResponse: true });
		expect(received).toMatchObject({ status: 401, answer: { message: reason }, rows: [] });
	});

	it.each<[string, IDataObject]>([
		['no secret', {}],
		['an empty secret', { signingSecret: '' }],
		['a blank secret', { signingSecret: ' \n' }],
		['only the previous secret', { signingSecret: '', previousSigningSecret: SECRET }],
	])('%s, whatever the signature', async (_, secrets) => {
		for (const secret of [SECRET, '', ' \n']) {
			const received = await receiver({}, secrets).receive(signed(SHIPPED, secret));
			expect(received).toMatchObject({
				status: 401,
				answer: { message: 'No signing secret is set' },
				rows: [],
			});
		}
	});

	it('is refused before its body is looked at', async () => {
		const { status } = await receiver().receive({ ...signed('{', 'guess') });
		expect(status).toBe(401);
	});

	it('does not keep the place of the true one', async () => {
		const { receive } = receiver();
		await receive(signed(SHIPPED, 'guess'));
		expect((await receive(signed(SHIPPED))).rows).toHaveLength(1);
	});
});

describe('while the secret is changed', () => {
	const secrets = { signingSecret: 'the-new-secret-0123', previousSigningSecret: SECRET };

	it.each([
		['the new one', 'the-new-secret-0123', 200],
		['the previous one', SECRET, 200],
		['another one', 'another', 401],
	])('a delivery signed with %s is answered %s', async (_, secret, status) => {
		expect((await receiver({}, secrets).receive(signed(SHIPPED, secret as string))).status).toBe(
			status,
		);
	});

	it('blanks that came with pasting do no harm', async () => {
		const pasted = receiver({}, { signingSecret: ` ${SECRET}\n` });
		expect((await pasted.receive(signed(SHIPPED))).status).toBe(200);
	});
});

describe('the events', () => {
	it('that are not chosen are acknowledged, and start nothing', async () => {
		const { receive } = receiver({ events: [110, 590] });
		const received = await receive(signed(event(460)));
		expect(received).toMatchObject({ status: 200, rows: [] });
		expect(received.result).toEqual({
			webhookResponse: { message: 'This event is not chosen in the workflow' },
		});
		expect((await receive(signed(event(590)))).rows).toHaveLength(1);
	});

	it.each([[['460']], [[460]]])('may be chosen by number or by text: %j', async (events) => {
		expect((await receiver({ events }).receive(signed(event(460)))).rows).toHaveLength(1);
	});

	it('that are new pass as unknown, where none is chosen', async () => {
		const { rows } = await receiver().receive(signed(event(777)));
		expect(rows).toMatchObject([{ eventCode: 777, event: 'unknown' }]);
		const chosen = receiver({ events: [110] });
		expect((await chosen.receive(signed(event(777)))).rows).toEqual([]);
	});

	it.each(['constructor', '__proto__', 'toString'])('no name comes from %s', async (code) => {
		const received = await receiver().receive(signed(event(code)));
		expect(received).toMatchObject({ status: 400, rows: [] });
	});
});

describe('a body of the wrong shape is answered 400, and starts nothing', () => {
	const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

	it.each<[name: string, body: string | Buffer]>([
		['nothing', ''],
		['null', 'null'],
		['a list', '[]'],
		['a list of an event', `[${event(110)}]`],
		['a text', '"x"'],
		['a number', '1'],
		['no JSON', '{"event_code":110,'],
		['a form', 'event_code=110&order=1'],
		['XML', '<event/>'],
		['an empty object', '{}'],
		['no code', '{"order":{"order_id":1}}'],
		['a code of null', event(null)],
		['a code that is no number', event('x')],
		['an empty code', event('')],
		['NaN as a code', '{"event_code":NaN,"order":{"order_id":1}}'],
		['a code with a fraction', event(1.5)],
		['a code beyond all numbers', '{"event_code":1e999,"order":{"order_id":1}}'],
		['a list as a code', event([110])],
		['true as a code', event(true)],
		['no order', '{"event_code":110}'],
		['an order of null', event(110, null)],
		['a list as an order', event(110, [{ order_id: 1 }])],
		['a text as an order', event(110, 'x')],
		['an order without ids', event(110, {})],
		['an order with empty ids', event(110, { order_id: '', increment_id: null })],
		['an order with an object as id', event(110, { order_id: { a: 1 } })],
		['100,000 levels of lists', deep(100_000)],
		[
			'an order with 100,000 levels',
			`{"event_code":110,"order":{"order_id":1,"items":${deep(100_000)}}}`,
		],
		[
			'an order with 100,000 levels of objects',
			`{"event_code":110,"order":{"order_id":1,"x":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}}`,
		],
		['a BOM', `\uFEFF${event(110)}`],
		['an event in the prototype', `{"__proto__":${event(110)}}`],
		['an order in the prototype', '{"event_code":110,"__proto__":{"order":{"order_id":1}}}'],
		['UTF-16', Buffer.from(event(110), 'utf16le')],
		['bytes that are no text', Buffer.from([0xff, 0x00, 0x7b])],
	])('%s', async (_, body) => {
		const received = await receiver().receive(signed(body));
		expect(received.result).toEqual({ noWebhookResponse: true });
		expect(received).toMatchObject({ status: 400, rows: [] });
		expect((received.answer as IDataObject).message).toMatch(/^The (body|order) /);
	});

	it('and keys that reach for a prototype change nothing', async () => {
		const body =
			'{"event_code":110,"order":{"order_id":1,"__proto__":{"polluted":1},' +
			'"constructor":{"prototype":{"polluted":1}}}}';
		const { rows } = await receiver().receive(signed(body));
		expect(rows).toHaveLength(1);
		expect({}).not.toHaveProperty('polluted');
		expect((rows[0].order as IDataObject).polluted).toBeUndefined();
	});
});

describe('a repeated delivery', () => {
	it('five times in parallel starts one execution', async () => {
		const { receive, turn } = receiver();
		const first = await receive(signed(SHIPPED));
		const others = Promise.all([2, 3, 4, 5].map(async () => await receive(signed(SHIPPED))));
		await turn();
		await first.goOut();
		expect(first.rows).toHaveLength(1);
		for (const { status, rows, answer } of await others) {
			expect({ status, rows, answer }).toEqual({
				status: 200,
				rows: [],
				answer: { message: 'This delivery came before' },
			});
		}
	});

	it('sent again later starts nothing; another event of the same order does', async () => {
		const { receive } = receiver();
		await (await receive(signed(event(460)))).goOut();
		expect((await receive(signed(event(460)))).rows).toEqual([]);
		expect((await receive(signed(event(490)))).rows).toHaveLength(1);
	});

	it('gets through where n8n answered with 500', async () => {
		const { receive } = receiver();
		await (await receive(signed(SHIPPED))).goOut(500);
		const second = await receive(signed(SHIPPED));
		expect(second.rows).toHaveLength(1);
		await second.goOut();
		expect((await receive(signed(SHIPPED))).rows).toEqual([]);
	});

	it('that waits takes over, once, where the first one fails', async () => {
		const { receive, turn } = receiver();
		const first = await receive(signed(SHIPPED));
		const rows: number[] = [];
		for (let count = 0; count < 4; count++) {
			void receive(signed(SHIPPED)).then(async (received) => {
				rows.push(received.rows.length);
				await received.goOut();
			});
		}
		await first.goOut(500);
		for (let count = 0; count < 5; count++) await turn();
		expect(rows.sort()).toEqual([0, 0, 0, 1]);
	});

	it('is known from the static data after n8n began anew', async () => {
		const before = receiver();
		await (await before.receive(signed(SHIPPED))).goOut();
		const after = receiver();
		expect(Object.keys(before.saved)).toEqual(['deliveries']);
		Object.assign(after.saved, before.saved);
		expect((await after.receive(signed(SHIPPED))).rows).toEqual([]);
		expect((await after.receive(signed(event(110)))).rows).toHaveLength(1);
	});

	it.each([null, 'x', 7, []])(
		'static data that holds %j instead does no harm',
		async (deliveries) => {
			const { receive, saved } = receiver();
			saved.deliveries = deliveries as never;
			expect((await receive(signed(SHIPPED))).rows).toHaveLength(1);
		},
	);

	it('starts the workflow each time where that is switched on', async () => {
		const { receive, saved } = receiver({ options: { ignoreRepeated: false } });
		await (await receive(signed(SHIPPED))).goOut();
		expect((await receive(signed(SHIPPED))).rows).toHaveLength(1);
		expect(saved).toEqual({});
	});

	it('starts the workflow each time while testing', async () => {
		const { receive } = receiver();
		await (await receive({ ...signed(SHIPPED), mode: 'manual' })).goOut();
		expect((await receive({ ...signed(SHIPPED), mode: 'manual' })).rows).toHaveLength(1);
	});

	it('is told apart by workflow', async () => {
		await (await receiver().receive(signed(SHIPPED))).goOut();
		expect((await receiver().receive(signed(SHIPPED))).rows).toHaveLength(1);
	});
});

describe('activation', () => {
	it('is refused without a secret', async () => {
		for (const secrets of [{}, { signingSecret: ' ' }, { previousSigningSecret: SECRET }]) {
			await expect(receiver({}, secrets).hook('create')).rejects.toMatchObject({
				message: 'The signing secret is empty',
				description: expect.stringContaining('anyone could start this workflow'),
			});
		}
	});

	it('passes with one; there is nothing to register or to remove at the marketplace', async () => {
		const { hook } = receiver();
		expect(await hook('checkExists')).toBe(false);
		expect(await hook('create')).toBe(true);
		expect(await hook('delete')).toBe(true);
	});
});

describe('the test of the credential', () => {
	const test = async (data: IDataObject | undefined) =>
		await new EdumallsTrigger().methods.credentialTest.testSigningSecret.call(
			{} as never,
			{ id: '1', name: 'x', type: 'edumallsWebhookApi', data } as never,
		);

	it.each<[IDataObject | undefined, string, RegExp]>([
		[{ signingSecret: SECRET }, 'OK', /cannot be asked/],
		[{ signingSecret: 'short' }, 'OK', /It is short/],
		[{ signingSecret: '' }, 'Error', /empty/],
		[{}, 'Error', /empty/],
		[undefined, 'Error', /empty/],
	])('of %j: %s', async (data, status, message) => {
		const told = await test(data);
		expect(told.status).toBe(status);
		expect(told.message).toMatch(message);
		expect(told.message).not.toContain(SECRET);
	});
});
