import { basicControls } from '../shared/controlBasics';
import { ControlError } from '../shared/controlError';
import { numberField, onlyFields, textOf } from '../shared/controlInput';
import { draftOf, eventsField, urlField } from './controlInput';
import type { ControlCall, ControlRoute } from './control';
import type { EdumallsSandbox } from './index';
import * as lifecycle from './lifecycle';
import { DEFAULT_SETTINGS } from './settings';
import type { Order } from './types';

export const controlRoutes: Record<string, ControlRoute> = {
	'GET /_sandbox': ({ sandbox }) => overview(sandbox),

	'POST /_sandbox/orders': placeOrders,
	'GET /_sandbox/orders/:id': (call) => fullOrder(call),
	'POST /_sandbox/orders/:id/pay': step(lifecycle.pay),
	'POST /_sandbox/orders/:id/fail-payment': step(lifecycle.failPayment),
	'POST /_sandbox/orders/:id/hold': step(lifecycle.hold),
	'POST /_sandbox/orders/:id/release': step(lifecycle.release),
	'POST /_sandbox/orders/:id/refund': step(lifecycle.refund),
	'POST /_sandbox/products': ({ sandbox, body }) => ({
		added: sandbox.store.addProducts(countOf(body)).length,
	}),

	'PUT /_sandbox/webhook': ({ sandbox, body }) => {
		onlyFields(body, ['url', 'secret', 'events']);
		const change = {
			url: urlField(body),
			secret: textOf(body, 'secret'),
			events: eventsField(body),
		};
		for (const [key, value] of Object.entries(change)) {
			if (value !== undefined) Object.assign(sandbox.webhook, { [key]: value });
		}
		return sandbox.webhook;
	},
	'GET /_sandbox/deliveries': ({ sandbox }) => sandbox.deliveries,
	'POST /_sandbox/forge': async ({ sandbox, body }) => {
		onlyFields(body, ['orderId', 'secret']);
		needWebhook(sandbox);
		const orderId =
			numberField(body, 'orderId', { whole: true }) ?? sandbox.store.orders[0]?.order_id;
		if (orderId === undefined) throw new ControlError('There is no order yet');
		return await sandbox.forge(sandbox.message(110, orderId), textOf(body, 'secret'));
	},
	'POST /_sandbox/redeliver': async ({ sandbox, body }) => {
		onlyFields(body, ['deliveryIndex']);
		const index = numberField(body, 'deliveryIndex', { whole: true });
		const delivery = sandbox.deliveries.at(index ?? -1);
		if (!delivery) throw new ControlError('There is no such delivery', 404);
		return await sandbox.repeat(delivery);
	},

	...basicControls<EdumallsSandbox>(DEFAULT_SETTINGS),
};

function overview(sandbox: EdumallsSandbox): Record<string, unknown> {
	const { store } = sandbox;
	return {
		url: sandbox.url,
		account: sandbox.account,
		webhook: sandbox.webhook,
		counts: {
			orders: store.orders.length,
			products: store.products.length,
			customers: store.customers.length,
			mails: store.mails.length,
			requests: sandbox.requests.length,
			deliveries: sandbox.deliveries.length,
		},
		logins: sandbox.loginCount,
		maxInFlight: sandbox.maxInFlight,
		faults: sandbox.faults.active,
		limits: sandbox.limits.limits,
		settings: sandbox.settings,
		calls: Object.keys(controlRoutes),
	};
}

const MOST_AT_ONCE = 10_000;

const countOf = (body: Record<string, unknown>): number =>
	numberField(body, 'count', { low: 1, high: MOST_AT_ONCE, whole: true }) ?? 1;

function placeOrders({ sandbox, body }: ControlCall): { orders: Order[] } {
	const count = countOf(body);
	const draft = draftOf(body);
	const orders = Array.from({ length: count }, () => sandbox.store.placeOrder(draft));
	return { orders };
}

function orderOf({ sandbox, params }: ControlCall): Order {
	const { id = '' } = params;
	const order =
		sandbox.store.findOrder({ increment_id: id }) ??
		sandbox.store.findOrder({ order_id: Number(id) });
	if (!order) throw new ControlError(`There is no order ${id}`, 404);
	return order;
}

function fullOrder(call: ControlCall): Record<string, unknown> {
	const order = orderOf(call);
	const { store, deliveries } = call.sandbox;
	return {
		order,
		virtual: store.isVirtual(order.order_id),
		comments: store.comments(order.order_id),
		shipments: order.shipment ? [order.shipment] : [],
		invoices: order.invoice ? [order.invoice] : [],
		mails: store.mails.filter((mail) => mail.order_id === order.order_id),
		deliveries: deliveries.filter((delivery) => delivery.orderId === order.order_id),
	};
}

function step(run: (order: Order, facts: lifecycle.Facts) => lifecycle.Outcome): ControlRoute {
	return (call) => {
		const order = orderOf(call);
		const outcome = call.sandbox.store.change(order, run);
		if ('refused' in outcome) throw new ControlError(outcome.refused, 409);
		return { order, events: outcome.events };
	};
}

function needWebhook(sandbox: EdumallsSandbox): void {
	if (sandbox.webhook.url === null) {
		throw new ControlError('No webhook is set: PUT /_sandbox/webhook {"url": "..."} first');
	}
}
