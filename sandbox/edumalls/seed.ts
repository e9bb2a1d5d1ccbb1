import * as lifecycle from './lifecycle';
import type { Facts } from './lifecycle';
import type { OrderDraft, Store } from './store';
import type { Order } from './types';

type Step = (order: Order, facts: Facts) => lifecycle.Outcome;

const TRACKING = [
	{
		carrier_code: '*SLK* - Starlinks Domestic',
		title: 'SLK - Starlinks Domestic',
		track_number: 'S0000000001',
	},
];

const invoiced: Step = (order, facts) => lifecycle.invoice(order, order.grand_total, {}, facts);
const shipped: Step = (order, facts) => lifecycle.ship(order, TRACKING, {}, facts);
const status =
	(state: string, name: string): Step =>
	(order, facts) =>
		lifecycle.setStatus(order, { state, status: name }, facts);

/** Oldest first. Between them they stand on every step of both lifecycles. */
const ORDERS: ReadonlyArray<{ draft?: OrderDraft; steps: Step[] }> = [
	{ steps: [lifecycle.pay, invoiced, shipped, status('complete', 'delivered'), lifecycle.refund] },
	{ steps: [lifecycle.pay, invoiced, shipped, status('complete', 'delivered')] },
	{ steps: [lifecycle.pay, invoiced, shipped, status('complete', 'failedtodeliver')] },
	{ steps: [lifecycle.cancel] },
	{ steps: [lifecycle.pay, invoiced, shipped] },
	{ draft: { virtual: true }, steps: [lifecycle.pay, invoiced, status('complete', 'enrolled')] },
	{ draft: { virtual: true }, steps: [lifecycle.pay] },
	{ steps: [lifecycle.pay, invoiced] },
	{ draft: { guest: true }, steps: [lifecycle.pay, invoiced] },
	{ steps: [lifecycle.pay] },
	{ draft: { guest: true }, steps: [lifecycle.failPayment] },
	{ steps: [] },
];

const FIRST = Date.UTC(2026, 0, 15, 10, 30, 0);
const DAY = 24 * 60 * 60 * 1000;

/** The shop of the demo: the same orders, products and customers at every start. */
export function seedDemo(store: Store): void {
	store.addProducts(120);
	for (const product of store.products) product.updated_at = '2026-01-13 00:32:39';
	store.addCustomers(30);
	ORDERS.forEach(({ draft, steps }, index) => {
		const [order] = store.addOrders(1, draft);
		if (!order) return;
		for (const step of steps) {
			const outcome = store.change(order, step);
			if ('refused' in outcome) throw new Error(`Seed order ${index}: ${outcome.refused}`);
		}
		dateBack(order, FIRST + index * DAY);
	});
}

/** Orders are made now and then moved into the past, each step a few minutes after the last. */
function dateBack(order: Order, created: number): void {
	const text = (minutes: number): string =>
		new Date(created + minutes * 60_000).toISOString().slice(0, 19).replace('T', ' ');
	order.created_at = text(0);
	order.updated_at = text(order.state === 'new' ? 0 : 230);
	for (const item of order.items) {
		item.created_at = order.created_at;
		item.updated_at = order.updated_at;
	}
	if (order.invoice) order.invoice.created_at = order.invoice.updated_at = text(30);
	if (order.shipment) order.shipment.created_at = order.shipment.updated_at = text(210);
}
