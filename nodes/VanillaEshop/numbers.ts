import { compare, toDecimal } from '../shared/decimal';
import { toMarketplaceTime } from '../shared/dates';
import { refusal } from '../shared/failure';
import { dateTime, field, type Extra, type Field } from '../shared/fields';

interface Bounds extends Extra {
	min?: 0 | 1;
	max?: number;
}

function boundsIn({ min, max }: Bounds): string {
	if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`;
	return min === undefined ? '' : ` of at least ${min}`;
}

/** The digits of a number within its bounds. */
function digitsOf(value: unknown, label: string, bounds: Bounds): string {
	const { min = -Infinity, max = Infinity } = bounds;
	const digits = toDecimal(value);
	const fits =
		digits !== undefined &&
		(min === -Infinity || compare(digits, String(min)) >= 0) &&
		(max === Infinity || compare(digits, String(max)) <= 0);
	if (fits) return digits;
	const given = typeof value === 'object' ? JSON.stringify(value) : String(value);
	throw refusal(`'${label}' needs a number${boundsIn(bounds)}`, `'${label}' is '${given}'`);
}

const BOUNDS = new Set(['min', 'max']);

/** What n8n shows of a number; its bounds are ours. */
const shownOf = (bounds: Bounds): Extra =>
	Object.fromEntries(Object.entries(bounds).filter(([name]) => !BOUNDS.has(name)));

/**
 * An amount of money, in the digits that were given: Laravel's `numeric` takes texts too, so `22.00` stays
 * `22.00` and a number stays a number.
 */
export const money = (label: string, bounds: Bounds = {}): Field =>
	field(label, 'string', '', {
		encode(value, { label: shown }) {
			const digits = digitsOf(value, shown, bounds);
			return typeof value === 'number' ? value : digits;
		},
		...shownOf(bounds),
	});

/** A number that counts something. */
export const count = (label: string, bounds: Bounds = {}): Field =>
	field(label, 'string', '', {
		encode: (value, { label: shown }) => Number(digitsOf(value, shown, bounds)),
		...shownOf(bounds),
	});

/** A day, sent as `YYYY-MM-DD`, the one form that is documented for it. */
export const day = (label: string, extra?: Extra): Field =>
	dateTime(label, {
		encode: (value, { timezone, label: shown }) =>
			toMarketplaceTime(value, timezone, shown).slice(0, 10),
		...extra,
	});

/** A point in time, sent as a day where it is midnight: the reference's examples are days. */
export const dayOrTime = (label: string, extra?: Extra): Field =>
	dateTime(label, {
		encode: (value, { timezone, label: shown }) =>
			toMarketplaceTime(value, timezone, shown).replace(/ 00:00:00$/, ''),
		...extra,
	});
