import type { Rules } from './laravel/validator';
import { GIFT_CODES, ORDER_STATUSES, PAYMENTS, SHIPPINGS, TOTAL_CODES } from './codes';

const oneOf = (codes: Readonly<Record<string, unknown>> | readonly string[]): string =>
	`in:${(Array.isArray(codes) ? codes : Object.keys(codes)).join(',')}`;

export const ORDER_ADDRESS: Rules = {
	payment_firstname: 'required',
	payment_lastname: '',
	payment_address_1: 'required',
	payment_address_2: 'required',
	payment_city: 'required',
	payment_postcode: '',
	payment_country_id: 'required|exists:country,iso_code_2',
	payment_zone_id: 'required|exists:zone,code',
	payment_address_lat: '',
	payment_address_lng: '',
	shipping_firstname: 'required',
	shipping_lastname: '',
	shipping_address_1: 'required',
	shipping_address_2: 'required',
	shipping_city: 'required',
	shipping_postcode: '',
	shipping_country_id: 'required|exists:country,iso_code_2',
	shipping_zone_id: 'required|exists:zone,code',
	shipping_telephone: 'required',
	shipping_address_lat: '',
	shipping_address_lng: '',
};

export const ORDER_UPDATE: Rules = {
	store_id: 'required|numeric|exists:store,store_id',
	customer_id: 'exists:customer,customer_id',
	customer_group_id: 'exists:customer_group,customer_group_id',
	firstname: 'required',
	lastname: 'required',
	email: 'required|email',
	telephone: 'required',
	fax: '',
	...ORDER_ADDRESS,
	shipping_code: `required|${oneOf(SHIPPINGS)}`,
	payment_code: `required|${oneOf(PAYMENTS)}`,
	coupon: '',
	order_status_code: `required|${oneOf(ORDER_STATUSES)}`,
	is_gift: 'required|boolean',
	gift_code: oneOf(GIFT_CODES),
	is_mobile_order: 'required|boolean',
	comment: '',
	language: 'required|in:ar,en',
	forwarded_ip: '',
	ip: '',
	user_agent: '',
	accept_language: '',
	promotions: 'array|exists:promotion,promotion_id',
	products: 'required|array|min:1',
	totals: 'required|array|min:3',
	'products.*.sku': 'required',
	'products.*.name': 'required',
	'products.*.quantity': 'required|numeric|min:1',
	'products.*.price': 'required|numeric|min:0',
	'products.*.cost': 'required|numeric|min:0',
	'products.*.total': 'required|numeric|min:0',
	'products.*.tax': 'required|numeric|min:0',
	'totals.*.code': `required|${oneOf(TOTAL_CODES)}`,
	'totals.*.title': 'required',
	'totals.*.value': 'required|numeric',
};

export const ORDER: Rules = {
	order_id: 'required|numeric|min:500000|unique:order,order_id',
	...ORDER_UPDATE,
};

const BY_USER: Rules = {
	order_id: 'required|exists:order,order_id',
	user_id: 'exists:user,user_id',
};

export const ORDER_STATUS: Rules = {
	order_status_code: `required|${oneOf(ORDER_STATUSES)}`,
	...BY_USER,
};

export const ORDER_COMMENT: Rules = { comment: 'required', ...BY_USER };
