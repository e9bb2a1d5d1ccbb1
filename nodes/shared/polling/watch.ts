import type { IDataObject } from 'n8n-workflow';
import type { Answer } from '../call';
import type { Connection } from '../connection';
import { toFailure, type Failure } from '../failure';
import type { ListOperation } from '../list';
import type { Values } from '../operation';
import type { Pager } from '../pagers';
import { recordsIn } from '../records';
import { toCall, type Making } from '../request';
import { DEFAULT_CAP, DEFAULT_TIMEOUT_MS, send } from '../send';
import type { Occurrence } from './cursor';

/** What a polling trigger looks for: facts of one marketplace. */
export interface Watch {
	list: ListOperation & { list: { pager: Pager } };
	/** What names an occurrence: the record, or the record in one of its states. */
	name(record: IDataObject): string;
	/** When it happened: ISO, UTC; empty where the record does not say. */
	time(record: IDataObject): string;
	/** The values that ask for what is newer than a time. Advisory: rows are looked at again here. */
	filter?(from: string): Values;
	/** The path and the method that the user set in the place of the list's own. */
	endpoint?: Making['endpoint'];
}

/** What a polling trigger was set to. */
export interface Wanted {
	/** The name of the watch: another one begins anew. */
	event: string;
	watch: Watch;
	simplify(record: IDataObject): IDataObject;
}

export interface Reading {
	occurrences: Occurrence[];
	/** Asked for fewer than there could be, or nothing new came. */
	isLast: boolean;
	next: number;
	/** When the list was read, by the marketplace's clock: no later than that, and in whole seconds. */
	readAt?: number;
}

/** The time that an answer was asked for, by the clock that wrote its `Date`. */
function askedAt({ headers }: Answer, tookMs: number): number | undefined {
	const answered = Date.parse(headers.date ?? '');
	return Number.isNaN(answered) ? undefined : answered - tookMs;
}

/** Reads the pages of a list, from a time on. */
export function reader(
	connection: Connection,
	{ list, name, time, filter, endpoint }: Watch,
	from: string,
	timeoutMs = DEFAULT_TIMEOUT_MS,
) {
	const { pager } = list.list;
	const call = toCall(list, filter?.(from) ?? {}, { timezone: 'UTC', endpoint });
	const terms = { operation: list, effect: 'read' as const, cap: DEFAULT_CAP, timeoutMs };
	return async (start: number): Promise<Reading> => {
		const window = pager.windowAt(start, true);
		const startedAt = Date.now();
		const answer = await send(connection, pager.ask(call, window), terms);
		const readAt = askedAt(answer, Date.now() - startedAt);
		const records = recordsIn(answer, list.list, connection.marketplace.name);
		const occurrences = records.map((record) => ({
			name: name(record),
			time: time(record),
			record,
		}));
		const next = window.start + records.length;
		// How much one answer may hold is not known: the list ends where nothing follows.
		return { occurrences, isLast: next <= start, next, readAt };
	};
}

/** Whether the marketplace has understood a call and does not want it as it is. */
function isRefusal({ facts: { outcome, kind, status = 400 } }: Failure): boolean {
	return outcome === 'refused' && kind === undefined && [400, 422].includes(status);
}

/** Reads with the filter; where the marketplace refuses that, without it. */
export function readerFor(connection: Connection, watch: Watch, from: string, timeoutMs: number) {
	const filtered = reader(connection, watch, from, timeoutMs);
	const all = reader(connection, { ...watch, filter: undefined }, from, timeoutMs);
	let read = watch.filter ? filtered : all;
	return async (start: number): Promise<Reading> => {
		try {
			return await read(start);
		} catch (error) {
			const failure = toFailure(error);
			if (read === all || !isRefusal(failure)) throw failure;
			read = all;
			return await read(start);
		}
	};
}
