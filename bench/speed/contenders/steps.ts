import type { IDataObject } from 'n8n-workflow';
import { httpRequestClass, type httpNode } from '../../shared/contenders/httpRequest';
import { runtimeNode } from '../../shared/runtimeNodes';
import type { Step } from '../../shared/workflow';

/** Nodes of n8n that people put around HTTP Request. */

export const HTTP = 'HTTP Request';

/** The HTTP Request node. */
export function httpStep(modules: string, node: ReturnType<typeof httpNode>, to: string[][]): Step {
	const { settings, ...rest } = node;
	return {
		...rest,
		name: HTTP,
		type: httpRequestClass(modules),
		settings: { ...settings, typeVersion: settings?.typeVersion ?? 1 },
		to,
	};
}

function step(
	modules: string,
	name: string,
	path: string,
	typeVersion: number,
	parameters: IDataObject,
	to: string[][],
): Step {
	return { name, type: runtimeNode(modules, path), settings: { typeVersion }, parameters, to };
}

/** *Loop Over Items*; `next` is what each round goes to. */
export const loop = (modules: string, batchSize: number, next: string): Step =>
	step(modules, 'Loop', 'SplitInBatches/SplitInBatches', 3, { batchSize }, [[], [next]]);

/** All items as one list, `items`. */
export const aggregate = (modules: string, to: string): Step =>
	step(
		modules,
		'Aggregate',
		'Transform/Aggregate/Aggregate',
		1,
		{ aggregate: 'aggregateAllItemData', destinationFieldName: 'items' },
		[[to]],
	);

/** A list, `rows`, by an expression. */
export const fields = (modules: string, rows: string, to: string): Step =>
	step(
		modules,
		'Edit Fields',
		'Set/Set',
		3.4,
		{
			mode: 'manual',
			assignments: { assignments: [{ id: '1', name: 'rows', value: rows, type: 'array' }] },
		},
		[[to]],
	);

/** One item for each of `rows`. */
export const split = (modules: string, to: string): Step =>
	step(
		modules,
		'Split Out',
		'Transform/SplitOut/SplitOut',
		1,
		{ fieldToSplitOut: 'rows', options: {} },
		[[to]],
	);
