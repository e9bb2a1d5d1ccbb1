import * as lifecycle from './lifecycle';
import type { Outcome } from './lifecycle';
import { meets, pageOf, type Condition, type Paging } from './lists';
import { failure, success, type Action } from './result';
import type { Store } from './store';
import type { Order, Tracking } from './types';
import { WORDS } from './words';

interface ListRequest extends Paging {
	filter?: { status?: Condition; state?: Condition } | null;
	include_shipments?: boolean;
	include_invoices?: boolean;
}

/** What all changes of an order share. */
interface ChangeRequest {
	order_id?: number;
	increment_id?: string;
	state?: string;
	status?: string;
	comment?: string;
	notify?: boolean;
}

export const orderActions: Record<string, Action> = {
	view_order_list: (store, data) => list(store, data as ListRequest),

	view_order_data: (store, data) =>
		withOrder(store, data as ChangeRequest, (order) => success(WORDS.orderRetrieved, { order })),

	update_order_status: (store, data) => {
		const request = data as ChangeRequest & { status: string };
		return change(store, request, WORDS.orderStatusUpdated, (order, facts) =>
			lifecycle.setStatus(order, request, facts),
		);
	},

	update_order_shipment: (store, data) => {
		const request = data as ChangeRequest & { tracking?: Tracking[] };
		const tracking = (request.tracking ?? []).map(
			({ carrier_code, title, track_number }): Tracking => ({ carrier_code, title, track_number }),
		);
		return change(store, request, WORDS.orderShipped, (order, facts) =>
			lifecycle.ship(order, tracking, request, facts),
		);
	},

	update_order_invoice: (store, data) => {
		const request = data as ChangeRequest & { paid: number };
		return change(store, request, WORDS.orderInvoiced, (order, facts) =>
			lifecycle.invoice(order, request.paid, request, facts),
		);
	},

	update_order_cancel: (store, data) =>
		change(store, data as ChangeRequest, WORDS.orderCancelled, lifecycle.cancel),

	update_order_comment: (store, data) =>
		change(store, data as ChangeRequest, WORDS.orderCommentAdded, () => ({ events: [] })),
};

function list(store: Store, request: ListRequest): ReturnType<Action> {
	const { status, state } = request.filter ?? {};
	const all = store.ordersByAge();
	const wanted =
		status || state
			? all.filter((order) => meets(order.status, status ?? {}) && meets(order.state, state ?? {}))
			: all;
	const { rows, ...page } = pageOf(wanted, request);
	const orders = rows.map((order) => withoutDocuments(order, request));
	return success(`${orders.length} order(s) retrieved successfully`, { ...page, orders });
}

/** A list leaves shipment and invoice out unless it is asked for them. */
function withoutDocuments(order: Order, request: ListRequest): Partial<Order> {
	const { shipment, invoice, ...rest } = order;
	return {
		...rest,
		...(request.include_invoices ? { invoice } : {}),
		...(request.include_shipments ? { shipment } : {}),
	};
}

function withOrder(
	store: Store,
	key: { order_id?: number; increment_id?: string },
	run: (order: Order) => ReturnType<Action>,
): ReturnType<Action> {
	const order = store.findOrder(key);
	return order ? run(order) : failure(WORDS.orderNotFound);
}

/** One step of the lifecycle, then what stands beside it: the comment and the customer's mail. */
function change(
	store: Store,
	request: ChangeRequest,
	words: string,
	step: (order: Order, facts: lifecycle.Facts) => Outcome,
): ReturnType<Action> {
	return withOrder(store, request, (order) => {
		const statusBefore = order.status;
		const outcome = store.change(order, step);
		if ('refused' in outcome) return failure(WORDS.notAllowed, outcome.refused);
		const { comment = null, notify = false } = request;
		if (comment !== null || order.status !== statusBefore) {
			store.addComment(order, { comment, notified: notify });
		}
		if (notify) store.mail(order, words, comment);
		return success(words, { order });
	});
}
