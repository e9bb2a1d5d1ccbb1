import type { IDataObject } from 'n8n-workflow';
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
}

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
 * its items; its failure is the failure of each. An item that is wrong in itself fails before any request.
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
		return { rows: [] };
	});
	const results = prepared.results.map((result): Result | undefined =>
		result && 'failure' in result ? result : undefined,
	);
	if (prepared.stoppedBy) return { results, stoppedBy: prepared.stoppedBy };
	const all = [...groups.values()];
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
