import { text, whole } from './fields';
import { ORDER, ORDER_ADDRESS, ORDER_COMMENT, ORDER_STATUS, ORDER_UPDATE } from './orderRules';
import type { History, Order } from './orders';
import { bound, free, type Binding, type Call, type Operation } from './result';
import { NO_RULES } from './rules';

const order: Binding<Order> = {
	model: 'Order',
	find: ({ store, params }) => store.orders.get(params.orderId ?? ''),
};

function orderOf({ store, input }: Call): Order {
	const found = store.orders.get(String(whole(input.order_id)));
	if (!found) throw new Error('The rules let an unknown order id pass');
	return found;
}

/** The sample's comment is empty even where one was sent; the order itself shows it. */
const shown = (entry: History): History => ({ ...entry, comment: '' });

export const orderOperations: Record<string, Operation> = {
	'order.create': free(ORDER, ({ store, input }) =>
		store.createOrder(whole(input.order_id), input),
	),
	'order.get': bound(order, NO_RULES, (record) => record),
	'order.update': bound(order, ORDER_UPDATE, (record, { store, input }) =>
		store.updateOrder(record, input),
	),
	'order.updateAddress': bound(order, ORDER_ADDRESS, (record, { store, input }) =>
		store.updateAddress(record, input),
	),
	'order.updateStatus': free(ORDER_STATUS, (call) => {
		const { store, input } = call;
		return shown(
			store.changeStatus(orderOf(call), text(input, 'order_status_code'), input.user_id),
		);
	}),
	'order.addComment': free(ORDER_COMMENT, (call) => {
		const { store, input } = call;
		return shown(store.addComment(orderOf(call), text(input, 'comment'), input.user_id));
	}),
};
