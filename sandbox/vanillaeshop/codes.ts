/** The code lists of the reference, with what an order row shows for them. */

/** Ids as in OpenCart, where it has the status; 1 and 7 are in the samples. */
export const ORDER_STATUSES: Readonly<Record<string, number>> = {
	canceled: 7,
	complete: 5,
	fraud: 8,
	holded: 17,
	payment_review: 18,
	paypal_canceled_reversal: 9,
	paypal_reversed: 12,
	pending: 1,
	pending_mobile_confirm: 19,
	pending_payment: 20,
	pending_paypal: 21,
	processing: 2,
	processing_warehouse: 22,
	ready_to_ship: 23,
	shipped: 3,
	under_review: 24,
};

export const SHIPPINGS: Readonly<Record<string, string>> = {
	'flat.flat': 'شحن عادي',
	'flat3.flat3': 'شحن سريع',
	'flat2.flat2': 'شحن دولي',
	'free.free': 'شحن مجاني',
	'returns.returns': 'استرجاع',
};

export const PAYMENTS: Readonly<Record<string, string>> = {
	cod3: 'الدفع عند الاستلام (الشركة)',
	cod: 'الدفع عند الاستلام',
	free_checkout: 'بدون دفع',
	payfort_fort: 'بطاقة ائتمان',
	bank_transfer: 'تـحـويـل بـنـكـي',
};

export const GIFT_CODES: readonly string[] = Array.from({ length: 10 }, (_, digit) => `G${digit}`);

export const TOTAL_CODES: readonly string[] = [
	...['bundle', 'cod3', 'cod', 'coupon', 'credit', 'gift', 'payfort_fort_charges'],
	...['sadad_charges', 'shipping', 'sub_total', 'tax', 'total', 'voucher'],
];

export const LANGUAGES: Readonly<Record<string, number>> = { en: 1, ar: 2 };
