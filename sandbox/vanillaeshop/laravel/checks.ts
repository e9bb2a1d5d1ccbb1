import { hasFormat, isDate } from './dates';
import { elementsOf, isArray, isNumeric, textOf, valueAt, type Fields } from './php';

/** Whether a table has a row with this value. */
export type Lookup = (table: string, column: string, value: string) => boolean;

/** `min` and `max` measure a number, a list or a text, whichever the other rules say it is. */
export type Kind = 'numeric' | 'array' | 'string';

export interface Context {
	data: Fields;
	has: Lookup;
	kind: Kind;
}

type Check = (value: unknown, parameters: string[], context: Context) => boolean;

/** The rules that look at what is absent too; once one has failed, the others are not asked. */
export const IMPLICIT: readonly string[] = ['required', 'required_with'];

const isPresent = (value: unknown): boolean => {
	if (value === undefined || value === null) return false;
	if (typeof value === 'string') return value.trim() !== '';
	return !isArray(value) || elementsOf(value).length > 0;
};

function sizeOf(value: unknown, { kind }: Context): number {
	if (kind === 'numeric' && isNumeric(value)) return Number(value);
	return isArray(value) ? elementsOf(value).length : [...textOf(value)].length;
}

const isScalar = (value: unknown): boolean => value !== null && !isArray(value);

/** What Laravel 5.5 does for each rule. */
export const CHECKS: Readonly<Record<string, Check>> = {
	required: isPresent,
	required_with: (value, others, { data }) =>
		isPresent(value) || !others.some((other) => isPresent(valueAt(data, other))),
	array: isArray,
	boolean: (value) =>
		typeof value === 'boolean' || [0, 1, '0', '1'].some((accepted) => accepted === value),
	date: isDate,
	date_format: (value, [format = '']) => hasFormat(value, format),
	email: (value) => typeof value === 'string' && /^[^\s@]+@[^\s@]+[^\s@.]$/.test(value),
	exists(value, [table = '', column = ''], { has }) {
		const wanted = isArray(value) ? elementsOf(value) : [value];
		const known = wanted.filter((one) => isScalar(one) && has(table, column, textOf(one)));
		// The rows found are counted, so that naming one twice is one too few.
		return new Set(known.map(textOf)).size === wanted.length;
	},
	in: (value, allowed) => isScalar(value) && allowed.includes(textOf(value)),
	max: (value, [limit], context) => sizeOf(value, context) <= Number(limit),
	min: (value, [limit], context) => sizeOf(value, context) >= Number(limit),
	numeric: isNumeric,
	unique: (value, [table = '', column = ''], { has }) => !has(table, column, textOf(value)),
};
