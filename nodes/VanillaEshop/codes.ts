/** The codes that the reference lists, each with a name that people can read. */

export const ORDER_STATUSES = {
	canceled: 'Canceled',
	complete: 'Complete',
	fraud: 'Fraud',
	holded: 'On Hold',
	payment_review: 'Payment Review',
	paypal_canceled_reversal: 'PayPal Canceled Reversal',
	paypal_reversed: 'PayPal Reversed',
	pending: 'Pending',
	pending_mobile_confirm: 'Pending Mobile Confirmation',
	pending_payment: 'Pending Payment',
	pending_paypal: 'Pending PayPal',
	processing: 'Processing',
	processing_warehouse: 'Processing in Warehouse',
	ready_to_ship: 'Ready to Ship',
	shipped: 'Shipped',
	under_review: 'Under Review',
};

export const SHIPPING_CODES = {
	'flat.flat': 'Flat Rate',
	'flat2.flat2': 'Flat Rate 2',
	'flat3.flat3': 'Flat Rate 3',
	'free.free': 'Free Shipping',
	'returns.returns': 'Returns',
};

export const PAYMENT_CODES = {
	bank_transfer: 'Bank Transfer',
	cod: 'Cash on Delivery',
	cod3: 'Cash on Delivery 3',
	free_checkout: 'Free Checkout',
	payfort_fort: 'Payfort',
};

/** What they mean is not documented. */
export const GIFT_CODES = Object.fromEntries(
	Array.from({ length: 10 }, (_, index) => [`G${index}`, `G${index}`]),
);

export const LANGUAGES = { ar: 'Arabic', en: 'English' };

/** Totals that take something off an order. */
export const DISCOUNT_CODES = {
	bundle: 'Bundle',
	coupon: 'Coupon',
	credit: 'Store Credit',
	voucher: 'Voucher',
};

/** Totals that add a charge for how an order is paid or packed. */
export const FEE_CODES = {
	cod: 'Cash on Delivery',
	cod3: 'Cash on Delivery 3',
	gift: 'Gift',
	payfort_fort_charges: 'Payfort Charges',
	sadad_charges: 'Sadad Charges',
};

export const TOTAL_CODES = {
	...DISCOUNT_CODES,
	...FEE_CODES,
	shipping: 'Shipping',
	sub_total: 'Subtotal',
	tax: 'Tax',
	total: 'Total',
};
