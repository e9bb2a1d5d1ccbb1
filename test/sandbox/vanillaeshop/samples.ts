import type { Fields } from './client';

export const CUSTOMER = {
	firstname: 'ليلى',
	email: 'layla@customers.example',
	telephone: '0500000009',
	password: 'Customer@123',
};

export const ADDRESS: Fields = {
	payment_firstname: 'ليلى',
	payment_address_1: 'شارع العليا',
	payment_address_2: 'مبنى 12',
	payment_city: 'Riyadh',
	payment_country_id: 'SA',
	payment_zone_id: 'MD',
	shipping_firstname: 'ليلى',
	shipping_address_1: 'شارع التحلية',
	shipping_address_2: 'شقة 4',
	shipping_city: 'Jeddah',
	shipping_country_id: 'SA',
	shipping_zone_id: 'ML',
	shipping_telephone: '0500000009',
};

export const ORDER_UPDATE: Fields = {
	...{ store_id: 0, firstname: 'ليلى', lastname: 'الحربي' },
	...{ email: 'layla@customers.example', telephone: '0500000009' },
	...ADDRESS,
	...{ shipping_code: 'flat.flat', payment_code: 'bank_transfer', order_status_code: 'pending' },
	...{ is_gift: '0', is_mobile_order: '1', language: 'ar' },
	products: [
		{ sku: 'van.86', name: 'بخور عود', quantity: '2', price: 89.5, cost: 40, total: 179, tax: 0 },
	],
	totals: [
		{ code: 'sub_total', title: 'المجموع الفرعي', value: 179 },
		{ code: 'shipping', title: 'الشحن', value: '20.5' },
		{ code: 'total', title: 'المجموع', value: 199.5 },
	],
};

export const ORDER: Fields = { order_id: 600_001, ...ORDER_UPDATE };

export const PRODUCT_UPDATE: Fields = {
	ar: { name: 'إناء' },
	en: { name: 'Pot' },
	...{ price: 15, logistics_cost: 1, inventory_cost: 1, cost: 7.5, quantity: 3 },
	...{ minimum: 1, maximum: 10, stock_status_id: 7, is_returnable: true, status: 1 },
	...{ product_link: 'http://shop.vanillaeshop.example/pot', master_category_id: 20 },
};

export const PRODUCT: Fields = { sku: 'pot', ...PRODUCT_UPDATE };

/** One option with these of its values. */
export const optionOf = (...ids: number[]): Fields[] => [
	{
		option_id: 36,
		required: true,
		values: ids.map((id) => ({ option_value_id: id, sku: `pot.${id}`, quantity: 1, price: 0 })),
	},
];

export const PRICE: Fields = {
	entity_id: '40086',
	price: 70,
	date_start: '2026-07-19',
	date_end: '2026-07-26',
};
