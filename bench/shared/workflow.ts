import { WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	type ICredentialType,
	type IDataObject,
	type INode,
	type IRun,
	type ITaskData,
	type IWorkflowBase,
} from 'n8n-workflow';
import { createEngine, type NodeUnderTest } from '../../test/engine';
import type { CredentialStore } from '../../test/engine/credentialsHelper';
import type { NodeClass } from './runtimeNodes';

/** One node of a workflow, and where its outputs lead. */
export interface Step extends Omit<NodeUnderTest, 'settings'> {
	name: string;
	type: NodeClass;
	settings: Partial<INode> & { typeVersion: number };
	/** By output: the names of the next nodes. */
	to?: string[][];
}

export interface Secrets {
	types: Array<new () => ICredentialType>;
	values: CredentialStore;
}

const NO_SECRETS: Secrets = { types: [], values: {} };

const toConnections = (steps: Step[]): IWorkflowBase['connections'] =>
	Object.fromEntries(
		[{ name: 'Start', to: [[steps[0]?.name ?? '']] }, ...steps].map(({ name, to = [] }) => [
			name,
			{ main: to.map((next) => next.map((node) => ({ node, type: 'main' as const, index: 0 }))) },
		]),
	);

/** A workflow of several of n8n's own nodes on n8n's engine, made ready: manual trigger → steps. */
export function openWorkflow(steps: Step[], secrets: Secrets = NO_SECRETS) {
	const engine = createEngine({
		nodes: [...new Set(steps.map(({ type }) => type))],
		credentialTypes: secrets.types,
		credentials: secrets.values,
	});
	const nodes = steps.map(({ name, type, parameters, onError, retryOnFail, settings }, index) => {
		const described = new type().description.name;
		const [, made] = engine.workflowOf(described, {
			parameters,
			onError,
			retryOnFail,
			settings,
		}).nodes;
		if (!made) throw new Error(`There is no node for ${name}`);
		return { ...made, id: String(index + 2), name };
	});
	const [first] = steps;
	if (!first) throw new Error('A workflow needs a step');
	const bare = engine.workflowOf(new first.type().description.name, { parameters: {} });
	const [start] = bare.nodes;
	if (!start) throw new Error('A workflow needs a start');
	const base: IWorkflowBase = {
		...bare,
		nodes: [start, ...nodes],
		connections: toConnections(steps),
	};

	/** Runs it over the input items. */
	return async (input: IDataObject[]): Promise<IRun> => {
		const workflow = engine.toWorkflow(base);
		const node = workflow.getStartNode();
		if (!node) throw new Error('A workflow needs a start');
		const data = { main: [input.map((json) => ({ json }))] };
		const execution = createRunExecutionData({
			executionData: { nodeExecutionStack: [{ node, data, source: null }] },
		});
		const additional = engine.additionalData(base);
		return await new WorkflowExecute(additional, 'manual', execution).processRunExecutionData(
			workflow,
		);
	};
}

/** What a node put out, run by run; each output is a list of rows. */
export function outputsOf({ data }: IRun, name: string) {
	const tasks: ITaskData[] = data.resultData.runData[name] ?? [];
	return tasks.map((task) => (task.data?.main ?? []).map((branch) => branch ?? []));
}
