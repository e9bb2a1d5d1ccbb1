import { LANGUAGES, ORDER_STATUSES, PAYMENTS, SHIPPINGS } from './codes';
import { flag, money, rows, text, textOrNull, whole } from './fields';
import { elementsOf, textOf, type Fields } from './laravel/php';
import { COUNTRIES, DEFAULT_GROUP, STORES, ZONES } from './reference';

/** The columns that an order has, in the order of the sample, as an order without contents has them. */
export const BLANK = {
	...{ order_id: 0, invoice_no: 0, invoice_prefix: 'INV-2026-0', store_id: 0, store_name: '' },
	...{ store_url: 'http://shop.vanillaeshop.example/', customer_id: 0, customer_group_id: 0 },
	...{ firstname: '', lastname: '', email: '', telephone: '', fax: '' },
	...{ payment_firstname: '', payment_lastname: '', payment_company: '' },
	...{ shipping_firstname: '', shipping_lastname: '', shipping_company: '' },
	...{ shipping_address_1: '', shipping_address_2: '', shipping_city: '', shipping_postcode: '' },
	...{ shipping_country: '', shipping_country_id: 0, shipping_zone: '', shipping_zone_id: 0 },
	...{ shipping_zone_naqel: null, shipping_address_lat: null, shipping_address_lng: null },
	...{ shipping_address_format: '', shipping_method: '', shipping_cost: '0.0000' },
	...{ shipping_code: '', comment: '', total: '0.0000', reward: 0, order_status_id: 0 },
	...{ affiliate_id: 0, commission: '0.0000', language_id: 2, currency_id: 2 },
	...{ currency_code: 'USD', currency_value: '1.00000000', date_completed: null, ip: '' },
	...{ forwarded_ip: '', user_agent: '', accept_language: '', date_added: '', date_modified: '' },
	...{ money_received: 0, money_confirmed: 0, notified: 0, survey: 0, kashoo_sent: 0 },
	...{ payment_company_id: '', payment_tax_id: '', payment_address_1: '', payment_address_2: '' },
	...{ payment_city: '', payment_postcode: '', payment_country: '', payment_country_id: 0 },
	...{ payment_zone: '', payment_zone_id: 0, payment_w3w: null, payment_address_lat: null },
	...{ payment_address_lng: null, payment_address_format: '', payment_method: '', is_gift: 0 },
	...{ prepare_by: null, payment_cost: '0.0000', payment_code: '', promotions: null },
	...{ shipping_telephone: null, gift_code: null, free_shipping: null, is_mobile_order: null },
};

const TEXTS = [
	...['firstname', 'lastname', 'email', 'telephone', 'fax', 'comment', 'shipping_code'],
	...['payment_code', 'forwarded_ip', 'ip', 'user_agent', 'accept_language'],
];
const ADDRESS_TEXTS = ['firstname', 'lastname', 'address_1', 'address_2', 'city', 'postcode'];

const same = (a: string, b: unknown): boolean => a.toLowerCase() === textOf(b).toLowerCase();

/** A zone's code may stand in two countries; the order's own country comes first. */
function addressOf(fields: Fields, kind: 'payment' | 'shipping'): Fields {
	const country = COUNTRIES.find(({ code }) => same(code, fields[`${kind}_country_id`]));
	const zones = ZONES.filter(({ code }) => same(code, fields[`${kind}_zone_id`]));
	const zone = zones.find((one) => one.country === country?.code) ?? zones[0];
	const texts = ADDRESS_TEXTS.map((name) => `${kind}_${name}`);
	return {
		...Object.fromEntries(texts.map((key) => [key, text(fields, key)])),
		[`${kind}_country`]: country?.name ?? '',
		[`${kind}_country_id`]: country?.id ?? 0,
		[`${kind}_zone`]: (kind === 'shipping' ? zone?.arabic : zone?.name) ?? '',
		[`${kind}_zone_id`]: zone?.id ?? 0,
		[`${kind}_address_lat`]: textOrNull(fields, `${kind}_address_lat`),
		[`${kind}_address_lng`]: textOrNull(fields, `${kind}_address_lng`),
	};
}

/** Both addresses, codes turned into the numbers and names that a row has. */
export const addressColumns = (fields: Fields): Fields => ({
	...addressOf(fields, 'payment'),
	...addressOf(fields, 'shipping'),
	shipping_telephone: text(fields, 'shipping_telephone'),
});

/** Every column that a request decides, what it leaves out included. */
export function orderColumns(fields: Fields): Fields {
	const sumOf = (...codes: string[]): string =>
		money(
			rows(fields.totals)
				.filter(({ code }) => codes.includes(textOf(code)))
				.reduce((sum, { value }) => sum + Number(textOf(value)), 0),
		);
	const promotions = elementsOf(fields.promotions).map(textOf);
	return {
		...Object.fromEntries(TEXTS.map((key) => [key, text(fields, key)])),
		...addressColumns(fields),
		store_id: whole(fields.store_id),
		store_name: STORES[text(fields, 'store_id')] ?? '',
		customer_id: whole(fields.customer_id),
		customer_group_id: whole(fields.customer_group_id) || DEFAULT_GROUP,
		shipping_method: SHIPPINGS[text(fields, 'shipping_code')] ?? '',
		payment_method: PAYMENTS[text(fields, 'payment_code')] ?? '',
		shipping_cost: sumOf('shipping'),
		payment_cost: sumOf('cod', 'cod3', 'payfort_fort_charges', 'sadad_charges'),
		total: sumOf('total'),
		order_status_id: ORDER_STATUSES[text(fields, 'order_status_code')] ?? 0,
		language_id: LANGUAGES[text(fields, 'language')] ?? 0,
		is_gift: flag(fields.is_gift),
		gift_code: textOrNull(fields, 'gift_code'),
		is_mobile_order: flag(fields.is_mobile_order),
		promotions: promotions.length > 0 ? promotions.join(',') : null,
	};
}
