import { timestamp } from '../shared/clock';
import type { EventCode, Order, Tracking } from './types';

/**
 * What may happen to an order, by the reference's lifecycle, and what it changes. Each function
 * either changes the order and returns the events to send, or returns why it may not happen.
 */
export type Outcome = { events: EventCode[] } | { refused: string };

export interface Facts {
	now: number;
	/** Has nothing to ship: courses and downloads have a lifecycle of their own. */
	virtual: boolean;
	/** Draws the number of a new invoice or shipment. */
	nextNumber(): string;
}

interface Wanted {
	state?: string;
	status?: string;
}

const ENDED = ['canceled', 'closed'];

const refused = (order: Order, what: string): Outcome => ({
	refused: `${what}; the order is ${order.state}/${order.status}`,
});

function move(order: Order, state: string, status: string, now: number): void {
	order.state = state;
	order.status = status;
	order.updated_at = timestamp(now);
	for (const item of order.items) {
		item.status = status;
		item.updated_at = order.updated_at;
	}
}

function settle(order: Order, paid: number): void {
	order.total_paid = Math.max(order.total_paid ?? 0, paid);
	order.total_due = Math.max(0, Math.round((order.grand_total - order.total_paid) * 100) / 100);
}

/** The diagrams give a paid physical order no state of its own: it waits for its invoice. */
export function pay(order: Order, { now, virtual }: Facts): Outcome {
	if (ENDED.includes(order.state)) return refused(order, 'An ended order cannot be paid');
	if (order.total_paid !== null && order.total_due === 0) {
		return refused(order, 'The order is paid already');
	}
	settle(order, order.grand_total);
	if (order.state === 'new') {
		if (virtual) move(order, 'processing', 'processing', now);
		else move(order, 'new', 'pending_payment', now);
	}
	order.updated_at = timestamp(now);
	return { events: [210] };
}

export function failPayment(order: Order, { now }: Facts): Outcome {
	if (order.state !== 'new') return refused(order, 'Only the payment of a new order can fail');
	move(order, 'new', 'pending_payment', now);
	return { events: [290] };
}

export function invoice(order: Order, paid: number, wanted: Wanted, facts: Facts): Outcome {
	if (order.invoice) return refused(order, 'The order has an invoice already');
	if (!['new', 'processing'].includes(order.state)) {
		return refused(order, 'An invoice needs state new or processing');
	}
	settle(order, paid);
	const isPaid = order.total_due === 0;
	const created = timestamp(facts.now);
	order.invoice = {
		increment_id: facts.nextNumber(),
		state: isPaid ? 'paid' : 'pending',
		grand_total: order.grand_total,
		subtotal: order.subtotal,
		tax_amount: order.tax_amount,
		shipping_amount: order.shipping_amount,
		discount_amount: order.discount_amount,
		created_at: created,
		updated_at: created,
	};
	order.total_invoiced = order.grand_total;
	for (const item of order.items) item.qty_invoiced = item.qty_ordered;
	const status = wanted.status ?? (facts.virtual ? 'ready_for_access' : 'readytoship');
	move(order, wanted.state ?? 'processing', status, facts.now);
	return { events: isPaid ? [340, 310] : [340] };
}

export function ship(order: Order, tracking: Tracking[], wanted: Wanted, facts: Facts): Outcome {
	if (order.shipment) return refused(order, 'The order is shipped already');
	if (facts.virtual) return refused(order, 'A virtual order cannot be shipped');
	if (order.state !== 'processing') {
		return refused(order, 'A shipment needs state processing: create the invoice first');
	}
	const created = timestamp(facts.now);
	order.shipment = {
		increment_id: facts.nextNumber(),
		total_qty: order.total_qty_ordered,
		created_at: created,
		updated_at: created,
		tracking,
	};
	for (const item of order.items) item.qty_shipped = item.qty_ordered;
	move(order, wanted.state ?? 'complete', wanted.status ?? 'shipped', facts.now);
	return { events: tracking.length > 0 ? [460, 490] : [460] };
}

export function cancel(order: Order, { now }: Facts): Outcome {
	if (order.invoice || order.shipment || !['new', 'processing'].includes(order.state)) {
		return refused(order, 'Only an order without invoice and shipment can be canceled');
	}
	order.total_canceled = order.grand_total;
	order.total_due = 0;
	for (const item of order.items) item.qty_canceled = item.qty_ordered;
	move(order, 'canceled', 'canceled', now);
	return { events: [590] };
}

/** Status is an open string in the reference, so any is taken; only an ended order refuses. */
export function setStatus(
	order: Order,
	wanted: Wanted & { status: string },
	facts: Facts,
): Outcome {
	if (ENDED.includes(order.state)) return refused(order, 'An ended order keeps its status');
	const before = order.state;
	move(order, wanted.state ?? order.state, wanted.status, facts.now);
	const events: EventCode[] = [600];
	if (before !== 'holded' && order.state === 'holded') events.push(510);
	if (before === 'holded' && order.state !== 'holded') events.push(540);
	return { events };
}

export function hold(order: Order, { now }: Facts): Outcome {
	if (!['new', 'processing'].includes(order.state)) {
		return refused(order, 'Only a new or processing order can be held');
	}
	move(order, 'holded', 'holded', now);
	return { events: [510] };
}

/** Back to where an order of its kind stands: with an invoice it is being processed. */
export function release(order: Order, { now, virtual }: Facts): Outcome {
	if (order.state !== 'holded') return refused(order, 'Only a held order can be released');
	if (order.invoice) {
		move(order, 'processing', virtual ? 'ready_for_access' : 'readytoship', now);
	} else if (order.total_paid !== null && virtual) move(order, 'processing', 'processing', now);
	else move(order, 'new', order.total_paid === null ? 'pending' : 'pending_payment', now);
	return { events: [540] };
}

export function refund(order: Order, { now }: Facts): Outcome {
	if (order.state !== 'complete' || !order.invoice) {
		return refused(order, 'Only a complete, invoiced order can be refunded');
	}
	order.total_refunded = order.grand_total;
	for (const item of order.items) item.qty_refunded = item.qty_ordered;
	move(order, 'closed', 'refunded', now);
	return { events: [390] };
}
