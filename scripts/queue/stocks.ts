import type { EdumallsSandbox } from '../../sandbox';
import type { Machine } from './machine';
import { stockPath } from './workflows';

/** By SKU, the stock that is ordered. */
export type Stocks = ReadonlyMap<string, number>;

/** Asks for the stock of many products at once: one execution. */
export async function setStocks({ url }: Machine, wanted: Stocks): Promise<void> {
	const products = [...wanted].map(([sku, qty]) => ({ sku, qty }));
	const response = await fetch(`${url}/webhook/${stockPath}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ products }),
	});
	if (!response.ok) throw new Error(`The stock list was answered ${response.status}`);
}

/** How many products have the stock that was ordered. */
export const rightStocks = ({ store }: EdumallsSandbox, wanted: Stocks): number =>
	store.products.filter(
		({ sku, quantity_and_stock_status: { qty } }) => wanted.has(sku) && qty === wanted.get(sku),
	).length;

/** How many stocks were set so far, however often each. */
export const stockCalls = ({ requests }: EdumallsSandbox): number =>
	requests.filter(({ action, applied }) => action === 'update_product_stock' && applied).length;
