import { FAULT_KINDS, isFault } from '../shared/faults';
import { draftOf, eventsField, numberField, onlyFields, textOf, urlField } from './controlInput';
import { ControlError } from './controlError';
import type { ControlCall, ControlRoute } from './control';
import type { EdumallsSandbox } from './index';
import * as lifecycle from './lifecycle';
import { DEFAULT_SETTINGS, type Settings } from './settings';
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

	'GET /_sandbox/requests': ({ sandbox }) => sandbox.requests,
	'DELETE /_sandbox/requests': ({ sandbox }) => done(sandbox.resetStats()),
	'POST /_sandbox/tokens/revoke': ({ sandbox }) => done(sandbox.revokeTokens()),

	'GET /_sandbox/faults': ({ sandbox }) => sandbox.faults.active,
	'POST /_sandbox/faults': ({ sandbox, body }) => {
		if (!isFault(body)) throw new ControlError(`'kind' must be one of ${FAULT_KINDS.join(', ')}`);
		sandbox.faults.add(body);
		return sandbox.faults.active;
	},
	'DELETE /_sandbox/faults': ({ sandbox }) => done(sandbox.faults.clear()),
	'PUT /_sandbox/limits': ({ sandbox, body }) => {
		onlyFields(body, ['requestsPerSecond', 'burst', 'retryAfterSeconds']);
		const change: Record<string, number | null> = {};
		for (const field of Object.keys(body)) {
			change[field] = body[field] === null ? null : (numberField(body, field) ?? null);
		}
		sandbox.limits.set(change);
		return sandbox.limits.limits;
	},
	'PUT /_sandbox/settings': ({ sandbox, body }) => settings(sandbox, body),
	'POST /_sandbox/clock': ({ sandbox, body }) => {
		sandbox.clock.advance(numberField(body, 'advanceMs') ?? 0);
		return { now: new Date(sandbox.clock.now()).toISOString() };
	},
	'POST /_sandbox/reset': ({ sandbox }) => done(sandbox.reset()),
};

const done = (_nothing: void): { ok: true } => ({ ok: true });

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

function settings(sandbox: EdumallsSandbox, body: Record<string, unknown>): Settings {
	onlyFields(body, Object.keys(DEFAULT_SETTINGS));
	for (const [field, value] of Object.entries(body)) {
		const wanted = typeof DEFAULT_SETTINGS[field as keyof Settings];
		if (typeof value !== wanted) throw new ControlError(`'${field}' must be a ${wanted}`);
	}
	return Object.assign(sandbox.settings, body);
}
