import { timestamp } from '../shared/clock';
import { pageOf, type Paging } from './lists';
import { failure, success, type Action } from './result';
import type { Store } from './store';
import type { Product } from './types';
import { WORDS } from './words';

interface ListRequest extends Paging {
	filter?: { in_stock?: boolean; status?: boolean } | null;
}

interface ProductKey {
	product_id?: number;
	sku?: string;
}

interface PriceRequest extends ProductKey {
	price?: number;
	special_price?: number;
	special_from_date?: string;
	special_to_date?: string;
}

const PRODUCT_TEXTS = ['name', 'description', 'short_description'] as const;
type TextRequest = ProductKey & Partial<Pick<Product, (typeof PRODUCT_TEXTS)[number]>>;

export const productActions: Record<string, Action> = {
	view_product_list: (store, data) => list(store, data as ListRequest),

	view_product_data: (store, data) => {
		const product = store.findProduct(data as ProductKey);
		if (!product) return failure(WORDS.productNotFound);
		return success(WORDS.productRetrieved, { product });
	},

	update_product_data: (store, data, now) =>
		update(store, data as ProductKey, now, WORDS.productDataUpdated, (product) => {
			const texts = data as TextRequest;
			for (const field of PRODUCT_TEXTS) product[field] = texts[field] ?? product[field];
		}),

	update_product_price: (store, data, now) =>
		update(store, data as ProductKey, now, WORDS.productPriceUpdated, (product) => {
			const { price, special_price, special_from_date, special_to_date } = data as PriceRequest;
			if (price !== undefined) product.price = decimal(price);
			if (special_price !== undefined) product.special_price = decimal(special_price);
			product.special_from_date = special_from_date ?? product.special_from_date;
			product.special_to_date = special_to_date ?? product.special_to_date;
		}),

	update_product_stock: (store, data, now) =>
		update(store, data as ProductKey, now, WORDS.productStockUpdated, (product) => {
			const stock = product.quantity_and_stock_status;
			const { qty, is_in_stock } = data as { qty?: number; is_in_stock?: boolean };
			stock.qty = qty ?? stock.qty;
			stock.is_in_stock = is_in_stock ?? stock.is_in_stock;
		}),
};

function list(store: Store, request: ListRequest): ReturnType<Action> {
	const { in_stock, status } = request.filter ?? {};
	const wanted = store.products.filter(
		(product) =>
			(in_stock === undefined || product.quantity_and_stock_status.is_in_stock === in_stock) &&
			(status === undefined || (product.status === '1') === status),
	);
	const { rows, ...page } = pageOf(wanted, request);
	const message = `${rows.length} Product(s) retrieved successfully`;
	return success(message, { ...page, products: rows });
}

function update(
	store: Store,
	key: ProductKey,
	now: number,
	words: string,
	apply: (product: Product) => void,
): ReturnType<Action> {
	const product = store.findProduct(key);
	if (!product) return failure(WORDS.productNotFoundForUpdate);
	apply(product);
	product.updated_at = timestamp(now);
	return success(words, { product });
}

/** Prices are read as strings with six decimals, however they were written. */
const decimal = (price: number): string => price.toFixed(6);
