import fc from 'fast-check';
import { add, compare, multiply, toDecimal, withPlaces } from '../../nodes/shared/decimal';
import { givenJson, parseJson } from '../../nodes/shared/json';
import { amount, decimal, money, number } from '../../nodes/shared/numbers';
import type { Field } from '../../nodes/shared/fields';
import { refusedBy } from '../shared/refused';
import { expectNoTraces } from './judge';
import { tried } from './runs';
import { anyValue } from './values';

/** A decimal in its digits, more of them than floating point has. */
const digits = fc
	.tuple(
		fc.constantFrom('', '-'),
		fc.bigInt({ min: 0n, max: 10n ** 24n }),
		fc.option(fc.stringMatching(/^\d{1,12}$/)),
	)
	.map(([sign, whole, places]) => `${sign}${whole}${places === null ? '' : `.${places}`}`);

const scaleOf = (decimal: string) => decimal.split('.')[1]?.length ?? 0;

/** The same in units of 10^-36, for arithmetic that loses nothing. */
const PLACES = 36;
function units(text: string, places = PLACES): bigint {
	const [whole, fraction = ''] = text.replace('-', '').split('.');
	const size = BigInt(whole + fraction.padEnd(places, '0'));
	return text.startsWith('-') ? -size : size;
}

const encode = (field: Field, value: unknown) =>
	field.encode?.(value, { label: field.property.displayName, timezone: 'UTC' });

describe('a decimal', () => {
	it('stays as it was given where a text is promised', () => {
		fc.assert(
			fc.property(digits, (text) => {
				expect(encode(decimal('Price'), text)).toBe(text);
				expect(encode(money('Price'), text)).toBe(text);
				expect(toDecimal(text)).toBe(text);
			}),
			tried(300),
		);
	});

	it('is added, multiplied and compared without a loss', () => {
		fc.assert(
			fc.property(digits, digits, (a, b) => {
				expect(units(add(a, b))).toBe(units(a) + units(b));
				expect(units(multiply(a, b), 2 * PLACES)).toBe(units(a) * units(b));
				expect(Math.sign(compare(a, b))).toBe(
					Number(units(a) > units(b)) - Number(units(a) < units(b)),
				);
			}),
			tried(300),
		);
	});

	it('gets places and loses none', () => {
		fc.assert(
			fc.property(digits, fc.nat({ max: 20 }), (text, least) => {
				const shown = withPlaces(text, least);
				expect(scaleOf(shown)).toBe(Math.max(least, scaleOf(text)));
				expect(units(shown)).toBe(units(text));
			}),
			tried(300),
		);
	});
});

describe('whatever is given for a number', () => {
	const fields = [
		number('Width'),
		amount('Width', { min: 0 }),
		amount('Width', { whole: true }),
		decimal('Width'),
		money('Width', { min: 0 }),
	];

	it('a number goes out, or a refusal that names the field', () => {
		fc.assert(
			fc.property(fc.constantFrom(...fields), anyValue, (field, value) => {
				const sent = attempt(field, value);
				if (typeof sent === 'object') {
					expect(sent.words).toContain("'Width'");
					expectNoTraces(sent.words, [value]);
				} else {
					expect(Number.isFinite(Number(sent))).toBe(true);
					expect(Number(sent) === Number(String(value).trim())).toBe(true);
				}
			}),
			tried(600),
		);
	});
});

function attempt(field: Field, value: unknown): string | number | { words: string } {
	let sent: unknown;
	try {
		sent = encode(field, value);
	} catch {
		const { title, advice = '' } = refusedBy(() => encode(field, value));
		return { words: `${title} ${advice}` };
	}
	return typeof sent === 'number' ? sent : String(sent);
}

describe('JSON', () => {
	it('keeps the digits of every integer, whatever stands around it', () => {
		const integer = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
		const around = fc.dictionary(
			fc.string({ unit: 'binary' }),
			fc.jsonValue({ maxDepth: 2, noUnicodeString: false }),
		);
		fc.assert(
			fc.property(integer, around, (id, others) => {
				const text = `{"rows":[${JSON.stringify(others)},{"id":${id}}]}`;
				const { rows } = parseJson(text) as { rows: [unknown, { id: unknown }] };
				expect(String(rows[1].id)).toBe(String(id));
			}),
			tried(300),
		);
	});

	it('that holds what cannot be written is refused by its label', () => {
		const hole = fc.constantFrom(NaN, Infinity, -Infinity);
		fc.assert(
			fc.property(hole, fc.jsonValue(), (bad, other) => {
				const { title } = refusedBy(() =>
					givenJson({ other, rows: [{ price: bad }] }, 'Items (JSON)'),
				);
				expect(title).toContain("'Items (JSON)'");
				expectNoTraces(title);
			}),
			tried(100),
		);
	});
});
