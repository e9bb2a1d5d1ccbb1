import { createHmac } from 'node:crypto';
import { phpJson } from '../../sandbox/shared/phpJson';
import { openReceiver, openShop, until, type Client, type Fields, type Receiver } from './client';

let client: Client;
let receiver: Receiver;
beforeEach(async () => {
	// A minute passes in 10 ms, so the four retries come after 10, 50, 150 and 600 ms.
	client = await openShop({ webhookTimeScale: 6_000, webhookTimeoutMs: 300 });
	receiver = await openReceiver();
	await client.control('PUT /webhook', { url: receiver.url });
});
afterEach(async () => {
	await client.close();
	await receiver.close();
});

/** First attempts only: on a busy machine one may be late and be repeated. */
const codes = (): number[] =>
	client.shop.deliveries.filter(({ attempt }) => attempt === 1).map(({ eventCode }) => eventCode);
const hmac = (raw: Buffer, secret: string): string =>
	`sha256=${createHmac('sha256', secret).update(raw).digest('hex')}`;
const signatureOf = (index: number): unknown =>
	receiver.received[index]?.headers['x-integrationhub-signature'];

interface WebhookBody {
	event_code: number;
	event_message: string;
	order: Fields & { items: Fields[]; billing_address: Fields };
}

const bodyOf = (index: number): WebhookBody =>
	JSON.parse(String(receiver.received[index]?.raw)) as WebhookBody;

describe('the body', () => {
	it('is written as PHP writes it', () => {
		expect(phpJson({ a: 'x/y', b: 'ش…', c: '😀', d: 24.35, e: [], f: '"\\' })).toBe(
			String.raw`{"a":"x\/y","b":"\u0634\u2026","c":"\ud83d\ude00","d":24.35,"e":[],"f":"\"\\"}`,
		);
	});

	it('is signed over its bytes, which JSON.stringify would not give back', async () => {
		const street = 'شارع ١/٢';
		const billing_address = { ...client.shop.store.orders[0]?.billing_address, street };
		await client.control('POST /orders', { billing_address });
		await until(() => receiver.received.length === 1);
		const raw = receiver.received[0]?.raw ?? Buffer.alloc(0);
		expect(signatureOf(0)).toBe(hmac(raw, client.shop.webhookSecret));
		expect(raw.toString()).toContain(String.raw`\u0634\u0627\u0631\u0639 \u0661\/\u0662`);
		expect(raw.toString()).toMatch(/^[\x20-\x7e]+$/);
		expect(bodyOf(0).order.billing_address.street).toEqual([street]);
		expect(JSON.stringify(JSON.parse(raw.toString()))).not.toBe(raw.toString());
	});

	it('has the shape of the sample, not that of the API', async () => {
		const { order_id, grand_total } = client.shop.store.placeOrder({
			lines: [{ product_id: 1005, qty: 5 }],
		});
		await client.call('update_order_invoice', { order_id, paid: grand_total });
		const tracking = [{ title: 'a', carrier_code: 'b', track_number: 'c' }];
		await client.call('update_order_shipment', { order_id, tracking });
		await until(() => receiver.received.length >= 5);
		const index = receiver.received.findIndex(({ raw }) =>
			String(raw).includes('"event_code":460'),
		);
		const { event_message, order } = bodyOf(index);
		expect(event_message).toBe('Order has been shipped.');
		expect(order).toMatchObject({
			// The sample of a shipped order still has the state of before.
			state: 'processing',
			status: 'readytoship',
			grand_total: '158.0100',
			total_paid: '158.0100',
			total_due: 0,
			total_qty_ordered: '5.0000',
			weight: '1.7650',
			invoice: { state_label: 'paid', grand_total: 158.01 },
			shipment: { total_qty: 5 },
			items: [
				{ price: 24.35, weight: '0.3530', is_virtual: '0', qty_shipped: 5, description: null },
			],
		});
		expect(order.shipment).not.toHaveProperty('tracking');
		expect(order.items[0]).not.toHaveProperty('tax_amount');
	});
});

describe('events', () => {
	it('are sent for every step of an order', async () => {
		const order = client.shop.store.placeOrder({ paid: true });
		const { order_id, grand_total: paid } = order;
		await client.call('update_order_invoice', { order_id, paid });
		const tracking = [{ title: 'a', carrier_code: 'b', track_number: 'c' }];
		await client.call('update_order_shipment', { order_id, tracking });
		await client.call('update_order_status', { order_id, status: 'delivered' });
		await client.control(`POST /orders/${order_id}/refund`);
		expect(codes()).toEqual([110, 210, 340, 310, 460, 490, 600, 390]);
	});

	it('are sent for what goes wrong', async () => {
		const { order_id } = client.shop.store.placeOrder();
		for (const step of ['fail-payment', 'hold', 'release']) {
			expect((await client.control(`POST /orders/${order_id}/${step}`)).status).toBe(200);
		}
		await client.call('update_order_cancel', { order_id });
		expect(codes()).toEqual([110, 290, 510, 540, 590]);
	});

	it('are not sent for what was refused, nor for a comment', async () => {
		const { order_id } = client.shop.store.placeOrder();
		await client.call('update_order_shipment', { order_id });
		await client.call('update_order_comment', { order_id, comment: 'a' });
		expect(codes()).toEqual([110]);
	});

	it('are sent only when chosen', async () => {
		await client.control('PUT /webhook', { url: receiver.url, events: [210], secret: 'another' });
		client.shop.store.placeOrder({ paid: true });
		await until(() => receiver.received.length === 1);
		expect(codes()).toEqual([210]);
		expect(signatureOf(0)).toBe(hmac(receiver.received[0]?.raw ?? Buffer.alloc(0), 'another'));
	});
});

describe('a delivery that fails', () => {
	it('is repeated four times, later each time, with the same bytes', async () => {
		receiver.answer(500, 204, 301, 404, 503);
		client.shop.store.placeOrder();
		await until(() => client.shop.deliveries.at(-1)?.status === 503);
		const { deliveries } = client.shop;
		expect(deliveries.map(({ attempt, status }) => [attempt, status])).toEqual([
			[1, 500],
			[2, 204],
			[3, 301],
			[4, 404],
			[5, 503],
		]);
		expect(new Set(receiver.received.map(({ raw }) => String(raw))).size).toBe(1);
		const times = deliveries.map(({ at }) => Date.parse(at));
		const waits = times.slice(1).map((time, index) => time - (times[index] ?? 0));
		[10, 50, 150, 600].forEach((ms, index) => {
			expect(waits[index]).toBeGreaterThanOrEqual(ms - 2);
		});
		// Longer than the longest wait: there is no fifth retry.
		await new Promise((resolve) => setTimeout(resolve, 700));
		expect(deliveries).toHaveLength(5);
	});

	it('is not repeated once it has arrived', async () => {
		receiver.answer(500, 200);
		client.shop.store.placeOrder();
		await until(() => client.shop.deliveries.at(-1)?.status === 200);
		await new Promise((resolve) => setTimeout(resolve, 80));
		expect(client.shop.deliveries.map(({ status }) => status)).toEqual([500, 200]);
	});

	it('may be one that took too long, or one that found nobody', async () => {
		receiver.answer(0);
		client.shop.store.placeOrder();
		await until(() => client.shop.deliveries[0]?.error !== undefined);
		expect(client.shop.deliveries[0]?.error).toBe('no answer within 300 ms');
		await client.control('PUT /webhook', { url: 'http://127.0.0.1:1/' });
		client.shop.store.placeOrder();
		const last = client.shop.deliveries.at(-1);
		await until(() => last?.error !== undefined);
		expect(last?.error).toContain('ECONNREFUSED');
	});
});

it('forges and repeats on demand', async () => {
	const { order_id: orderId } = client.shop.store.placeOrder();
	await until(() => receiver.received.length === 1);
	const forged = await client.control('POST /forge', { orderId });
	expect(forged.body).toMatchObject({ kind: 'forged', status: 200, orderId });
	const raw = receiver.received[1]?.raw ?? Buffer.alloc(0);
	expect(signatureOf(1)).toMatch(/^sha256=[0-9a-f]{64}$/);
	expect(signatureOf(1)).not.toBe(hmac(raw, client.shop.webhookSecret));
	await client.control('POST /redeliver', { deliveryIndex: 0 });
	expect(receiver.received[2]?.raw.equals(receiver.received[0]?.raw ?? raw)).toBe(true);
	expect(signatureOf(2)).toBe(signatureOf(0));
});

it('ends at once, although deliveries and retries are waiting', async () => {
	receiver.answer(0, 500);
	const other = await openShop();
	await other.control('PUT /webhook', { url: receiver.url });
	other.shop.store.placeOrder({ paid: true });
	await until(() => receiver.received.length === 2);
	const started = performance.now();
	await other.close();
	expect(performance.now() - started).toBeLessThan(500);
});
