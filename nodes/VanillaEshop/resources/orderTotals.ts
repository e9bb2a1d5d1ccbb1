import type { IDataObject } from 'n8n-workflow';
import { add, compare, multiply, toDecimal, withPlaces } from '../../shared/decimal';
import { refusal } from '../../shared/failure';

/** What the totals of an order are made of, beside its products. */
export interface Charges {
	shipping?: unknown;
	/** What `tax` of a product is: that of one piece, that of all its pieces, or part of its price. */
	productTax?: unknown;
	discount?: unknown;
	discountCode?: unknown;
	fee?: unknown;
	feeCode?: unknown;
}

/** Amounts are told with at least as many places as the dinar has. */
const PLACES = 3;

/** OpenCart's own titles, which the buyer sees. */
const TITLES: Record<string, Record<string, string>> = {
	en: {
		sub_total: 'Sub-Total',
		shipping: 'Shipping',
		tax: 'Tax',
		total: 'Total',
		bundle: 'Bundle Discount',
		coupon: 'Coupon',
		credit: 'Store Credit',
		voucher: 'Gift Voucher',
		cod: 'Cash on Delivery Fee',
		cod3: 'Cash on Delivery Fee',
		gift: 'Gift',
		payfort_fort_charges: 'Payment Fee',
		sadad_charges: 'Payment Fee',
	},
	ar: {
		sub_total: 'المجموع الفرعي',
		shipping: 'الشحن',
		tax: 'الضريبة',
		total: 'المجموع',
		bundle: 'خصم الحزمة',
		coupon: 'قسيمة خصم',
		credit: 'رصيد المتجر',
		voucher: 'قسيمة هدية',
		cod: 'رسوم الدفع عند الاستلام',
		cod3: 'رسوم الدفع عند الاستلام',
		gift: 'هدية',
		payfort_fort_charges: 'رسوم الدفع',
		sadad_charges: 'رسوم الدفع',
	},
};

const sum = (decimals: string[]): string => decimals.reduce(add, '0');

/** A number of a product. Rows are read with their fields; only JSON can hold anything else. */
function numberOf(product: IDataObject, name: string, index: number): string {
	const found = toDecimal(product[name]);
	if (found !== undefined) return found;
	throw refusal(
		`'${name}' in entry ${index + 1} of 'Products (JSON)' needs a number`,
		'The totals are calculated from it',
	);
}

/** A product with what all its pieces cost together, where that was left out. */
export function withRowTotal(product: IDataObject): IDataObject {
	const [price, quantity] = [toDecimal(product.price), toDecimal(product.quantity)];
	const isOpen = (product.total ?? '') === '';
	if (!isOpen || price === undefined || quantity === undefined) return product;
	return { ...product, total: multiply(price, quantity) };
}

function taxOf(products: IDataObject[], productTax: unknown): string {
	if (productTax === 'included') return '0';
	const taxes = products.map((product, index) => {
		const tax = numberOf(product, 'tax', index);
		return productTax === 'row' ? tax : multiply(tax, numberOf(product, 'quantity', index));
	});
	return sum(taxes);
}

/** The totals of an order, exact to the last place: what each adds or takes off, and what is to be paid. */
export function totalsOf(
	products: IDataObject[],
	charges: Charges,
	language: unknown,
): IDataObject[] {
	const { shipping, productTax, discount, discountCode, fee, feeCode } = charges;
	const titles = TITLES[String(language)] ?? TITLES.en;
	const codeOf = (given: unknown, fallback: string) => String(given ?? fallback);
	const minus = multiply(toDecimal(discount) ?? '0', '-1');
	const parts = [
		['sub_total', sum(products.map((product, index) => numberOf(product, 'total', index)))],
		['shipping', toDecimal(shipping) ?? '0'],
		[codeOf(feeCode, 'cod'), toDecimal(fee) ?? '0'],
		[codeOf(discountCode, 'coupon'), minus],
		['tax', taxOf(products, productTax)],
	];
	const total = sum(parts.map(([, value]) => value));
	if (compare(total, '0') < 0) throw refusal("'Discount' is more than the order comes to");
	const always = new Set(['sub_total', 'shipping']);
	const shown = parts.filter(([code, value]) => always.has(code) || compare(value, '0') !== 0);
	return [...shown, ['total', total]].map(([code, value]) => ({
		code,
		title: titles[code] ?? code,
		value: withPlaces(value, PLACES),
	}));
}
