import type { IDataObject } from 'n8n-workflow';
import { put, type Call } from './call';
import type { Connection } from './connection';
import type { Listing, Operation, Values } from './operation';
import type { Settings } from './options';
import type { Window } from './pagers';
import { readAll, readSome, readUntil, type Page, type Source } from './reader';
import { recordsIn, termsOf } from './records';
import { toCall } from './request';
import { send } from './send';

/** An operation that reads a list. */
export type ListOperation = Operation & { list: Listing };

/** How many records the user wants, and in which order. */
export interface Wanted {
	/** `Infinity` for all. */
	limit: number;
	oldestFirst: boolean;
}

/** The call with the direction of the list in it, where the service has one. */
export function inDirection(call: Call, { sort }: Listing, oldestFirst: boolean): Call {
	if (!sort) return call;
	const key = call.method === 'GET' ? 'query' : 'body';
	const word = oldestFirst ? sort.oldestFirst : sort.newestFirst;
	return { ...call, [key]: put((call[key] ?? {}) as IDataObject, sort.to, word) };
}

/** What the reader needs of a list, bound to one item's call. After a failure it asks nothing more. */
function sourceOf(
	connection: Connection,
	operation: ListOperation,
	values: Values,
	settings: Settings,
	oldestFirst: boolean,
) {
	const { list } = operation;
	const terms = termsOf(operation, values, settings);
	const call = inDirection(toCall(operation, values, settings), list, oldestFirst);
	const totals: number[] = [];
	let cause: Error | undefined;
	const mine: Connection = {
		...connection,
		cancelled: () => cause !== undefined || connection.cancelled(),
	};
	const ask = async (window?: Window): Promise<Page> => {
		const paged = list.pager && window ? list.pager.ask(call, window) : call;
		const reading = send(mine, paged, terms);
		reading.catch((error: Error) => (cause ??= error));
		// Pages that were only waiting end with the one that failed; what counts is why that one did.
		const answer = await reading.catch((error: Error) => Promise.reject(cause ?? error));
		const rows = recordsIn(answer, list, connection.marketplace.name);
		const total = list.pager?.total(answer.body);
		if (total !== undefined) totals.push(total);
		return { rows, total };
	};
	const filtered = Object.keys(operation.optional ?? {}).some((name) => name in values);
	return { ask, filtered, tellChange: () => tellChange(connection, totals) };
}

/** Says that a list changed while it was read. Nothing that stayed in it is missing for that. */
function tellChange({ hint }: Connection, totals: number[]): void {
	const [least, most] = [Math.min(...totals), Math.max(...totals)];
	if (totals.length === 0 || least === most) return;
	hint(`The list changed while it was read: between ${least} and ${most} records.`, 'info');
}

const DAY = /^\d{4}-\d{2}-\d{2}/;

/** Whether a record has a date that can be compared; a database's zero, `0000-00-00 00:00:00`, is none. */
function isDated(value: unknown): value is string {
	const [day] = (typeof value === 'string' && DAY.exec(value)) || [];
	return day !== undefined && !Number.isNaN(Date.parse(day));
}

/**
 * The time that ends a list which can only be sorted, in the marketplace's form. A record without a date is
 * not old: it would end the list, and all that is behind it would be lost. It is put out, since one record too
 * many can be seen and one too few cannot.
 */
function boundOf({ list, optional }: ListOperation, values: Values, timezone: string) {
	const { since } = list;
	const field = since && optional?.[since.parameter];
	const value = since && values[since.parameter];
	if (!field || value === undefined) return undefined;
	const label = field.property.displayName;
	const from = String(field.encode?.(value, { label, timezone }) ?? value);
	return ({ [since.field]: at }: IDataObject) => isDated(at) && at < from;
}

/** Reads the records of a list operation for the values of one item. */
export async function readList(
	connection: Connection,
	operation: ListOperation,
	values: Values,
	settings: Settings,
	{ limit, oldestFirst }: Wanted,
): Promise<IDataObject[]> {
	const { pager, sort, key } = operation.list;
	const isOld = boundOf(operation, values, settings.timezone);
	// A whole list is read oldest first: what is added meanwhile would push unread records past the reader.
	const readsOldestFirst = isOld ? false : limit === Infinity || oldestFirst;
	const bound = sourceOf(connection, operation, values, settings, readsOldestFirst);
	const { ask, filtered, tellChange: tell } = bound;
	if (!pager) return (await ask()).rows.slice(0, limit);
	const source: Source = {
		pager,
		read: ask,
		key: (row) => {
			const named = key.map((name) => row[name]);
			return JSON.stringify(named.every((value) => value === undefined) ? row : named);
		},
		shrinks: filtered,
		warn: connection.hint,
	};
	const turned = sort !== undefined && readsOldestFirst !== oldestFirst;
	if (isOld) {
		const rows = await readUntil(source, isOld, turned ? Infinity : limit);
		tell();
		return (turned ? rows.reverse() : rows).slice(0, limit);
	}
	const rows = await (limit === Infinity ? readAll(source) : readSome(source, limit));
	tell();
	return turned ? rows.reverse() : rows;
}
