import type { IDataObject } from 'n8n-workflow';
import { refusal, toFailure } from './failure';
import { runAll, type Plan, type Progress, type Result } from './items';
import type { Gather, Values } from './operation';
import { readValues } from './parameters';
import { valuesRunner, type Chosen } from './single';

/** Input items that make up one call. */
interface Group {
	items: number[];
	/** Those of the first item. */
	values: Values;
	json: IDataObject[];
	/** The first item that cannot be part of the call. */
	wrong?: number;
}

/** Said of the other items of a call that one of them keeps from being made. */
const incomplete = (wrong: number) =>
	refusal(
		'Not sent, because another item that belongs to it is wrong',
		`See what is said of item ${wrong}, counted from 0; mend it, and run all that belong together again`,
	);

/** Whether the first item asks for one call from several items. */
export function gathers({ context, operation }: Chosen): boolean {
	if (!operation.gather) return false;
	const { parameter, is } = operation.gather.when;
	return context.getNodeParameter(parameter, 0) === is;
}

/** Gives the result of a call to its items: the row to all of them together, the failure to each. */
function share(result: Result, [first, ...others]: number[], results: Array<Result | undefined>) {
	const failed = 'failure' in result;
	results[first] = failed ? result : { ...result, pairs: [first, ...others] };
	for (const item of others) results[item] = failed ? result : { rows: [] };
}

/**
 * Runs an operation whose calls are made up of several input items. The row of a call is paired with all of
 * its items; its failure is the failure of each. An item that is wrong in itself fails before any request, and with it
 * those that would have gone out beside it.
 */
export async function runGathered(chosen: Chosen, gather: Gather, plan: Plan): Promise<Progress> {
	const { context, operation, name } = chosen;
	const groups = new Map<string, Group>();
	const prepared = await runAll({ ...plan, atOnce: 1 }, async (item) => {
		const values = readValues(context, operation, name, item);
		const { json } = context.getInputData()[item];
		const mark = gather.mark(values, json);
		const group = groups.get(mark) ?? { items: [], values, json: [] };
		group.items.push(item);
		group.json.push(json);
		groups.set(mark, group);
		try {
			gather.check?.(values, json);
		} catch (error) {
			group.wrong ??= item;
			throw toFailure(error);
		}
		return { rows: [] };
	});
	const results = prepared.results.map((result): Result | undefined =>
		result && 'failure' in result ? result : undefined,
	);
	if (prepared.stoppedBy) return { results, stoppedBy: prepared.stoppedBy };
	for (const { items, wrong } of groups.values()) {
		if (wrong === undefined) continue;
		for (const item of items) results[item] ??= { failure: incomplete(wrong) };
	}
	const all = [...groups.values()].filter(({ wrong }) => wrong === undefined);
	const run = valuesRunner(chosen);
	const sent = await runAll({ ...plan, count: all.length, atOnce: 1 }, async (index) => {
		const { items, values, json } = all[index];
		return await run(items[0], gather.merge(values, json));
	});
	for (const [index, result] of sent.results.entries()) {
		if (result) share(result, all[index].items, results);
	}
	const { stoppedBy } = sent;
	return { results, stoppedBy: stoppedBy && { ...stoppedBy, item: all[stoppedBy.item].items[0] } };
}
