import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { toOrder } from '../../nodes/VanillaEshop/resources/orderDraft';

/** Amounts are made as whole millionths, so that what they come to can be told without a decimal point. */

/** Millionths as a decimal, with as many places as it needs or more. */
function written(millionths: bigint, spare: number): string {
	const digits = String(millionths).padStart(7, '0');
	const places = digits.slice(-6).replace(/0+$/, '').length + spare;
	const fraction = digits.slice(-6).slice(0, Math.min(6, places));
	return `${digits.slice(0, -6)}${fraction === '' ? '' : `.${fraction}`}`;
}

const read = (decimal: string): bigint => {
	const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
	const units = BigInt(whole + fraction.padEnd(18, '0'));
	return sign === '-' ? -units : units;
};

/** Millionths in the units of `read`. */
const units = (millionths: bigint): bigint => millionths * 10n ** 12n;

/** As people and programs give them: texts and numbers, with one to four places that count. */
const amount = fc
	.tuple(
		fc.nat(99_999_999),
		fc.constantFrom(1n, 10n, 100n, 1000n, 10_000n),
		fc.nat(2),
		fc.boolean(),
	)
	.map(([count, step, spare, isNumber]) => {
		const millionths = (BigInt(count) / step) * step;
		const text = written(millionths, spare);
		return { millionths, given: isNumber ? Number(text) : text };
	});

const product = fc.record({
	price: amount,
	tax: amount,
	quantity: fc.integer({ min: 1, max: 999 }),
	total: fc.option(amount, { nil: undefined }),
});

const order = fc.record({
	products: fc.array(product, { minLength: 1, maxLength: 12 }),
	shipping: amount,
	fee: fc.option(amount, { nil: undefined }),
	/** Of what the order comes to. */
	discountPercent: fc.nat(100),
	productTax: fc.constantFrom('unit', 'row', 'included'),
	language: fc.constantFrom('ar', 'en'),
});

const valueOf = (totals: IDataObject[], code: string): bigint =>
	read(String(totals.find((one) => one.code === code)?.value ?? '0'));

const sum = (all: bigint[]): bigint => all.reduce((total, one) => total + one, 0n);

it('the totals of 2,000 random orders add up to the last place', () => {
	const check = fc.property(order, (given) => {
		const { products, shipping, fee, productTax, language } = given;
		const rowTotals = products.map(
			({ price, quantity, total }) => total?.millionths ?? price.millionths * BigInt(quantity),
		);
		const taxes = products.map(({ tax, quantity }) =>
			productTax === 'unit' ? tax.millionths * BigInt(quantity) : tax.millionths,
		);
		const tax = productTax === 'included' ? 0n : sum(taxes);
		const before = sum(rowTotals) + shipping.millionths + (fee?.millionths ?? 0n) + tax;
		const discount = (before * BigInt(given.discountPercent)) / 100n;
		const made = toOrder({
			language,
			products: products.map((one) => ({
				price: one.price.given,
				tax: one.tax.given,
				quantity: one.quantity,
				...(one.total === undefined ? {} : { total: one.total.given }),
			})),
			compose: {
				totalsFrom: 'computed',
				shipping: shipping.given,
				productTax,
				discount: written(discount, 0),
				...(fee === undefined ? {} : { fee: fee.given }),
			},
		});
		const totals = made.totals as IDataObject[];
		const parts = totals.filter(({ code }) => code !== 'total');

		expect(valueOf(totals, 'sub_total')).toBe(units(sum(rowTotals)));
		expect(valueOf(totals, 'shipping')).toBe(units(shipping.millionths));
		expect(valueOf(totals, 'tax')).toBe(units(tax));
		expect(valueOf(totals, 'coupon')).toBe(units(-discount));
		expect(valueOf(totals, 'total')).toBe(units(before - discount));
		expect(sum(parts.map(({ value }) => read(String(value))))).toBe(valueOf(totals, 'total'));

		expect(totals.length).toBeGreaterThanOrEqual(3);
		expect(totals.every(({ value }) => /^-?\d+\.\d{3,}$/.test(String(value)))).toBe(true);
		expect(totals.every(({ title }) => /\p{L}/u.test(String(title)))).toBe(true);
		expect(totals.map(({ code }) => code).at(-1)).toBe('total');
	});
	fc.assert(check, { numRuns: 2000 });
});

it('is right where floating point is not', () => {
	const { totals, products } = toOrder({
		language: 'en',
		products: [
			{ price: 0.1, quantity: 3, tax: 0 },
			{ price: '1.005', quantity: 1, tax: 0 },
		],
		compose: { totalsFrom: 'computed', shipping: 0.2, productTax: 'unit' },
	});
	expect(products).toMatchObject([{ total: '0.3' }, { total: '1.005' }]);
	expect(totals).toEqual([
		{ code: 'sub_total', title: 'Sub-Total', value: '1.305' },
		{ code: 'shipping', title: 'Shipping', value: '0.200' },
		{ code: 'total', title: 'Total', value: '1.505' },
	]);
});

it('leaves typed totals and typed row totals as they are', () => {
	const typed = { products: [{ price: 1, quantity: 2, total: 5 }], totals: [{ code: 'total' }] };
	expect(toOrder({ ...typed, compose: { totalsFrom: 'typed' } })).toEqual(typed);
});
