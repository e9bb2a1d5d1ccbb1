import type { Clock } from '../shared/clock';
import { timestamp } from '../shared/clock';
import { createRandom } from '../shared/random';
import { buildCustomer, buildOrder, buildProduct, guestCustomer, type Line } from './build';
import * as lifecycle from './lifecycle';
import type { Facts, Outcome } from './lifecycle';
import { seedDemo } from './seed';
import type { Customer, EventCode, Mail, Order, OrderComment, Product } from './types';

/** A wish for an order. Fields of the order itself are laid over the order that is built. */
export interface OrderDraft extends Partial<Order> {
	paid?: boolean;
	virtual?: boolean;
	guest?: boolean;
	/** Default: one to three products of the shop. */
	lines?: Array<{ sku?: string; product_id?: number; qty?: number }>;
}

export type EventListener = (code: EventCode, order: Order, before: Order) => void;

export interface Store {
	readonly orders: Order[];
	readonly products: Product[];
	readonly customers: Customer[];
	/** Every mail a customer would have got, in order. */
	readonly mails: Mail[];
	comments(orderId: number): OrderComment[];
	isVirtual(orderId: number): boolean;
	findOrder(key: { order_id?: number; increment_id?: string }): Order | undefined;
	findProduct(key: { product_id?: number; sku?: string }): Product | undefined;
	/** Sorted by created_at, then id, oldest first. Not to be changed. */
	ordersByAge(): readonly Order[];
	/** A customer places an order: event 110, and 210 when it is paid at once. */
	placeOrder(draft?: OrderDraft): Order;
	/** The customer pays: event 210. Throws when the lifecycle forbids it. */
	payOrder(orderId: number): Order;
	/** Fills the shop with history: no events. */
	addOrders(count: number, draft?: OrderDraft): Order[];
	addProducts(count: number): Product[];
	addCustomers(count: number): Customer[];
	/** Runs one step of the lifecycle and sends its events; a refusal changes nothing. */
	change(order: Order, step: (order: Order, facts: Facts) => Outcome): Outcome;
	addComment(order: Order, comment: Omit<OrderComment, 'created_at' | 'status'>): void;
	mail(order: Order, subject: string, comment: string | null): void;
	reset(): void;
}

export interface StoreOptions {
	clock: Clock;
	seed: 'demo' | 'empty';
	onEvent: EventListener;
}

const FIRST_ORDER = 24101;

export function createStore({ clock, seed, onEvent }: StoreOptions): Store {
	const orders: Order[] = [];
	const products: Product[] = [];
	const customers: Customer[] = [];
	const mails: Mail[] = [];
	const history = new Map<number, OrderComment[]>();
	const virtualOrders = new Set<number>();
	const byId = new Map<number, Order>();
	const byNumber = new Map<string, Order>();
	let byAge: Order[] | null = null;
	let random = createRandom(1);
	let documents = 0;
	let events: EventListener = () => undefined;

	const store: Store = {
		orders,
		products,
		customers,
		mails,
		comments: (orderId) => history.get(orderId) ?? [],
		isVirtual: (orderId) => virtualOrders.has(orderId),
		findOrder: ({ order_id: id, increment_id: number }) =>
			id !== undefined ? byId.get(id) : byNumber.get(number ?? ''),
		findProduct: ({ product_id: id, sku }) =>
			products.find((product) =>
				id !== undefined ? product.product_id === id : product.sku === sku,
			),
		ordersByAge: () => (byAge ??= [...orders].sort(olderFirst)),
		placeOrder(draft = {}) {
			const order = add(draft, clock.now());
			events(110, order, order);
			if (draft.paid) store.change(order, lifecycle.pay);
			return order;
		},
		payOrder(orderId) {
			const order = byId.get(orderId);
			if (!order) throw new Error(`There is no order ${orderId}`);
			const outcome = store.change(order, lifecycle.pay);
			if ('refused' in outcome) throw new Error(outcome.refused);
			return order;
		},
		addOrders(count, draft = {}) {
			const start = clock.now() - count * 1000;
			return Array.from({ length: count }, (_, index) => {
				const order = add(draft, start + index * 1000);
				if (draft.paid) lifecycle.pay(order, facts(order));
				return order;
			});
		},
		addProducts: (count) => grow(products, count, (index) => buildProduct(index, clock.now())),
		addCustomers: (count) => grow(customers, count, buildCustomer),
		change(order, step) {
			const before = structuredClone(order);
			const outcome = step(order, facts(order));
			if ('refused' in outcome) return outcome;
			for (const code of outcome.events) events(code, order, before);
			return outcome;
		},
		addComment(order, { comment, notified }) {
			const lines = history.get(order.order_id) ?? [];
			lines.push({ created_at: timestamp(clock.now()), status: order.status, comment, notified });
			history.set(order.order_id, lines);
		},
		mail(order, subject, comment) {
			const at = timestamp(clock.now());
			mails.push({ at, order_id: order.order_id, to: order.customer.email, subject, comment });
		},
		reset() {
			for (const list of [orders, products, customers, mails]) list.length = 0;
			for (const index of [history, virtualOrders, byId, byNumber]) index.clear();
			byAge = null;
			random = createRandom(1);
			documents = 0;
			events = () => undefined;
			if (seed === 'demo') seedDemo(store);
			events = onEvent;
		},
	};
	store.reset();
	return store;

	function facts(order: Order): Facts {
		return {
			now: clock.now(),
			virtual: virtualOrders.has(order.order_id),
			nextNumber: () => String(10_000_000_000 + (documents += 1)),
		};
	}

	function add(draft: OrderDraft, createdAt: number): Order {
		const { paid: _paid, virtual = false, guest = false, lines, ...overrides } = draft;
		if (products.length === 0) store.addProducts(12);
		if (customers.length === 0) store.addCustomers(10);
		const orderId = FIRST_ORDER + orders.length;
		const customer = guest ? guestCustomer(orderId) : random.pick(customers);
		const chosen = lines ? lines.map(wantedLine) : someLines(virtual);
		const built = buildOrder({ orderId, createdAt, customer, lines: chosen, virtual });
		const order: Order = { ...built, ...overrides };
		orders.push(order);
		byId.set(order.order_id, order);
		byNumber.set(order.increment_id, order);
		if (virtual) virtualOrders.add(order.order_id);
		byAge = null;
		return order;
	}

	function wantedLine(wish: { sku?: string; product_id?: number; qty?: number }): Line {
		const product = store.findProduct(wish);
		if (!product) throw new Error(`There is no product ${wish.sku ?? wish.product_id}`);
		return { product, qty: wish.qty ?? 1 };
	}

	function someLines(virtual: boolean): Line[] {
		const type = virtual ? 'virtual' : 'simple';
		const sold = products.filter((product) => product.type_id === type);
		const kinds = virtual ? 1 : random.between(1, 3);
		const chosen = new Set(Array.from({ length: kinds }, () => random.pick(sold)));
		return [...chosen].map((product) => ({ product, qty: virtual ? 1 : random.between(1, 4) }));
	}
}

const olderFirst = (a: Order, b: Order): number =>
	a.created_at < b.created_at ? -1 : a.created_at > b.created_at ? 1 : a.order_id - b.order_id;

function grow<T>(list: T[], count: number, build: (index: number) => T): T[] {
	const added = Array.from({ length: count }, (_, offset) => build(list.length + offset));
	list.push(...added);
	return added;
}
