import { phpJson } from '../shared/phpJson';
import {
	EVENT_MESSAGES,
	type Address,
	type EventCode,
	type Invoice,
	type Order,
	type OrderItem,
	type Shipment,
} from './types';

/**
 * The body of a webhook, byte for byte in the vendor's manner. The reference calls it "identical" to
 * the API's order; its sample is not, and this follows the sample.
 */
export function webhookBody(
	code: EventCode,
	order: Order,
	before: Order,
	virtual: boolean,
): string {
	return phpJson({
		event_code: code,
		event_message: EVENT_MESSAGES[code],
		order: webhookOrder(order, isShipping(code) ? before : order, virtual),
	});
}

/** The sample of a shipped order is sent from within the change: head still old, shipment new. */
const isShipping = (code: EventCode): boolean => code === 460 || code === 490;

function webhookOrder(order: Order, head: Order, virtual: boolean): Record<string, unknown> {
	return {
		order_id: order.order_id,
		increment_id: order.increment_id,
		state: head.state,
		status: head.status,
		store_code: order.store_code,
		currency_code: order.currency_code,
		created_at: order.created_at,
		updated_at: head.updated_at,
		grand_total: decimal(order.grand_total),
		subtotal: decimal(order.subtotal),
		tax_amount: decimal(order.tax_amount),
		discount_amount: decimal(order.discount_amount),
		shipping_amount: decimal(order.shipping_amount),
		shipping_description: order.shipping_description,
		total_paid: decimal(order.total_paid),
		total_refunded: decimal(order.total_refunded),
		total_due: order.total_due,
		total_invoiced: decimal(order.total_invoiced),
		total_canceled: decimal(order.total_canceled),
		total_qty_ordered: decimal(order.total_qty_ordered),
		weight: decimal(order.weight),
		coupon_code: order.coupon_code,
		payment_method: order.payment_method,
		shipping_method: order.shipping_method,
		order_customer_email: order.customer.email,
		customer: order.customer,
		invoice: order.invoice && webhookInvoice(order.invoice),
		shipment: order.shipment && webhookShipment(order.shipment),
		billing_address: webhookAddress(order.billing_address),
		shipping_address: webhookAddress(order.shipping_address),
		items: order.items.map((item, index) =>
			webhookItem(item, head.items[index]?.updated_at ?? item.updated_at, virtual),
		),
	};
}

const decimal = (amount: number | null): string | null =>
	amount === null ? null : amount.toFixed(4);

function webhookInvoice({ increment_id, state, ...amounts }: Invoice): Record<string, unknown> {
	return { increment_id, state_label: state, ...amounts };
}

function webhookShipment({ tracking: _tracking, ...rest }: Shipment): Record<string, unknown> {
	return rest;
}

const webhookAddress = (address: Address): Record<string, unknown> => ({
	...address,
	street: address.street.split('\n'),
});

function webhookItem(
	item: OrderItem,
	updatedAt: string,
	virtual: boolean,
): Record<string, unknown> {
	const { status: _s, tax_amount: _a, tax_percent: _p, tax_invoiced: _i, ...rest } = item;
	return {
		...rest,
		discount_percent: item.discount_percent ?? 0,
		discount_invoiced: item.discount_invoiced ?? 0,
		amount_refunded: item.amount_refunded ?? 0,
		weight: decimal(item.weight),
		is_virtual: virtual ? '1' : '0',
		free_shipping: '0',
		gift_message_available: '0',
		description: null,
		updated_at: updatedAt,
	};
}
