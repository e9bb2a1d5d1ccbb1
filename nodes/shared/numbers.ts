import { compare, toDecimal } from './decimal';
import { refusal } from './failure';
import { quote } from './quote';
import { field, type Encode, type Extra, type Field } from './fields';

/** What a number has to be. */
interface NumberRules extends Extra {
	/** No fraction. */
	whole?: true;
	min?: 0 | 1;
	max?: number;
	/** The vendor's words for a number that it would refuse. */
	words?: string;
}

const OURS = new Set(['whole', 'min', 'max', 'words']);

/** What n8n shows of a number field; its rules are ours. */
const shownOf = (rules: NumberRules): Extra =>
	Object.fromEntries(Object.entries(rules).filter(([name]) => !OURS.has(name)));

/** Reads a number from a number or a numeric text; `undefined` where it is neither. */
export function toNumber(value: unknown): number | undefined {
	const digits = toDecimal(value);
	const found = Number(digits);
	return digits !== undefined && Number.isFinite(found) ? found : undefined;
}

function boundsIn({ min, max }: NumberRules): string {
	if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`;
	if (max !== undefined) return ` of at most ${max}`;
	return min === undefined ? '' : ` of at least ${min}`;
}

/** The digits of a number that keeps the rules, as they were given. */
function digitsOf(value: unknown, label: string, rules: NumberRules): string {
	const { whole, min, max, words } = rules;
	const digits = toDecimal(value);
	const fits =
		digits !== undefined &&
		Number.isFinite(Number(digits)) &&
		(min === undefined || compare(digits, String(min)) >= 0) &&
		(max === undefined || compare(digits, String(max)) <= 0) &&
		(!whole || Number.isSafeInteger(Number(digits)));
	if (fits) return digits;
	const bounds = digits === undefined ? '' : boundsIn(rules);
	throw refusal(
		words ?? `'${label}' needs a ${whole ? 'whole ' : ''}number${bounds}`,
		`'${label}' is ${quote(value)}`,
	);
}

const encodeNumber =
	(rules: NumberRules): Encode =>
	(value, { label }) =>
		Number(digitsOf(value, label, rules));

/** A number in n8n's own box, which begins with a number. */
export const number = (label: string, rules: NumberRules = {}): Field => {
	const typeOptions = rules.min === undefined ? {} : { minValue: rules.min };
	const extra = { encode: encodeNumber(rules), ...shownOf(rules) };
	return field(label, 'number', 0, extra, { typeOptions });
};

/** A number in a box that begins empty: n8n's number boxes begin with a 0 that nobody meant. */
export const amount = (label: string, rules: NumberRules = {}): Field =>
	field(label, 'string', '', { encode: encodeNumber(rules), ...shownOf(rules) });

/** A number that is sent as text, in the digits that were given: `22.00` stays `22.00`. */
export const decimal = (label: string, rules: NumberRules = {}): Field =>
	field(label, 'string', '', {
		encode: (value, { label: shown }) => digitsOf(value, shown, rules),
		...shownOf(rules),
	});

/** A number for a service that takes texts too: `22.00` stays `22.00` and a number stays a number. */
export const money = (label: string, rules: NumberRules = {}): Field =>
	field(label, 'string', '', {
		encode(value, { label: shown }) {
			const digits = digitsOf(value, shown, rules);
			return typeof value === 'number' ? value : digits;
		},
		...shownOf(rules),
	});
