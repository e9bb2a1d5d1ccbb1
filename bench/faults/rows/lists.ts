import { at } from '../../../nodes/shared/call';
import type { EdumallsSandbox, Fault, Product } from '../../../sandbox';
import { pageOf, type Page } from '../../../sandbox/edumalls/lists';
import { REPEATABLE, type FaultRow, type Turn } from './row';

/** A service whose list goes on for ever gives up here, or no run would end. */
export const PATIENCE = 500;

/** The page that a request asks for. */
function asked({ request }: Turn): { page: number; page_size: number } {
	return {
		page: Number(at(request.body, 'data.page') ?? 1),
		page_size: Number(at(request.body, 'data.page_size') ?? 10),
	};
}

function answer(page: Omit<Page<Product>, 'total_count'> & { total_count?: number }): Fault {
	const { rows, ...counts } = page;
	const message = `${rows.length} Product(s) retrieved successfully`;
	return {
		kind: 'status',
		status: 200,
		body: JSON.stringify({ success: true, message, ...counts, products: rows }),
	};
}

/** A page of the list, oldest first, under the number that was asked for. */
function pageAs(shop: EdumallsSandbox, wanted: { page: number; page_size: number }, page: number) {
	const found = pageOf(shop.store.products, { ...wanted, page, sort: 'ASC' });
	return { ...found, page: wanted.page };
}

const listRow = (
	name: string,
	strike: (shop: EdumallsSandbox, turn: Turn) => Fault | undefined,
	more: Partial<FaultRow> = {},
): FaultRow => ({
	name,
	tasks: ['list'],
	strike: (turn) => (turn.stage.edumalls ? strike(turn.stage.edumalls, turn) : undefined),
	recovers: REPEATABLE,
	once: true,
	many: true,
	quick: true,
	...more,
});

const lyingTotal = (name: string, total: (real: number) => number): FaultRow =>
	listRow(
		name,
		(shop, turn) => {
			const wanted = asked(turn);
			const page = pageAs(shop, wanted, wanted.page);
			return answer({ ...page, total_count: total(page.total_count) });
		},
		{ always: true },
	);

export const lists: FaultRow[] = [
	listRow('a page comes again instead of the next', (shop, turn) => {
		const wanted = asked(turn);
		return answer(pageAs(shop, wanted, Math.max(1, wanted.page - 1)));
	}),
	listRow('records are added while it is read', (shop) => {
		shop.store.addProducts(30);
		return undefined;
	}),
	listRow('records leave while it is read', (shop) => {
		const { products } = shop.store;
		products.splice(Math.floor(products.length / 2), 15);
		products.splice(0, 15);
		return undefined;
	}),
	lyingTotal('a total that is too high', (real) => real * 10),
	lyingTotal('a total that is too low', (real) => Math.ceil(real / 2)),
	listRow(
		'no end: behind the last page it comes again, no total',
		(shop, turn) => {
			if (turn.index >= PATIENCE) return undefined;
			const wanted = asked(turn);
			const last = Math.ceil(shop.store.products.length / wanted.page_size);
			const page = pageAs(shop, wanted, Math.min(wanted.page, last));
			return answer({ ...page, total_count: undefined });
		},
		{ always: true },
	),
	listRow(
		'no end: behind the last page ever new records, the total grows',
		(shop, turn) => {
			const wanted = asked(turn);
			const end = wanted.page * wanted.page_size;
			const missing = end - shop.store.products.length;
			if (missing > 0 && turn.index < PATIENCE) shop.store.addProducts(missing);
			const page = pageAs(shop, wanted, wanted.page);
			return answer({ ...page, total_count: page.total_count + wanted.page_size });
		},
		{ always: true },
	),
	listRow(
		'no end: the page number is ignored',
		(shop, turn) => {
			if (turn.index >= PATIENCE) return undefined;
			return answer(pageAs(shop, asked(turn), 1));
		},
		{ always: true, recovers: [] },
	),
];
