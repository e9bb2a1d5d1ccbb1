import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths';
import { packageName } from '../n8n/package';
import type { N8nRequest } from '../n8n/session';
import * as workflows from '../n8n/workflows';
import type { Credentials } from './credentials';
import { type NodeType, nodeTypes } from './nodeTypes';

const examplesFolder = join(root, 'examples');

/** The node of this package that starts an example once it is active. */
export type Trigger =
	| { by: 'webhook'; node: workflows.WorkflowNode; /** The address it listens on. */ url: string }
	| { by: 'poll'; node: workflows.WorkflowNode };

export interface Example {
	/** Its file in examples/. */
	file: string;
	workflow: workflows.Workflow;
	/** Left out where the example is started by hand. */
	trigger?: Trigger;
}

export function exampleFiles(): string[] {
	if (!existsSync(examplesFolder)) return [];
	const names = readdirSync(examplesFolder).filter((name) => name.endsWith('.json'));
	return names.sort();
}

/** Imports every example as a person would, chooses the credentials, and activates those that are wanted. */
export async function importExamples(
	request: N8nRequest,
	url: string,
	credentials: Credentials,
	isWanted: (example: Example) => boolean = () => true,
): Promise<Example[]> {
	const types = nodeTypes();
	const examples: Example[] = [];
	for (const file of exampleFiles()) {
		const text = readFileSync(join(examplesFolder, file), 'utf8');
		const exported = JSON.parse(text) as workflows.WorkflowExport;
		const old = await workflows.findWorkflow(request, exported.name);
		const bound = withIds(bind(exported, types, credentials), types, old);
		const workflow = old
			? await workflows.updateWorkflow(request, old.id, bound)
			: await workflows.createWorkflow(request, bound);
		examples.push({ file, workflow, trigger: triggerOf(workflow, types, url) });
	}
	for (const { workflow, trigger } of examples.filter(isWanted)) {
		if (!trigger) continue;
		await workflows.activateWorkflow(request, workflow);
		if (trigger.by === 'webhook') await workflows.webhookAnswers(trigger.url);
	}
	return examples;
}

/** Whether an example creates shipments. */
export const ships = ({ workflow }: Pick<Example, 'workflow'>): boolean =>
	workflow.nodes.some(createsShipment);

export type ShippingExample = Example & { trigger: Extract<Trigger, { by: 'webhook' }> };

/** The example of the main job: it starts on an order event and creates a shipment. */
export function shippingExample(examples: readonly Example[]): ShippingExample {
	for (const { trigger, ...example } of examples) {
		if (trigger?.by === 'webhook' && ships(example)) return { ...example, trigger };
	}
	throw new Error('No example in examples/ ships an order that Edumalls tells of');
}

export function createsShipment({ type, parameters }: workflows.WorkflowNode): boolean {
	return type === `${packageName}.edumalls` && parameters.operation === 'createShipment';
}

/** Credentials of n8n's own nodes in the examples. */
const FOREIGN: Record<string, string[]> = { 'n8n-nodes-base.emailSend': ['smtp'] };

function bind(
	exported: workflows.WorkflowExport,
	types: Map<string, NodeType>,
	credentials: Credentials,
): workflows.WorkflowExport {
	const nodes = exported.nodes.map((node) => {
		const chosen: NonNullable<workflows.WorkflowNode['credentials']> = {};
		for (const type of types.get(node.type)?.credentials ?? FOREIGN[node.type] ?? []) {
			const credential = credentials.get(type);
			if (credential) chosen[type] = { id: credential.id, name: credential.name };
		}
		return Object.keys(chosen).length > 0 ? { ...node, credentials: chosen } : node;
	});
	return { ...exported, nodes };
}

/**
 * Nodes keep the ids they got at the first import: the trigger's address stays the same then, and
 * an example that did not change makes no new version.
 */
function withIds(
	workflow: workflows.WorkflowExport,
	types: Map<string, NodeType>,
	old: workflows.Workflow | undefined,
): workflows.WorkflowExport {
	const nodes = workflow.nodes.map((node) => {
		const before = old?.nodes.find(({ name, type }) => name === node.name && type === node.type);
		const id = before?.id ?? randomUUID();
		const listens = types.get(node.type)?.webhookPath !== undefined;
		const webhookId = before?.webhookId ?? (listens ? randomUUID() : undefined);
		return webhookId === undefined ? { ...node, id } : { ...node, id, webhookId };
	});
	return { ...workflow, nodes };
}

function triggerOf(
	{ nodes }: workflows.Workflow,
	types: Map<string, NodeType>,
	url: string,
): Trigger | undefined {
	for (const node of nodes) {
		const { polls, webhookPath } = types.get(node.type) ?? {};
		if (polls) return { by: 'poll', node };
		if (webhookPath === undefined || !node.webhookId) continue;
		return { by: 'webhook', node, url: workflows.webhookUrl(url, node.webhookId, webhookPath) };
	}
	return undefined;
}
