import { STATUSES, WARES } from './catalog';
import type { Ids } from './records';
import type { Products } from './products';
import { createTable } from './table';
import { iso, type Time } from './times';
import type { OrderLine } from './types';
import { at, buildLine, changedAt } from './wares';

/** A wish for order lines. Fields of the line itself are laid over the line that is built. */
export interface LineDraft extends Partial<OrderLine> {
	/** A variant of the shop; default: one after the other. */
	sku?: string;
	quantity?: number;
	/** When it was ordered; default: now. */
	at?: number;
	/** Lines of one purchase order, at most 9; default 1. */
	lines?: number;
}

/** Undefined where it was done, else why not. */
export type Refusal = string | undefined;

export interface Orders {
	/** Oldest first. */
	readonly orderLines: OrderLine[];
	findLine(poLineId: string): OrderLine | undefined;
	linesOf(purchaseOrderId: string): OrderLine[];
	/** When a line was ordered, in ISO text. */
	orderedAt(line: OrderLine): string;
	/** A customer orders now; with `lines`, the first of several lines of one order. */
	placeOrderLine(draft?: LineDraft): OrderLine;
	/** Fills the shop with history: this many lines, a second apart, the last one a second ago. */
	addOrders(count: number, draft?: LineDraft): OrderLine[];
	/** Any status, with its Arabic name where one is known. Throws when there is no such line. */
	moveOrder(poLineId: string, status: string, statusAr?: string): OrderLine;
	prepare(line: OrderLine): Refusal;
	cancel(line: OrderLine, reason: string): Refusal;
}

const FIRST_PO = 7_723_133;
const FIRST_NUMBER = 110_038_645;
/** One digit of `POlineID` is the line's number. */
const MOST_LINES = 9;

const OPEN = ['Pending Confirmation', 'Under Preparation'];
export const UNFULFILLED: readonly string[] = [...OPEN, 'Packed'];

export function createOrders(
	clock: Time,
	ids: Ids,
	products: Products,
): Orders & { clear(): void } {
	const lines = createTable<OrderLine>(({ POlineID }) => POlineID);
	const byOrder = new Map<string, OrderLine[]>();
	const ordered = new WeakMap<OrderLine, string>();
	let orders = 0;

	const store: Orders = {
		orderLines: lines.rows,
		findLine: lines.get,
		linesOf: (purchaseOrderId) => byOrder.get(purchaseOrderId) ?? [],
		orderedAt: (line) => ordered.get(line) ?? line.updatedTime,
		placeOrderLine(draft = {}) {
			const [first] = placeOrder(draft, draft.at ?? clock.now(), draft.lines ?? 1);
			if (!first) throw new Error('An order has at least one line');
			return first;
		},
		addOrders(count, draft = {}) {
			const added: OrderLine[] = [];
			const start = (draft.at ?? clock.now()) - count * 1000;
			while (added.length < count) {
				const size = Math.min(draft.lines ?? 1, count - added.length);
				added.push(...placeOrder(draft, start + added.length * 1000, size));
			}
			return added;
		},
		moveOrder(poLineId, status, statusAr = STATUSES[status] ?? status) {
			const line = lines.get(poLineId);
			if (!line) throw new Error(`There is no order line ${poLineId}`);
			Object.assign(line, { Status: status, 'Status (AR)': statusAr }, changedAt(clock.now()));
			return line;
		},
		prepare(line) {
			if (line.Status !== 'Pending Confirmation') return `Order line is ${line.Status}`;
			store.moveOrder(line.POlineID, 'Under Preparation');
			return undefined;
		},
		cancel(line, reason) {
			if (!OPEN.includes(line.Status)) return `Order line is ${line.Status}`;
			store.moveOrder(line.POlineID, 'Cancelled').cancelReason = reason;
			return undefined;
		},
	};
	return {
		...store,
		clear() {
			orders = 0;
			for (const index of [lines, byOrder]) index.clear();
		},
	};

	function placeOrder(draft: LineDraft, ms: number, size: number): OrderLine[] {
		if (size < 1 || size > MOST_LINES) throw new Error(`An order has 1 to ${MOST_LINES} lines`);
		const order = { id: String(FIRST_PO + orders), number: `PO${FIRST_NUMBER + orders}` };
		orders += 1;
		return Array.from({ length: size }, (_, index) =>
			add(draft, ms, { ...order, line: index + 1 }),
		);
	}

	function add(
		draft: LineDraft,
		ms: number,
		order: { id: string; number: string; line: number },
	): OrderLine {
		const { sku, quantity, at: _at, lines: _lines, ...overrides } = draft;
		const number = lines.rows.length;
		const variant = sku === undefined ? at(shopVariants(), number) : products.findVariant(sku);
		if (!variant) throw new Error(`There is no variant ${sku}`);
		const name = variant.translations.find(({ language }) => language === 'ar')?.name;
		const line = buildLine({
			...{ ms, id: ids.next(), order, sku: variant.sku, price: variant.price },
			ware: { en: variant.name, ar: name ?? at(WARES, number).ar },
			quantity: quantity ?? 1 + (number % 3),
		});
		const status = overrides.Status;
		const arabic = status === undefined ? {} : { 'Status (AR)': STATUSES[status] ?? status };
		lines.add(Object.assign(line, arabic, overrides));
		ordered.set(line, iso(ms));
		byOrder.set(line['Purchase Order ID'], [...store.linesOf(line['Purchase Order ID']), line]);
		return line;
	}

	function shopVariants() {
		if (products.variants.length === 0) products.addVariants(12);
		return products.variants;
	}
}
