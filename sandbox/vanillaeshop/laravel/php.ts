import { isObject } from '../../shared/json';

/** A request's input as PHP has it: a JSON object, or the fields of a form. */
export type Fields = Record<string, unknown>;

/** What PHP calls an array: lists and objects alike. */
export const isArray = (value: unknown): value is unknown[] | Fields =>
	Array.isArray(value) || isObject(value);

export const elementsOf = (value: unknown): unknown[] =>
	isArray(value) ? Object.values(value) : [];

export const isNumeric = (value: unknown): boolean =>
	typeof value === 'number' ||
	(typeof value === 'string' && /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value));

/** A scalar as PHP casts it to a string; arrays have no text. */
export function textOf(value: unknown): string {
	if (value === true) return '1';
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function childOf(value: unknown, key: string): unknown {
	const child = isArray(value) ? Object.getOwnPropertyDescriptor(value, key) : undefined;
	// The length of a list is a property to JavaScript, and none to PHP.
	return child?.enumerable ? child.value : undefined;
}

/** The value at a dotted path. A key that itself holds a dot is never found, as in Laravel. */
export const valueAt = (data: unknown, path: string): unknown =>
	path.split('.').reduce<unknown>(childOf, data);

/** Puts the keys that the data has in the place of each `*`; nothing where there are none. */
export function expand(path: string, data: unknown): string[] {
	const [parent, rest] = splitAtWildcard(path);
	if (parent === undefined) return [path];
	const found = valueAt(data, parent);
	const keys = isArray(found) ? Object.keys(found).filter((key) => !key.includes('*')) : [];
	return keys.flatMap((key) => expand(`${parent}.${key}${rest}`, data));
}

function splitAtWildcard(path: string): [parent: string | undefined, rest: string] {
	const at = path.indexOf('.*');
	return at < 0 ? [undefined, ''] : [path.slice(0, at), path.slice(at + 2)];
}
