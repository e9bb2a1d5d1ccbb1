import type { INodePropertyOptions } from 'n8n-workflow';

/** The order events, by code: a stable name, the label in the node, and the vendor's description. */
export const EVENTS: Record<number, { event: string; label: string; description: string }> = {
	110: {
		event: 'order.created',
		label: 'Order Placed',
		description: 'Order has been placed successfully',
	},
	210: {
		event: 'order.payment_received',
		label: 'Payment Received',
		description: 'Payment has been received for the order',
	},
	290: {
		event: 'order.payment_failed',
		label: 'Payment Failed',
		description: 'Payment failed or was canceled',
	},
	310: { event: 'invoice.paid', label: 'Invoice Paid', description: 'Invoice has been paid' },
	340: {
		event: 'invoice.created',
		label: 'Invoice Created',
		description: 'Invoice has been created for the order',
	},
	390: {
		event: 'order.refunded',
		label: 'Order Refunded',
		description: 'A credit memo has been issued (refund processed)',
	},
	460: { event: 'order.shipped', label: 'Order Shipped', description: 'Order has been shipped' },
	490: {
		event: 'shipment.tracking_added',
		label: 'Tracking Added',
		description: 'Tracking information has been added to the shipment',
	},
	510: {
		event: 'order.held',
		label: 'Order Put on Hold',
		description: 'Order has been placed on hold',
	},
	540: {
		event: 'order.released',
		label: 'Order Released From Hold',
		description: 'Order has been released from hold',
	},
	590: { event: 'order.canceled', label: 'Order Canceled', description: 'Order has been canceled' },
	600: {
		event: 'order.status_changed',
		label: 'Order Status Changed',
		description: 'Order status has been updated',
	},
};

/** The stable name of an event code; new codes pass as `unknown`. */
export const eventName = (code: number): string => EVENTS[code]?.event ?? 'unknown';

export const eventOptions: INodePropertyOptions[] = Object.entries(EVENTS)
	.map(([code, { label, description }]) => ({
		name: label,
		value: Number(code),
		description: `${code}: ${description}`,
	}))
	.sort((a, b) => a.name.localeCompare(b.name));
