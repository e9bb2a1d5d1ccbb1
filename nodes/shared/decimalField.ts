import { compare, toDecimal } from './decimal';
import { refusal } from './failure';
import { field, type Encode, type Extra, type Field } from './fields';

interface DecimalRules extends Extra {
	/** Below zero is refused. */
	min?: 0;
	/** The vendor's words for a number that it would refuse. */
	words?: string;
}

const encodeDecimal =
	({ min, words }: DecimalRules): Encode =>
	(value, { label }) => {
		const found = toDecimal(value);
		if (found !== undefined && (min === undefined || compare(found, '0') >= 0)) return found;
		const least = found === undefined ? '' : ' of at least 0';
		throw refusal(
			words ?? `'${label}' needs a number${least}`,
			`'${label}' is '${typeof value === 'object' ? JSON.stringify(value) : String(value)}'`,
		);
	};

/** A number that is sent as text, in the digits that were given: `22.00` stays `22.00`. */
export const decimal = (label: string, { min, words, ...extra }: DecimalRules = {}): Field =>
	field(label, 'string', '', { encode: encodeDecimal({ min, words }), ...extra });
