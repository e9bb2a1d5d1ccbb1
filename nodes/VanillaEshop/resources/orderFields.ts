import { refusal } from '../../shared/failure';
import { choice, flag, longText, text, type Extra } from '../../shared/fields';
import { id } from '../../shared/locators';
import type { Fields } from '../../shared/operation';
import { GIFT_CODES, LANGUAGES, ORDER_STATUSES, PAYMENT_CODES, SHIPPING_CODES } from '../codes';
import { ids } from '../lists';
import { amount } from '../../shared/numbers';
import { addressFields, optionalAddressFields } from './orderAddress';
import { lineFields, optionalLineFields } from './orderLines';

/** An order that is there. */
export const orderId = (extra: Extra = {}) =>
	text('Order ID', {
		to: 'order_id',
		required: true,
		placeholder: 'e.g. 500001',
		encode: id.number,
		...extra,
	});

/** The reference's minimum. */
const FIRST_ORDER_ID = 500_000;

/** The ID of an order that is to be. */
export const newOrderId = orderId({
	description: 'The ID that the order is to have: you choose it, from 500000 on',
	hint: 'Take one that you can derive from your own order: should the answer be lost, you find by it whether the order is there',
	encode: (value, given) => {
		const found = id.number(value, given);
		if (Number(found) >= FIRST_ORDER_ID) return found;
		throw refusal(
			`'${given.label}' must be at least ${FIRST_ORDER_ID}`,
			`'${given.label}' is ${String(found)}; VanillaEshop takes no lower ones for orders that come in`,
		);
	},
});

export const orderStatusCode = choice('Order Status', ORDER_STATUSES, {
	to: 'order_status_code',
	initially: 'pending',
});

/** Who did it. */
export const userId = text('User ID', {
	to: 'user_id',
	placeholder: 'e.g. 1',
	description: 'The ID of the VanillaEshop user under whose name it is noted',
});

/** What every order has. */
export const orderFields: Fields = {
	storeId: amount('Store ID', {
		to: 'store_id',
		whole: true,
		min: 0,
		required: true,
		placeholder: 'e.g. 0',
		description: 'The ID of the store in VanillaEshop; OpenCart gives 0 to the main one',
	}),
	firstname: text('First Name', { required: true, placeholder: 'e.g. Nathan' }),
	lastname: text('Last Name', { required: true, placeholder: 'e.g. Smith' }),
	email: text('Email', { required: true, placeholder: 'name@email.com' }),
	telephone: text('Telephone', { required: true, placeholder: 'e.g. 0500000001' }),
	...addressFields,
	shippingTelephone: text('Shipping Telephone', {
		to: 'shipping_telephone',
		placeholder: 'e.g. 0500000001',
		description: "Left empty, the customer's telephone is sent",
	}),
	shippingCode: choice('Shipping Method', SHIPPING_CODES, {
		to: 'shipping_code',
		initially: 'flat.flat',
	}),
	paymentCode: choice('Payment Method', PAYMENT_CODES, { to: 'payment_code', initially: 'cod' }),
	orderStatusCode,
	language: choice('Language', LANGUAGES, {
		initially: 'ar',
		description: 'The language of the order, and of the titles of calculated totals',
	}),
	isGift: flag('Gift', { to: 'is_gift', description: 'Whether the order is a gift' }),
	isMobileOrder: flag('Mobile Order', {
		to: 'is_mobile_order',
		description: 'Whether the order was made on a mobile device',
	}),
	...lineFields,
};

/** What an order may have. */
export const optionalOrderFields: Fields = {
	...optionalAddressFields,
	...optionalLineFields,
	acceptLanguage: text('Accept Language', { to: 'accept_language', placeholder: 'e.g. ar-SA' }),
	comment: longText('Comment'),
	coupon: text('Coupon', { placeholder: 'e.g. WELCOME10', description: 'The code of the coupon' }),
	customerGroupId: text('Customer Group ID', { to: 'customer_group_id', placeholder: 'e.g. 8' }),
	customerId: text('Customer ID', {
		to: 'customer_id',
		placeholder: 'e.g. 1',
		description: 'The ID of a customer in VanillaEshop',
	}),
	fax: text('Fax'),
	forwardedIp: text('Forwarded IP', { to: 'forwarded_ip', placeholder: 'e.g. 192.0.2.1' }),
	giftCode: choice('Gift Code', GIFT_CODES, {
		to: 'gift_code',
		description: 'What the codes mean is not documented',
	}),
	ip: text('IP', { placeholder: 'e.g. 192.0.2.1', description: 'The IP address of the buyer' }),
	promotions: ids('Promotion IDs', { placeholder: 'e.g. 3' }),
	userAgent: text('User Agent', { to: 'user_agent', placeholder: 'e.g. Mozilla/5.0' }),
};
