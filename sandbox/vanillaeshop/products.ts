import { flag, money, rows, text, whole } from './fields';
import type { Fields } from './laravel/php';
import type { Records } from './records';

export interface ProductOptionValue {
	id: number;
	option_id: number;
	option_value_id: number;
	sku: string;
	quantity: number;
	price: string;
	value: string;
}

export interface Price {
	product_id: number;
	priority: number;
	price: string;
	date_start: string;
	date_end: string;
}

export interface Product {
	product_id: number;
	/** Magento's id. No request names it: the sandbox hands it out, 40000 above `product_id`. */
	entity_id: string;
	sku: string;
	quantity: number;
	price: string;
	optionValues: ProductOptionValue[];
	/** The ids of the options that a buyer must choose. */
	requiredOptions: number[];
	/** Of products and of the price calls alike: their fields are those of one table. */
	specials: Price[];
	/** All other fields, as they were last sent. */
	details: Fields;
}

export interface Products {
	/** By id, oldest first. */
	readonly products: ReadonlyMap<string, Product>;
	findBySku(sku: string): Product | undefined;
	findByEntity(entityId: string): Product | undefined;
	/** Without a SKU it gets one like those of the samples, `van.85`. */
	createProduct(fields: Fields): Product;
	/** Keeps the SKU. Options and specials that are left out are removed, as documented. */
	updateProduct(product: Product, fields: Fields): Product;
	changeSku(product: Product, sku: string): void;
	removeProduct(product: Product): void;
	addPrice(product: Product, fields: Fields): Price;
}

/** The ids of the sample. */
const FIRST_PRODUCT = 85;
const FIRST_OPTION_VALUE = 1055;
const ENTITY_OFFSET = 40_000;

export function createProducts(records: Records): Products & { clear(): void } {
	const byId = new Map<string, Product>();
	const bySku = new Map<string, Product>();
	const byEntity = new Map<string, Product>();
	let nextId = FIRST_PRODUCT;
	let nextOptionValue = FIRST_OPTION_VALUE;

	const store: Products = {
		products: byId,
		findBySku: (sku) => bySku.get(sku),
		findByEntity: (entityId) => byEntity.get(entityId),
		createProduct(fields) {
			const product: Product = {
				product_id: nextId,
				entity_id: String(nextId + ENTITY_OFFSET),
				sku: text(fields, 'sku') || `van.${nextId}`,
				...{ quantity: 0, price: '', optionValues: [], requiredOptions: [] },
				...{ specials: [], details: {} },
			};
			nextId += 1;
			byId.set(String(product.product_id), product);
			bySku.set(product.sku, product);
			byEntity.set(product.entity_id, product);
			return store.updateProduct(product, fields);
		},
		updateProduct(product, { sku: _sku, product_id: _id, option, special, ...fields }) {
			const { quantity, price, ...details } = fields;
			product.quantity = whole(quantity);
			product.price = money(price);
			product.optionValues = optionValues(product, rows(option));
			product.requiredOptions = rows(option)
				.filter(({ required }) => flag(required) === 1)
				.map(({ option_id }) => whole(option_id));
			product.specials = rows(special).map((row) => priceOf(product, row));
			Object.assign(product.details, details);
			return product;
		},
		changeSku(product, sku) {
			bySku.delete(product.sku);
			product.sku = sku;
			bySku.set(sku, product);
		},
		removeProduct(product) {
			byId.delete(String(product.product_id));
			bySku.delete(product.sku);
			byEntity.delete(product.entity_id);
		},
		addPrice(product, fields) {
			const price = priceOf(product, fields);
			product.specials.push(price);
			return price;
		},
	};
	return {
		...store,
		clear() {
			for (const map of [byId, bySku, byEntity]) map.clear();
			nextId = FIRST_PRODUCT;
			nextOptionValue = FIRST_OPTION_VALUE;
		},
	};

	/** A value that the product had before keeps its id. */
	function optionValues(product: Product, options: Fields[]): ProductOptionValue[] {
		return options.flatMap(({ option_id, values }) =>
			rows(values).map((row) => {
				const option_value_id = whole(row.option_value_id);
				const known = product.optionValues.find((one) => one.option_value_id === option_value_id);
				return {
					id: known?.id ?? nextOptionValue++,
					option_id: whole(option_id),
					option_value_id,
					sku: text(row, 'sku'),
					quantity: whole(row.quantity),
					price: money(row.price),
					value: records.optionValues.get(String(option_value_id))?.en ?? '',
				};
			}),
		);
	}
}

const priceOf = ({ product_id }: Product, fields: Fields): Price => ({
	product_id,
	priority: whole(fields.priority ?? 1),
	price: money(fields.price),
	date_start: text(fields, 'date_start'),
	date_end: text(fields, 'date_end'),
});
