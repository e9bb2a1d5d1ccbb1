import { timestamp } from '../shared/clock';
import { ORDER_STATUSES } from './codes';
import { money, rows, text, whole } from './fields';
import { textOf, type Fields } from './laravel/php';
import { addressColumns, BLANK, orderColumns } from './orderRow';
import type { Products } from './products';
import type { Time } from './store';

export interface History {
	order_history_id: number;
	order_history_template_id: number;
	order_id: number;
	user_id: number;
	order_status_id: number;
	notify: number;
	comment: string;
	date_added: string;
}

/** OpenCart's flat row. The columns are in `orderRow.ts`; those of its lists are not documented. */
export interface Order {
	[column: string]: unknown;
	order_id: number;
	order_status_id: number;
	date_modified: string;
	products: Fields[];
	totals: Fields[];
	history: History[];
}

export interface Orders {
	/** By id, in the order of their making. */
	readonly orders: ReadonlyMap<string, Order>;
	createOrder(orderId: number, fields: Fields): Order;
	/** Replaces everything but id, invoice, time of order and history. */
	updateOrder(order: Order, fields: Fields): Order;
	updateAddress(order: Order, fields: Fields): Order;
	changeStatus(order: Order, code: string, user: unknown): History;
	addComment(order: Order, comment: string, user: unknown): History;
}

const FIRST_HISTORY = 12;
const FIRST_INVOICE = 138;
const NOBODY = -1;

export function createOrders(time: Time, products: Products): Orders & { clear(): void } {
	const orders = new Map<string, Order>();
	let historyId = FIRST_HISTORY;
	let lineId = 1;
	const now = (): string => timestamp(time.now());

	const store: Orders = {
		orders,
		createOrder(orderId, fields) {
			const order: Order = {
				...BLANK,
				order_id: orderId,
				invoice_no: FIRST_INVOICE + orders.size,
				date_added: now(),
				...{ products: [], totals: [], history: [] },
			};
			orders.set(String(orderId), order);
			return store.updateOrder(order, fields);
		},
		updateOrder(order, fields) {
			const id = { order_id: order.order_id };
			order.products = rows(fields.products).map((row) => ({
				order_product_id: lineId++,
				...id,
				...productLine(row),
			}));
			order.totals = rows(fields.totals).map((row, index) => ({
				order_total_id: lineId++,
				...id,
				...{ code: text(row, 'code'), title: text(row, 'title'), value: money(row.value) },
				sort_order: index + 1,
			}));
			return Object.assign(order, orderColumns(fields), { date_modified: now() });
		},
		updateAddress: (order, fields) =>
			Object.assign(order, addressColumns(fields), { date_modified: now() }),
		changeStatus(order, code, user) {
			order.order_status_id = ORDER_STATUSES[code] ?? 0;
			order.date_modified = now();
			if (code === 'complete') order.date_completed = now();
			return addHistory(order, '', user);
		},
		addComment: addHistory,
	};
	return {
		...store,
		clear() {
			orders.clear();
			historyId = FIRST_HISTORY;
			lineId = 1;
		},
	};

	/** Any SKU is taken, as no rule asks for a known one; an unknown one has no product. */
	function productLine(row: Fields): Fields {
		const sku = text(row, 'sku');
		return {
			product_id: productOf(sku)?.product_id ?? 0,
			sku,
			name: text(row, 'name'),
			quantity: whole(row.quantity),
			price: money(row.price),
			cost: money(row.cost),
			total: money(row.total),
			tax: money(row.tax),
		};
	}

	function productOf(sku: string) {
		const owns = (one: { sku: string }): boolean => one.sku === sku;
		return (
			products.findBySku(sku) ??
			[...products.products.values()].find(({ optionValues }) => optionValues.some(owns))
		);
	}

	function addHistory(order: Order, comment: string, user: unknown): History {
		const { order_id, order_status_id } = order;
		const entry: History = {
			order_history_id: historyId++,
			order_history_template_id: -1,
			order_id,
			user_id: textOf(user) === '' ? NOBODY : whole(user),
			...{ order_status_id, notify: 1, comment },
			date_added: now(),
		};
		order.history.push(entry);
		return entry;
	}
}
