import { DataDeduplicationService, PollContext, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	type DeduplicationItemTypes,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type IPollFunctions,
	type WorkflowActivateMode,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { ElryanApi } from '../../credentials/ElryanApi.credentials';
import { ElryanTrigger } from '../../nodes/Elryan/ElryanTrigger.node';
import { startSandbox } from '../../sandbox';
import { createEngine } from '../engine';

/** What n8n's database knows of each trigger; read and written in two steps, as there. */
const processed = new Map<string, DeduplicationItemTypes[]>();
const untilLater = async () => await new Promise<void>((resolve) => setImmediate(resolve));

void DataDeduplicationService.init({
	async checkProcessedAndRecord(items, _scope, { node }, { maxEntries }) {
		const known = processed.get(node?.id ?? '') ?? [];
		await untilLater();
		const fresh = items.filter((item) => !known.includes(item));
		processed.set(node?.id ?? '', [...known, ...fresh].slice(-(maxEntries ?? 0)));
		return { new: fresh, processed: items.filter((item) => known.includes(item)) };
	},
	async removeProcessed(items, _scope, { node }) {
		const known = processed.get(node?.id ?? '') ?? [];
		processed.set(
			node?.id ?? '',
			known.filter((item) => !items.includes(item)),
		);
	},
	clearAllProcessedItems: async () => {},
	getProcessedDataCount: async () => 0,
});

/** What n8n fails to store of a poll that puts something out. */
export type Lost = 'execution' | 'cursor';

interface Options {
	event: string;
	simple?: boolean;
	/** Of the trigger. */
	options?: IDataObject;
	/** Settings of the sandbox. */
	elryan?: IDataObject;
	/** n8n's durable scheduler: a copy of the cursor for each poll, stored together with the execution. */
	durable?: boolean;
	/** How long a poll may take. */
	budgetMs?: number;
	/** Called with a new name at each start of n8n. */
	onStart(run: string): void;
}

let runs = 0;

/** The Elryan trigger in an n8n that can be stopped and started; what it stored is all that outlives a stop. */
export async function openTrigger({ event, simple = false, durable = false, ...more }: Options) {
	const { elryan, close } = await startSandbox({ elryan: { seed: 'empty', ...more.elryan } });
	const engine = createEngine({
		nodes: [ElryanTrigger],
		credentialTypes: [ElryanApi],
		credentials: {
			elryanApi: {
				environment: 'custom',
				baseUrl: elryan.url,
				authentication: 'apiToken',
				apiToken: elryan.account.apiToken,
			},
		},
	});
	processed.clear();
	const set = { event, simple, options: more.options ?? {} };
	let base = engine.workflowOf('elryanTrigger', { parameters: set });
	let stored: IDataObject = {};
	const boot = () => {
		more.onStart(`run ${++runs}`);
		const workflow = engine.toWorkflow(base);
		const node = workflow.getNode('Node') as INode;
		workflow.staticData = { [`node:${node.name}`]: structuredClone(stored) };
		return { workflow, node };
	};
	let n8n = boot();
	const emitted: IDataObject[] = [];
	const warned: string[] = [];

	/** Runs the workflow from the trigger on, as n8n does with what a poll has put out. */
	async function execute(items: INodeExecutionData[][], mode: WorkflowExecuteMode = 'trigger') {
		const workflow = engine.toWorkflow(base);
		const node = workflow.getNode('Node') as INode;
		const main = structuredClone(items);
		const runData = createRunExecutionData({
			executionData: { nodeExecutionStack: [{ node, data: { main }, source: null }] },
		});
		const { data } = await new WorkflowExecute(
			engine.additionalData(base),
			mode,
			runData,
		).processRunExecutionData(workflow);
		const { error, runData: runs } = data.resultData;
		if (error) throw new Error(error.message);
		return runs.Node[0].data?.main[0] ?? [];
	}

	const copyOf = (data: IDataObject) => JSON.parse(JSON.stringify(data)) as IDataObject;

	/** What a poll sees of n8n. Without the durable scheduler it is the same one as long as n8n runs. */
	function toContext(activation: WorkflowActivateMode) {
		const { workflow, node } = n8n;
		const data = durable ? copyOf(stored) : workflow.getStaticData('node', node);
		const context = new PollContext(
			workflow,
			node,
			engine.additionalData(base),
			'trigger',
			activation,
			undefined,
			undefined,
			async () => void (durable && (stored = copyOf(data))),
			undefined,
			() => data,
			more.budgetMs === undefined ? undefined : () => more.budgetMs as number,
		);
		const logger = { warn: (text: string) => void warned.push(text) };
		Object.defineProperty(context, 'logger', { value: logger });
		return { context: context as unknown as IPollFunctions, data };
	}
	let activated = toContext('activate');

	/** One poll; gives what it put out. Where n8n loses nothing, the workflow runs with it. */
	async function poll(lost?: Lost, activating = false) {
		const { context, data } = durable && !activating ? toContext('update') : activated;
		const output = await new ElryanTrigger().poll.call(context);
		if (durable && lost) return output?.[0];
		const isStored = durable
			? (output ?? !activating)
			: (output ?? activating) && lost !== 'cursor';
		if (isStored) stored = copyOf(data);
		if (output && lost !== 'execution') {
			emitted.push(...(await execute(output)).map(({ json }) => json));
		}
		return output?.[0];
	}

	return {
		elryan,
		close,
		/** What reached the workflow, over all executions. */
		emitted,
		/** What n8n's log was told. */
		warned,
		execute,
		poll,
		stored: () => stored,
		/** Publishes the workflow anew, with other parameters; gives what the first poll put out. */
		async publish(parameters: IDataObject) {
			base = engine.workflowOf('elryanTrigger', { parameters: { ...set, ...parameters } });
			n8n = boot();
			activated = toContext('activate');
			return await poll(undefined, true);
		},
		/** Stops n8n and starts it again; without the durable scheduler it polls at once. */
		async restart(lost?: Lost) {
			n8n = boot();
			activated = toContext('init');
			return durable ? undefined : await poll(lost, true);
		},
	};
}
