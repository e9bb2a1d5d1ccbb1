/** The shapes of the vendor's samples; the tables of its reference disagree, see the spec. */

export interface Order {
	order_id: number;
	increment_id: string;
	state: string;
	status: string;
	store_code: string;
	currency_code: string;
	created_at: string;
	updated_at: string;
	grand_total: number;
	subtotal: number;
	tax_amount: number;
	discount_amount: number;
	shipping_amount: number;
	shipping_description: string | null;
	total_paid: number | null;
	total_refunded: number | null;
	total_due: number;
	total_invoiced: number | null;
	total_canceled: number | null;
	total_qty_ordered: number;
	weight: number;
	coupon_code: string | null;
	payment_method: string;
	shipping_method: string | null;
	customer: Customer;
	invoice: Invoice | null;
	shipment: Shipment | null;
	billing_address: Address;
	shipping_address: Address;
	items: OrderItem[];
}

export interface OrderItem {
	product_id: number;
	sku: string;
	name: string;
	product_options: string | null;
	qty_ordered: number;
	qty_invoiced: number;
	qty_shipped: number;
	qty_refunded: number;
	qty_canceled: number;
	qty_backordered: number | null;
	price: number;
	discount_amount: number;
	discount_percent: number | null;
	discount_invoiced: number | null;
	tax_amount: number;
	tax_percent: number | null;
	tax_invoiced: number | null;
	amount_refunded: number | null;
	weight: number;
	is_virtual: null;
	free_shipping: null;
	gift_message_id: number | null;
	gift_message_available: null;
	applied_rule_ids: string | null;
	created_at: string;
	status: string;
	updated_at: string;
}

export interface Invoice {
	increment_id: string;
	state: string;
	grand_total: number;
	subtotal: number;
	tax_amount: number;
	shipping_amount: number;
	discount_amount: number;
	created_at: string;
	updated_at: string;
}

export interface Shipment {
	increment_id: string;
	total_qty: number;
	created_at: string;
	updated_at: string;
	tracking: Tracking[];
}

export interface Tracking {
	carrier_code: string;
	title: string;
	track_number: string;
}

export interface Address {
	email: string;
	firstname: string;
	lastname: string;
	street: string;
	city: string;
	telephone: string;
	region: string;
	postcode: string | null;
	country_id: string;
	shortaddress: string | null;
}

/** The fields after `is_guest` are missing on a guest. */
export interface Customer {
	id: number;
	email: string;
	firstname: string;
	lastname: string;
	is_guest: 0 | 1;
	classera_id?: string;
	username?: string;
	school_id?: string;
	school_name?: string;
	school_group_id?: string;
	school_group_name?: string;
	created_at?: string;
}

export interface Product {
	product_id: number;
	type_id: string;
	sku: string;
	name: string;
	description: string;
	short_description: string;
	price: string;
	special_price: string | null;
	special_from_date: string | null;
	special_to_date: string | null;
	quantity_and_stock_status: { is_in_stock: boolean; qty: number };
	status: '1' | '2';
	visibility: string;
	has_options: string;
	tax_class_id: string;
	required_options: string;
	url_key: string;
	created_at: string;
	updated_at: string;
}

/** One line of an order's history. */
export interface OrderComment {
	created_at: string;
	status: string;
	comment: string | null;
	notified: boolean;
}

/** A mail the customer would have got. */
export interface Mail {
	at: string;
	order_id: number;
	to: string;
	subject: string;
	comment: string | null;
}

export const EVENT_MESSAGES = {
	110: 'Order has been placed successfully',
	210: 'Payment has been received for the order',
	290: 'Payment failed or was canceled',
	310: 'Invoice has been paid',
	340: 'Invoice has been created for the order',
	390: 'A credit memo has been issued (refund processed)',
	460: 'Order has been shipped.', // the payload sample has a full stop here, the table has none
	490: 'Tracking information has been added to the shipment',
	510: 'Order has been placed on hold',
	540: 'Order has been released from hold',
	590: 'Order has been canceled',
	600: 'Order status has been updated',
} as const;

export type EventCode = keyof typeof EVENT_MESSAGES;

export const isEventCode = (value: unknown): value is EventCode =>
	typeof value === 'number' && value in EVENT_MESSAGES;
