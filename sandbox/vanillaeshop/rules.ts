import type { Rules } from './laravel/validator';

/**
 * The requests of customers, manufacturers, option values, prices and what happens to orders.
 * `unique` stands in no reference: it is what the sandbox makes of an id that is taken.
 */

export const CUSTOMER: Rules = {
	firstname: 'required',
	email: 'required|email',
	telephone: 'required',
	password: 'required',
};

export const CUSTOMER_UPDATE: Rules = { ...CUSTOMER, password: '' };

export const MANUFACTURER: Rules = {
	name: 'required',
	entity_id: 'required|unique:magento_manufacturer,entity_id',
};

export const MANUFACTURER_UPDATE: Rules = { name: 'required' };

export const OPTION_VALUE: Rules = {
	option_id: 'required|exists:option,option_id',
	ar: 'required|array',
	'ar.name': 'required',
	en: 'required|array',
	'en.name': 'required',
};

export const PRICE: Rules = {
	entity_id: 'required|exists:product_to_magento,entity_id',
	priority: 'numeric',
	price: 'required|numeric',
	date_start: 'required|date',
	date_end: 'required|date',
};

/** The rules of one element for each element of `products`. */
export const ofEach = (rules: Rules): Rules =>
	Object.fromEntries(Object.entries(rules).map(([key, rule]) => [`products.*.${key}`, rule]));

export const PRICES: Rules = { products: 'required|array|min:1', ...ofEach(PRICE) };

export const CHANGE_SKU: Rules = { new_sku: 'required|unique:product,sku' };

export const NO_RULES: Rules = {};
