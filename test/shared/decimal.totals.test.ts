import fc from 'fast-check';
import { add, compare, multiply, withPlaces } from '../../nodes/shared/decimal';

it.each([
	['20', 3, '20.000'],
	['0.5', 3, '0.500'],
	['13.47225', 3, '13.47225'],
	['-7.5', 3, '-7.500'],
	['0', 2, '0.00'],
	['007.10', 3, '7.100'],
	['1.2300', 3, '1.2300'],
	['90071992547409931.1', 3, '90071992547409931.100'],
])('%s with at least %i places is %s', (decimal, least, wanted) => {
	expect(withPlaces(decimal, least)).toBe(wanted);
});

it('refuses what is no number', () => {
	expect(() => withPlaces('ten', 3)).toThrow(RangeError);
});

const decimals = fc.stringMatching(/^-?\d{1,20}(\.\d{1,12})?$/);

it('changes no value, and takes no place away', () => {
	fc.assert(
		fc.property(decimals, fc.nat(15), (decimal, least) => {
			const written = withPlaces(decimal, least);
			const places = (text: string) => (text.split('.')[1] ?? '').length;
			expect(compare(written, decimal)).toBe(0);
			expect(places(written)).toBe(Math.max(places(decimal), least));
		}),
	);
});

it('a sum does not depend on the order of its terms, nor on how they are multiplied out', () => {
	fc.assert(
		fc.property(fc.array(decimals, { minLength: 1 }), decimals, (terms, factor) => {
			const sum = terms.reduce(add);
			expect(compare([...terms].reverse().reduce(add), sum)).toBe(0);
			const each = terms.map((term) => multiply(term, factor)).reduce(add);
			expect(compare(multiply(sum, factor), each)).toBe(0);
		}),
	);
});
