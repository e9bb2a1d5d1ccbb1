import type { IDataObject, INodeExecutionData, IRun } from 'n8n-workflow';
import {
	readyOf,
	type Contender,
	type Run,
	type Said,
	type Told,
} from '../../shared/contenders/contender';
import { httpNode, splitOut } from '../../shared/contenders/httpRequest';
import { itemOf, saidBy } from '../../shared/contenders/told';
import { openWorkflow, outputsOf, type Step } from '../../shared/workflow';
import { EFFECTS, type Bulk, type Pages, type SpeedTask } from '../tasks/task';
import { BOUND } from './bound';
import { batchOf, RETRY_MS } from './manners';
import { aggregate, fields, HTTP, httpStep, loop, split } from './steps';

/** What people build around HTTP Request, of n8n's own nodes. */

/** What the runs of the HTTP node say of the items, each row of which stands for so many of them. */
function tell(run: IRun, { input }: SpeedTask, size: number, perRow: number): Told {
	const said: Told['said'] = input.map(() => 'nothing');
	const { error } = run.data.resultData;
	const rows: IDataObject[] = [];
	for (const [turn, [good = [], bad = []]] of outputsOf(run, HTTP).entries()) {
		const note = (row: INodeExecutionData, word: Said): void => {
			const from = turn * size + (itemOf(row) ?? 0) * perRow;
			said.fill(word, from, Math.min(from + perRow, said.length));
		};
		for (const row of good) note(row, 'done');
		for (const row of bad) note(row, saidBy(row));
		rows.push(...good.map(({ json }) => json));
	}
	return { said, rows, warned: false, ...(error ? { words: error.message } : {}) };
}

const contender = (
	name: string,
	steps: (run: Run<SpeedTask>) => Step[],
	told: (outcome: IRun, stage: SpeedTask) => Told,
): Contender<SpeedTask> => ({
	name,
	open(run) {
		const start = openWorkflow(steps(run));
		return readyOf(
			async () => await start(run.stage.input),
			(outcome) => told(outcome, run.stage),
		);
	},
});

const loopSize = ({ setting }: SpeedTask): number => (EFFECTS[setting.task] === 'act' ? 1 : BOUND);

/** *Loop Over Items* around HTTP Request: as many a round as may be in flight, one of an act. */
export const httpLoop = (modules: string): Contender<SpeedTask> =>
	contender(
		'HTTP Request, Loop Over Items',
		(run) => [
			loop(modules, loopSize(run.stage), HTTP),
			httpStep(modules, httpNode(run, { onError: 'continueErrorOutput', retryMs: RETRY_MS }), [
				['Loop'],
				['Loop'],
			]),
		],
		(outcome, stage) => tell(outcome, stage, loopSize(stage), 1),
	);

const bulkOf = ({ bulk }: SpeedTask): Bulk => {
	if (!bulk) throw new Error('The task has no request of many items');
	return bulk;
};

/** The same where a request carries many: *Aggregate* makes one row of each round. */
export const httpBulkLoop = (modules: string): Contender<SpeedTask> =>
	contender(
		'HTTP Request, Loop Over Items and Aggregate',
		(run) => [
			loop(modules, bulkOf(run.stage).size, 'Aggregate'),
			aggregate(modules, HTTP),
			httpStep(modules, httpNode(run, { body: bulkOf(run.stage).body }), [['Loop']]),
		],
		(outcome, stage) => tell(outcome, stage, bulkOf(stage).size, bulkOf(stage).size),
	);

/** *Aggregate*, chunks, *Split Out*: one row for each request, and *Batching*. */
export const httpBulk = (modules: string): Contender<SpeedTask> =>
	contender(
		'HTTP Request, chunks by Aggregate and Split Out',
		(run) => {
			const { body, size } = bulkOf(run.stage);
			const chunks = `={{ $json.items.chunk(${size}).map((items) => ({ items })) }}`;
			const batch = batchOf(run.stage.setting);
			return [
				aggregate(modules, 'Edit Fields'),
				fields(modules, chunks, 'Split Out'),
				split(modules, HTTP),
				httpStep(modules, httpNode(run, { body, batch }), []),
			];
		},
		(outcome, stage) => tell(outcome, stage, 0, bulkOf(stage).size),
	);

const pagesOf = ({ pages }: SpeedTask): Pages => {
	if (!pages) throw new Error('The task has no pages that are known before');
	return pages;
};

/** The first page, the numbers of the others by *Edit Fields* and *Split Out*, and all of them with *Batching*. */
export const httpPages = (modules: string): Contender<SpeedTask> =>
	contender(
		'HTTP Request, pages as items',
		(run) => {
			const { first, others, body } = pagesOf(run.stage);
			const batch = batchOf(run.stage.setting);
			const asked = httpStep(modules, httpNode(run, { body: first, singlePage: true }), []);
			return [
				{ ...asked, name: 'First Page', to: [['Edit Fields']] },
				fields(modules, others, 'Split Out'),
				split(modules, HTTP),
				httpStep(modules, httpNode(run, { body, batch, singlePage: true }), []),
			];
		},
		(outcome, stage) => {
			const { error } = outcome.data.resultData;
			const names = ['First Page', HTTP];
			const rows = names.flatMap((name) =>
				outputsOf(outcome, name).flatMap(([good = []]) => good.map(({ json }) => json)),
			);
			const told: Told = { said: [error ? 'failed' : 'done'], rows, warned: false };
			return splitOut(told, stage.http);
		},
	);
