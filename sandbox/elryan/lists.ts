import { isObject } from '../shared/json';
import { listed, refused, type Context, type Result } from './result';
import { CODES } from './words';

export interface Search {
	start?: number;
	length?: number;
	search?: Record<string, unknown>;
}

/** How a record is compared with a key of `search`; a key without an entry is ignored. */
export type Filters<T> = Record<string, (record: T, wanted: string) => boolean>;

/** When a record was made and changed, in ISO text, for the filters that nobody documents. */
export type Times<T> = (record: T) => { created: string; updated: string };

export interface ListOf<T> {
	rows: readonly T[];
	filters?: Filters<T>;
	times?: Times<T>;
	/** Set for what happens, as against what is kept: its order is a setting. */
	chronicle?: boolean;
}

/** One page of a list; no total, as documented. */
export function pageOf<T>(context: Context, body: unknown, list: ListOf<T>): Result {
	const { start = 0, length = 0, search = {} } = (isObject(body) ? body : {}) as Search;
	const { defaultLength, maxLength, overMaxLength, listOrder } = context.settings;
	if (length > maxLength && overMaxLength === 'refuse') {
		return refused(CODES.invalid, `length must not be greater than ${maxLength}`);
	}
	const take = Math.min(length || defaultLength, maxLength);
	const rows = narrowed(context, search, list);
	if (!list.chronicle || listOrder === 'oldestFirst') {
		return listed(rows.slice(start, start + take));
	}
	const end = Math.max(0, rows.length - start);
	return listed(rows.slice(Math.max(0, end - take), end).reverse());
}

function narrowed<T>(
	context: Context,
	search: Record<string, unknown>,
	{ rows, filters = {}, times }: ListOf<T>,
): readonly T[] {
	const tests = Object.entries(search).flatMap(([key, value]) => {
		if (!isMeant(value)) return [];
		const filter = filters[key];
		return filter ? [(record: T) => filter(record, String(value))] : [];
	});
	if (times && context.settings.honourTimeFilter) tests.push(...timeTests(search, times));
	return tests.length === 0 ? rows : rows.filter((record) => tests.every((test) => test(record)));
}

/** The samples send null, '' and 0 for a key that is not meant. */
const isMeant = (value: unknown): boolean =>
	value !== null && value !== '' && value !== 0 && typeof value !== 'object';

function timeTests<T>(
	search: Record<string, unknown>,
	times: Times<T>,
): Array<(record: T) => boolean> {
	return Object.entries(search).flatMap(([key, value]) => {
		const [, field, side] = /^(?:(created|updated)_)?(from|to)$/.exec(key) ?? [];
		const bound = typeof value === 'string' ? Date.parse(value) : NaN;
		if (side === undefined || Number.isNaN(bound)) return [];
		return [
			(record: T) => {
				const { created, updated } = times(record);
				const at = Date.parse(field === 'created' ? created : updated);
				return side === 'from' ? at >= bound : at <= bound;
			},
		];
	});
}

/** Names are searched for as people do: any part, any case. */
export const contains = (text: string, wanted: string): boolean =>
	text.toLowerCase().includes(wanted.toLowerCase());
