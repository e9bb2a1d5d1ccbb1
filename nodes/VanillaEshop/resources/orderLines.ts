import { choice, rows, text } from '../../shared/fields';
import type { Check, Fields } from '../../shared/operation';
import { shownFor } from '../../shared/shown';
import { DISCOUNT_CODES, FEE_CODES, TOTAL_CODES } from '../codes';
import { amount, money } from '../../shared/numbers';

const product: Fields = {
	cost: money('Cost', {
		min: 0,
		required: true,
		placeholder: 'e.g. 7.50',
		description: 'What one piece costs you',
	}),
	name: text('Name', { required: true, placeholder: 'e.g. Ceramic Coffee Cup' }),
	price: money('Price', {
		min: 0,
		required: true,
		placeholder: 'e.g. 15.00',
		description: 'The price of one piece',
	}),
	quantity: amount('Quantity', { min: 1, required: true, placeholder: 'e.g. 2' }),
	sku: text('SKU', {
		required: true,
		placeholder: 'e.g. van.85',
		hint: "VanillaEshop's reference also speaks of the Magento entity ID here (for a product with options, that of the option), but its list of fields asks for the SKU",
	}),
	tax: money('Tax', {
		min: 0,
		required: true,
		placeholder: 'e.g. 2.25',
		description: "For calculated totals 'Product Tax Is' says what is meant",
	}),
	total: money('Total', {
		min: 0,
		placeholder: 'e.g. 30.00',
		description: 'What all pieces cost the buyer. Left empty, it is price × quantity.',
	}),
};

const total: Fields = {
	code: choice('Code', TOTAL_CODES, {
		required: true,
		initially: 'sub_total',
		placeholder: 'e.g. sub_total',
	}),
	title: text('Title', {
		required: true,
		placeholder: 'e.g. Sub-Total',
		description: 'What the buyer reads',
	}),
	value: money('Value', {
		required: true,
		placeholder: 'e.g. 30.000',
		description: 'Below zero for a discount',
	}),
};

/** What is bought, and what it comes to. */
export const lineFields: Fields = {
	products: rows('Products', product, {
		row: 'Product',
		required: true,
		description: 'What is bought',
	}),
	totalsFrom: choice(
		'Totals From',
		{ computed: 'Products (Calculated)', typed: 'Rows Below' },
		{
			to: 'compose.totalsFrom',
			fixed: true,
			initially: 'computed',
			description: 'Where the subtotal, the charges and the total come from',
		},
	),
	shippingTotal: shownFor(
		{ totalsFrom: ['computed'] },
		money('Shipping Cost', {
			to: 'compose.shipping',
			min: 0,
			required: true,
			placeholder: 'e.g. 20.00',
			description: 'What the buyer pays for shipping, 0 if it is free',
		}),
	),
	productTax: shownFor(
		{ totalsFrom: ['computed'] },
		choice(
			'Product Tax Is',
			{
				included: 'Included in the Prices',
				row: 'For All Pieces of a Row',
				unit: 'For One Piece',
			},
			{
				to: 'compose.productTax',
				initially: 'unit',
				hint: 'VanillaEshop does not say what it expects. OpenCart, whose order it shows, keeps the tax of one piece.',
			},
		),
	),
	totals: shownFor(
		{ totalsFrom: ['typed'] },
		rows('Totals', total, {
			row: 'Total',
			required: true,
			description: 'At least three, such as the subtotal, shipping and the total',
		}),
	),
};

/** What else can be part of calculated totals. */
export const optionalLineFields: Fields = {
	discount: money('Discount', {
		to: 'compose.discount',
		min: 0,
		placeholder: 'e.g. 10.00',
		description: 'What the total is lowered by, without a minus sign. For calculated totals only.',
	}),
	discountCode: choice('Discount Code', DISCOUNT_CODES, {
		to: 'compose.discountCode',
		initially: 'coupon',
		description: 'Under which code the discount stands in the totals',
	}),
	paymentFee: money('Payment Fee', {
		to: 'compose.fee',
		min: 0,
		placeholder: 'e.g. 15.00',
		description: 'A charge for how the order is paid or packed. For calculated totals only.',
	}),
	paymentFeeCode: choice('Payment Fee Code', FEE_CODES, {
		to: 'compose.feeCode',
		initially: 'cod',
		description: 'Under which code the fee stands in the totals',
	}),
};

const lengthOf = (list: unknown): number => (Array.isArray(list) ? list.length : 0);

/** The reference's minimum. */
const threeTotals: Check = ({ totalsFrom, totals, totalsJson }) => {
	const given = totals ?? totalsJson;
	if (totalsFrom !== 'typed' || given === undefined || lengthOf(given) >= 3) return undefined;
	return ["'Totals' needs at least 3 rows", 'VanillaEshop takes no order with fewer'];
};

const oneProduct: Check = ({ products, productsJson }) =>
	products === undefined && productsJson !== undefined && lengthOf(productsJson) === 0
		? "'Products' is empty"
		: undefined;

const onlyCalculated: Check = ({ totalsFrom, discount, paymentFee }) => {
	const label = discount === undefined ? 'Payment Fee' : 'Discount';
	if (totalsFrom !== 'typed' || (discount ?? paymentFee) === undefined) return undefined;
	return [
		`'${label}' is for calculated totals only`,
		"Remove it and add a row to 'Totals', or set 'Totals From' to the products",
	];
};

export const lineChecks: Check[] = [oneProduct, threeTotals, onlyCalculated];
