import type { IDataObject } from 'n8n-workflow';
import type { Connection } from './connection';
import { readList, type ListOperation } from './list';
import type { Call } from './call';
import type { Operation } from './operation';
import type { Settings } from './options';

/** Gives the marketplace's record of an item that would change nothing; nothing where it would. */
export type UnchangedCheck = (call: Call) => Promise<IDataObject | undefined>;

/** Reads the list of an operation's *Skip Unchanged* once, when the first item asks. */
export function unchangedCheck(
	connection: Connection,
	{ unchanged }: Operation,
	settings: Settings,
): UnchangedCheck {
	if (!unchanged) return async () => undefined;
	const { list, names, named, same } = unchanged;
	const read = async () => {
		const all = { limit: Infinity, oldestFirst: true };
		const records = await readList(connection, list as ListOperation, {}, settings, all);
		return new Map(records.flatMap((record) => names(record).map((name) => [name, record])));
	};
	let known: Promise<Map<string, IDataObject>> | undefined;
	return async ({ body }) => {
		known ??= read();
		const records = await known;
		const record = records.get(named(body as IDataObject));
		if (record && same(record, body as IDataObject)) return record;
		// What is written now is no longer what was read: a later item for the same record is sent too.
		if (record) for (const name of names(record)) records.delete(name);
		return undefined;
	};
}
