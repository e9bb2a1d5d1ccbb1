import type { Order } from '../../sandbox';
import { openShop, type Client, type Fields } from './client';

let client: Client;
beforeEach(async () => {
	client = await openShop({ seed: 'empty' });
});
afterEach(async () => await client.close());

const act = async (action: string, data: Fields): Promise<Fields & { order: Order }> =>
	(await client.call<Fields & { order: Order }>(action, data)).body;

const paidOrder = (): Order => client.shop.store.placeOrder({ paid: true });
const invoiced = async (order: Order): Promise<void> => {
	await act('update_order_invoice', { order_id: order.order_id, paid: order.grand_total });
};

const NOT_ALLOWED = { success: false, message: 'This action is not allowed.' };
const TRACKING = [{ title: 'Aramex', carrier_code: 'aramex', track_number: '12345' }];

it('gets one order by either id, with the types of the samples', async () => {
	const { order_id, increment_id } = client.shop.store.placeOrder();
	const byId = await act('view_order_data', { order_id });
	const byNumber = await act('view_order_data', { increment_id });
	expect(byId.message).toBe('Order retrieved successfully');
	expect(byNumber.order).toEqual(byId.order);
	expect(byId.order).toMatchObject({
		order_id,
		increment_id: expect.stringMatching(/^\d{11}$/) as string,
		grand_total: expect.any(Number) as number,
		created_at: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/) as string,
		invoice: null,
	});
});

it('does not find what is not there', async () => {
	const reply = await client.call('view_order_data', { increment_id: '1' });
	expect(reply.status).toBe(200);
	expect(reply.body).toEqual({
		success: false,
		message: 'Order not found or you do not have permission to access it.',
	});
});

it('answers failures with the status of choice', async () => {
	client.shop.settings.businessErrorStatus = 400;
	expect((await client.call('view_order_data', { order_id: 1 })).status).toBe(400);
});

describe('an invoice', () => {
	it('moves a new order on and settles it', async () => {
		const { order_id, grand_total } = client.shop.store.placeOrder();
		const { message, order } = await act('update_order_invoice', { order_id, paid: grand_total });
		expect(message).toBe('Order invoiced successfully.');
		expect(order).toMatchObject({
			state: 'processing',
			status: 'readytoship',
			total_paid: grand_total,
			total_due: 0,
			total_invoiced: grand_total,
			invoice: { state: 'paid', grand_total },
		});
	});

	it('of less than the total stays pending', async () => {
		const { order_id, grand_total } = client.shop.store.placeOrder();
		const { order } = await act('update_order_invoice', { order_id, paid: 1 });
		expect(order.invoice?.state).toBe('pending');
		expect(order.total_due).toBeCloseTo(grand_total - 1, 2);
	});

	it('takes the state and the status that are sent', async () => {
		const data = {
			order_id: paidOrder().order_id,
			paid: 1,
			state: 'processing',
			status: 'processing',
		};
		expect((await act('update_order_invoice', data)).order.status).toBe('processing');
	});

	it('can be made once', async () => {
		const order = paidOrder();
		await invoiced(order);
		expect(await act('update_order_invoice', { order_id: order.order_id, paid: 1 })).toEqual(
			NOT_ALLOWED,
		);
		expect(client.shop.requests.at(-1)).toMatchObject({
			applied: false,
			note: expect.stringContaining('has an invoice') as string,
		});
	});
});

describe('a shipment', () => {
	it('completes an invoiced order, once', async () => {
		const order = paidOrder();
		await invoiced(order);
		const { order_id, total_qty_ordered: total_qty } = order;
		const shipped = await act('update_order_shipment', { order_id, tracking: TRACKING });
		expect(shipped.message).toBe('Order shipped successfully.');
		expect(shipped.order).toMatchObject({
			state: 'complete',
			status: 'shipped',
			shipment: { total_qty, tracking: TRACKING },
		});
		const before = structuredClone(shipped.order);
		expect(await act('update_order_shipment', { order_id })).toEqual(NOT_ALLOWED);
		expect((await act('view_order_data', { order_id })).order).toEqual(before);
	});

	it('is made once, whatever state it was told to set', async () => {
		const order = paidOrder();
		await invoiced(order);
		const data = { order_id: order.order_id, state: 'processing', status: 'outfordelivery' };
		expect((await act('update_order_shipment', data)).order.state).toBe('processing');
		expect(await act('update_order_shipment', data)).toEqual(NOT_ALLOWED);
	});

	it('needs an invoice first', async () => {
		const { order_id } = paidOrder();
		expect(await act('update_order_shipment', { order_id })).toEqual(NOT_ALLOWED);
	});

	it('is nothing for a virtual order', async () => {
		const order = client.shop.store.placeOrder({ virtual: true, paid: true });
		expect([order.state, order.status]).toEqual(['processing', 'processing']);
		await invoiced(order);
		expect(order.status).toBe('ready_for_access');
		expect(await act('update_order_shipment', { order_id: order.order_id })).toEqual(NOT_ALLOWED);
	});
});

describe('canceling', () => {
	it('ends a new order', async () => {
		const { increment_id } = client.shop.store.placeOrder();
		const { message, order } = await act('update_order_cancel', { increment_id });
		expect(message).toBe('Order cancelled successfully.');
		expect([order.state, order.status]).toEqual(['canceled', 'canceled']);
		expect(order.items.every((item) => item.qty_canceled === item.qty_ordered)).toBe(true);
		expect(await act('update_order_cancel', { increment_id })).toEqual(NOT_ALLOWED);
	});

	it('is too late after the invoice', async () => {
		const order = paidOrder();
		await invoiced(order);
		expect(await act('update_order_cancel', { order_id: order.order_id })).toEqual(NOT_ALLOWED);
	});
});

describe('status, comments and mails', () => {
	it('sets any status, and mails each time it is told to', async () => {
		const { order_id } = client.shop.store.placeOrder();
		const data = { order_id, status: 'senttostarlinks', comment: 'on its way', notify: true };
		const { message, order } = await act('update_order_status', data);
		expect(message).toBe('Order status updated successfully.');
		expect([order.state, order.status]).toEqual(['new', 'senttostarlinks']);
		await act('update_order_status', data);
		expect(client.shop.store.mails).toHaveLength(2);
		expect(client.shop.store.mails[0]).toMatchObject({
			to: order.customer.email,
			comment: 'on its way',
		});
	});

	it('mails nobody without notify', async () => {
		const { order_id } = client.shop.store.placeOrder();
		await act('update_order_status', { order_id, status: 'a' });
		await act('update_order_comment', { order_id, comment: 'b', notify: false });
		expect(client.shop.store.mails).toHaveLength(0);
	});

	it('appends comments and leaves the status alone', async () => {
		const { order_id } = client.shop.store.placeOrder();
		for (const comment of ['first', 'ثانيًا']) {
			const reply = await act('update_order_comment', { order_id, comment });
			expect(reply.message).toBe('Order comment added successfully.');
			expect(reply.order.status).toBe('pending');
		}
		const { body } = await client.control<{ comments: Fields[] }>(`GET /orders/${order_id}`);
		expect(body.comments.map(({ comment }) => comment)).toEqual(['first', 'ثانيًا']);
	});

	it('keeps the status of a canceled order', async () => {
		const { order_id } = client.shop.store.placeOrder();
		await act('update_order_cancel', { order_id });
		expect(await act('update_order_status', { order_id, status: 'delivered' })).toEqual(
			NOT_ALLOWED,
		);
		expect((await act('update_order_comment', { order_id, comment: 'why' })).success).toBe(true);
	});
});

it('adds ten thousand orders at once', async () => {
	const started = performance.now();
	client.shop.store.addOrders(10_000);
	expect(performance.now() - started).toBeLessThan(5_000);
	const { body } = await client.call('view_order_list', { page: 200, page_size: 50 });
	expect(body).toMatchObject({
		total_count: 10_000,
		message: '50 order(s) retrieved successfully',
	});
});
