import { sleep, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import type { Call } from './call';
import type { Connection } from './connection';
import { afterSent, refusal } from './failure';
import { readFlag, type Field } from './fields';
import { filesOf, withFiles } from './files';
import type { Result } from './items';
import { readList, type ListOperation } from './list';
import { toNumber } from './numbers';
import type { Operation, Values } from './operation';
import { readSettings, type Settings } from './options';
import { isEmpty, located, readValues } from './parameters';
import { readParameter } from './readParameter';
import { rowsOf, termsOf } from './records';
import { toCall } from './request';
import { send } from './send';
import { unchangedCheck, type UnchangedCheck } from './unchanged';

/** The operation that the user chose, and what all its items share. */
export interface Chosen {
	context: IExecuteFunctions;
	connection: Connection;
	operation: Operation;
	/** The stored option value. */
	name: string;
}

const isList = (operation: Operation): operation is ListOperation => operation.list !== undefined;

/** A switch of the engine's own; what an expression left empty is as if it were not touched. */
function readSwitch(
	context: IExecuteFunctions,
	name: string,
	label: string,
	item: number,
	initially: boolean,
): boolean {
	const given = readParameter(context, name, item, initially);
	return isEmpty(given) ? initially : readFlag(given, label);
}

function readLimit(context: IExecuteFunctions, item: number): number {
	if (readSwitch(context, 'returnAll', 'Return All', item, false)) return Infinity;
	const limit = toNumber(readParameter(context, 'limit', item, 50));
	if (limit === undefined || limit < 1 || !Number.isInteger(limit)) {
		throw refusal("'Limit' needs a whole number of at least 1");
	}
	return limit;
}

/** Keeps the few fields that most people need, where the user did not turn it off. */
export function simplifier({ context, operation }: Chosen, item: number) {
	const keep = operation.simplify;
	const simple = keep && readSwitch(context, 'simple', 'Simplify', item, true);
	return (row: IDataObject): IDataObject => {
		if (!simple) return row;
		return row.skipped === true ? { ...keep(row), skipped: true } : keep(row);
	};
}

const asText = (value: unknown): string =>
	typeof value === 'object' ? JSON.stringify(value) : String(value).trim();

/** A value as it is sent: `1`, `"1"` and `" 1"` mean one record, however a locator came by it. */
function plain({ to, property }: Field, given: unknown): unknown {
	if (property.type !== 'resourceLocator') return asText(given);
	const { mode, value } = located(given);
	const place = typeof to === 'object' ? to[mode] : undefined;
	return [place, asText(value)];
}

/** Names the record that an item sets: what was given for its locator, or else for its first required field. */
function subjectOf({ effect, fields = {} }: Operation, values: Values): string | undefined {
	if (effect !== 'set') return undefined;
	const all = Object.entries(fields);
	const locators = all.filter(([, { property }]) => property.type === 'resourceLocator');
	const required = all.filter(([, { property }]) => property.required);
	const names = (locators.length > 0 ? locators : required.slice(0, 1)).map(([name]) => name);
	return names.length > 0
		? JSON.stringify(names.map((name) => plain(fields[name], values[name])))
		: undefined;
}

/** Lets those who name the same subject go one after another, in the order in which they asked. */
function turns() {
	const last = new Map<string, Promise<unknown>>();
	return async <T>(subject: string | undefined, work: () => Promise<T>): Promise<T> => {
		if (subject === undefined) return await work();
		const before = last.get(subject) ?? Promise.resolve();
		// After a failure, a moment later: by then a run that stops at it has stopped.
		const mine = before.then(work, async () => await sleep(0).then(work));
		last.set(subject, mine);
		return await mine;
	};
}

/** Runs the operation for one input item at a time. */
export function singleRunner(chosen: Chosen): (item: number) => Promise<Result> {
	const { context, operation, name } = chosen;
	const runs = valuesRunner(chosen);
	return async (item) => await runs(item, readValues(context, operation, name, item));
}

/** Runs the operation for the values of one item, however they came about. */
export function valuesRunner(chosen: Chosen): (item: number, values: Values) => Promise<Result> {
	const { context, connection, operation } = chosen;
	let isUnchanged: UnchangedCheck | undefined;

	const inTurn = turns();

	async function unchangedRecord(call: Call, settings: Settings) {
		isUnchanged ??= unchangedCheck(connection, operation, settings);
		return await isUnchanged(call);
	}

	async function rowsFor(item: number, values: Values, settings: Settings): Promise<IDataObject[]> {
		if (operation.run) {
			const perform = async (other: Operation, given: Values) =>
				await performOther(other, given, settings);
			return await operation.run({ connection, values, item, perform });
		}
		if (isList(operation)) {
			const limit = readLimit(context, item);
			const wanted = { limit, oldestFirst: settings.oldestFirst };
			return await readList(connection, operation, values, settings, wanted);
		}
		const loaded = await withFiles(context, operation, values, item);
		const call = toCall(operation, loaded, settings);
		// Two items for one record go in their order, or the first could have the last word.
		return await inTurn(
			subjectOf(operation, values),
			async () => await sendCall(call, values, settings),
		);
	}

	/** A part of an operation that is more than one call: a list is read whole. */
	async function performOther(other: Operation, values: Values, settings: Settings) {
		if (isList(other)) {
			const wanted = { limit: Infinity, oldestFirst: false };
			return await readList(connection, other, values, settings, wanted);
		}
		const call = toCall(other, values, settings);
		const answer = await send(connection, call, termsOf(other, values, settings));
		return afterSent(other, () => rowsOf(other, answer));
	}

	async function sendCall(call: Call, values: Values, settings: Settings): Promise<IDataObject[]> {
		const record = settings.skipUnchanged ? await unchangedRecord(call, settings) : undefined;
		if (record) return [{ ...record, skipped: true }];
		const answer = await send(connection, call, termsOf(operation, values, settings));
		return afterSent(operation, () => rowsOf(operation, answer));
	}

	return async (item, values) => {
		const settings = readSettings(context, operation, item);
		const keep = simplifier(chosen, item);
		const rows = await rowsFor(item, values, settings);
		const files = await filesOf(context, connection, operation, rows, values);
		return afterSent(operation, () => {
			const kept = rows.map(keep);
			return { rows: operation.arrange?.(kept, values) ?? kept, files };
		});
	};
}
