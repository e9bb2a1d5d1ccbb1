import { CATALOG, PEOPLE, PLACES, SCHOOLS, VARIANTS } from './catalog';
import type { Address, Customer, Order, OrderItem, Product } from './types';
import { timestamp } from '../shared/clock';

/** Products, customers and orders as functions of a running number: the same ones every time. */

const at = <T>(list: readonly T[], index: number): T => {
	const found = list[index % list.length];
	if (found === undefined) throw new Error('An empty list has no element');
	return found;
};

export const cents = (amount: number): number => Math.round(amount * 100) / 100;

const VAT = 0.15;
const SELLER_PREFIX = 'KSA-';
const FIRST_PRODUCT = 1001;
const FIRST_CUSTOMER = 456;

/** Orders show a product's SKU without the seller's prefix. */
export const skuInOrder = (sku: string): string =>
	sku.startsWith(SELLER_PREFIX) ? sku.slice(SELLER_PREFIX.length) : sku;

export function buildProduct(index: number, now: number): Product {
	const entry = at(CATALOG, index);
	const round = Math.floor(index / CATALOG.length);
	const variant = round < VARIANTS.length ? at(VARIANTS, round) : String(round);
	const onSale = index % 7 === 3;
	const soldOut = index % 9 === 4;
	return {
		product_id: FIRST_PRODUCT + index,
		type_id: entry.virtual ? 'virtual' : 'simple',
		sku: `${SELLER_PREFIX}${6958428553000 + index}`,
		name: `${index % 3 === 1 ? entry.ar : entry.en} ${variant}`,
		description: `<p>${entry.en} / ${entry.ar}</p>`,
		short_description: entry.ar,
		price: entry.price.toFixed(6),
		special_price: onSale ? cents(entry.price * 0.8).toFixed(6) : null,
		special_from_date: onSale ? '2025-12-13 00:00:00' : null,
		special_to_date: onSale ? '2026-12-31 23:59:59' : null,
		// The vendor's own sample is out of stock with a quantity, so some of these are too.
		quantity_and_stock_status: { is_in_stock: !soldOut, qty: soldOut ? 20 : 5 + (index % 200) },
		status: index % 11 === 10 ? '2' : '1',
		visibility: '4',
		has_options: '0',
		tax_class_id: '12',
		required_options: '0',
		url_key: `${entry.slug}-${variant.toLowerCase()}`,
		created_at: '2025-03-17 09:25:20',
		updated_at: timestamp(now),
	};
}

export function buildCustomer(index: number): Customer {
	const person = at(PEOPLE, index);
	const school = at(SCHOOLS, index);
	const id = FIRST_CUSTOMER + index;
	return {
		id,
		email: `${person.latin}${id}@edumalls.example`,
		firstname: person.first,
		lastname: person.last,
		is_guest: 0,
		classera_id: String(70000 + index),
		username: `cera${id}`,
		school_id: school.id,
		school_name: school.name,
		school_group_id: '2',
		school_group_name: 'Classera Test',
		created_at: '2024-07-24 16:00:00',
	};
}

export const guestCustomer = (index: number): Customer => ({
	id: 0,
	email: `guest${index}@edumalls.example`,
	firstname: at(PEOPLE, index).first,
	lastname: at(PEOPLE, index).last,
	is_guest: 1,
});

export function buildAddress(customer: Customer, index: number): Address {
	const place = at(PLACES, index);
	return {
		email: customer.email,
		firstname: customer.firstname,
		lastname: customer.lastname,
		street: place.street,
		city: place.city,
		telephone: `+9665${String(10000000 + index).slice(-8)}`,
		region: place.region,
		postcode: null,
		country_id: 'SA',
		shortaddress: place.short,
	};
}

export interface Line {
	product: Product;
	qty: number;
}

export interface OrderParts {
	orderId: number;
	createdAt: number;
	customer: Customer;
	lines: readonly Line[];
	virtual: boolean;
}

export function buildOrder(parts: OrderParts): Order {
	const created = timestamp(parts.createdAt);
	const items = parts.lines.map((line) => buildItem(line, parts.virtual, created));
	const subtotal = cents(items.reduce((sum, item) => sum + item.price * item.qty_ordered, 0));
	const shipping = parts.virtual ? 0 : 18;
	const tax = cents(items.reduce((sum, item) => sum + item.tax_amount, 0));
	const total = cents(subtotal + tax + shipping);
	const address = buildAddress(parts.customer, parts.orderId);
	return {
		order_id: parts.orderId,
		increment_id: String(10_000_000_000 + parts.orderId),
		state: 'new',
		status: 'pending',
		store_code: parts.orderId % 3 === 0 ? 'sa_ar' : 'sa_en',
		currency_code: 'SAR',
		created_at: created,
		updated_at: created,
		grand_total: total,
		subtotal,
		tax_amount: tax,
		discount_amount: 0,
		shipping_amount: shipping,
		shipping_description: parts.virtual ? null : 'Ship To Home - Receive order in Home',
		total_paid: null,
		total_refunded: null,
		total_due: total,
		total_invoiced: null,
		total_canceled: null,
		total_qty_ordered: items.reduce((sum, item) => sum + item.qty_ordered, 0),
		weight: Math.round(items.reduce((sum, i) => sum + i.weight * i.qty_ordered, 0) * 1000) / 1000,
		coupon_code: null,
		payment_method: parts.orderId % 4 === 0 ? 'cashondelivery' : 'cpayonline',
		shipping_method: parts.virtual ? null : 'flatrate_flatrate',
		customer: { ...parts.customer },
		invoice: null,
		shipment: null,
		billing_address: address,
		shipping_address: { ...address },
		items,
	};
}

function buildItem({ product, qty }: Line, virtual: boolean, created: string): OrderItem {
	const price = Number(product.special_price ?? product.price);
	const entry = CATALOG[(product.product_id - FIRST_PRODUCT) % CATALOG.length];
	return {
		product_id: product.product_id,
		sku: skuInOrder(product.sku),
		name: product.name,
		product_options: null,
		qty_ordered: qty,
		qty_invoiced: 0,
		qty_shipped: 0,
		qty_refunded: 0,
		qty_canceled: 0,
		qty_backordered: null,
		price,
		discount_amount: 0,
		discount_percent: null,
		discount_invoiced: null,
		tax_amount: cents(price * qty * VAT),
		tax_percent: null,
		tax_invoiced: null,
		amount_refunded: null,
		weight: virtual ? 0 : (entry?.weight ?? 0.25),
		is_virtual: null,
		free_shipping: null,
		gift_message_id: null,
		gift_message_available: null,
		applied_rule_ids: null,
		created_at: created,
		status: 'pending',
		updated_at: created,
	};
}
