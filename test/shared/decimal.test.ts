import fc from 'fast-check';
import { add, compare, multiply, toDecimal } from '../../nodes/shared/decimal';

it.each<[unknown, string]>([
	['70.12', '70.12'],
	['22.00', '22.00'],
	[' 7 ', '7'],
	['-1.50', '-1.50'],
	['007', '007'],
	[22, '22'],
	[0, '0'],
	[0.1, '0.1'],
	[1e21, '1000000000000000000000'],
	[1.5e-7, '0.00000015'],
	['.5', '0.5'],
	['5.', '5'],
	['+3', '3'],
	['90071992547409931.001', '90071992547409931.001'],
])('%j has the digits %s', (given, digits) => {
	expect(toDecimal(given)).toBe(digits);
});

it.each([
	...['', ' ', '.', '-', '1,5', '1.2.3', '0x10', 'NaN', 'ten', '١', '1e9999'],
	...[NaN, Infinity, true, null, undefined, [1], {}],
])('%j is no decimal', (given) => {
	expect(toDecimal(given)).toBeUndefined();
});

it('is exact where floating point is not', () => {
	expect(add('0.1', '0.2')).toBe('0.3');
	expect(add('19.99', '0.01')).toBe('20.00');
	expect(add('90071992547409931', '0.001')).toBe('90071992547409931.001');
	expect(multiply('1.1', '1.1')).toBe('1.21');
	expect(multiply('-0.005', '2')).toBe('-0.010');
	expect(compare('0.30', '0.3')).toBe(0);
	expect(compare('-1', '0.001')).toBe(-1);
	expect(compare('10', '9.999')).toBe(1);
});

it.each(['', 'ten', '1,5'])("refuses to calculate with '%s'", (text) => {
	expect(() => add(text, '1')).toThrow(RangeError);
	expect(() => multiply('1', text)).toThrow(RangeError);
	expect(() => compare(text, '1')).toThrow(RangeError);
});

/** A decimal, as the whole number of its thousandths. */
const thousandths = fc.integer({ min: -10_000_000, max: 10_000_000 });

/** The same with one to three places, where they are enough. */
const text = (units: number, places: number): string => {
	const digits = String(Math.abs(units)).padStart(4, '0');
	const whole = `${units < 0 ? '-' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}`;
	const spare = [100, 10].findIndex((by) => units % by === 0);
	return whole.slice(0, whole.length - Math.min(3 - places, spare < 0 ? 0 : 2 - spare));
};

it('agrees with whole numbers of thousandths, whatever is added, multiplied and compared', () => {
	const places = fc.integer({ min: 1, max: 3 });
	fc.assert(
		fc.property(thousandths, places, thousandths, places, (a, aPlaces, b, bPlaces) => {
			const [left, right] = [text(a, aPlaces), text(b, bPlaces)];
			expect(compare(add(left, right), text(a + b, 3))).toBe(0);
			expect(compare(multiply(left, '1000'), String(a))).toBe(0);
			expect(multiply(multiply(left, right), '1000000').split('.')[0]).toBe(
				String(BigInt(a) * BigInt(b)),
			);
			expect(compare(left, right)).toBe(Math.sign(a - b));
		}),
	);
});

it('keeps the value of every number, and every plain text to the letter', () => {
	fc.assert(
		fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
			expect(Number(toDecimal(value))).toBe(value === 0 ? 0 : value);
		}),
	);
	fc.assert(
		fc.property(fc.stringMatching(/^-?\d{1,30}(\.\d{1,30})?$/), (digits) => {
			expect(toDecimal(digits)).toBe(digits);
		}),
	);
});
