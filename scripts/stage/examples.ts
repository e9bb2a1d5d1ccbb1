import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths';
import { packageName } from '../n8n/package';
import type { N8nRequest } from '../n8n/session';
import * as workflows from '../n8n/workflows';
import type { Credentials } from './credentials';

const examplesFolder = join(root, 'examples');

export interface Example {
	/** Its file in examples/. */
	file: string;
	workflow: workflows.Workflow;
	/** The Edumalls Trigger in it, if there is one, and the address it listens on. */
	trigger?: { node: workflows.WorkflowNode; url: string };
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
	const needs = credentialsByNodeType();
	const examples: Example[] = [];
	for (const file of exampleFiles()) {
		const text = readFileSync(join(examplesFolder, file), 'utf8');
		const exported = JSON.parse(text) as workflows.WorkflowExport;
		const old = await workflows.findWorkflow(request, exported.name);
		const bound = withIds(bind(exported, needs, credentials), old);
		const workflow = old
			? await workflows.updateWorkflow(request, old.id, bound)
			: await workflows.createWorkflow(request, bound);
		examples.push({ file, workflow, trigger: triggerOf(workflow, url) });
	}
	for (const { workflow, trigger } of examples.filter(isWanted)) {
		if (!trigger) continue;
		await workflows.activateWorkflow(request, workflow);
		await workflows.webhookAnswers(trigger.url);
	}
	return examples;
}

/** Whether an example creates shipments. */
export const ships = ({ workflow }: Pick<Example, 'workflow'>): boolean =>
	workflow.nodes.some(createsShipment);

export type ShippingExample = Example & Required<Pick<Example, 'trigger'>>;

/** The example of the main job: it starts on an order event and creates a shipment. */
export function shippingExample(examples: readonly Example[]): ShippingExample {
	for (const { trigger, ...example } of examples) {
		if (trigger && ships(example)) return { ...example, trigger };
	}
	throw new Error('No example in examples/ ships an order that Edumalls tells of');
}

export function createsShipment({ type, parameters }: workflows.WorkflowNode): boolean {
	return type === `${packageName}.edumalls` && parameters.operation === 'createShipment';
}

interface NodeDescription {
	name: string;
	credentials?: Array<{ name: string }>;
}

/** From the built package's own list, so that a new node needs no line here. */
function credentialsByNodeType(): Map<string, string[]> {
	const text = readFileSync(join(root, 'dist', 'types', 'nodes.json'), 'utf8');
	const described = JSON.parse(text) as NodeDescription[];
	return new Map(
		described.map(({ name, credentials = [] }) => [
			`${packageName}.${name}`,
			credentials.map((credential) => credential.name),
		]),
	);
}

function bind(
	exported: workflows.WorkflowExport,
	needs: Map<string, string[]>,
	credentials: Credentials,
): workflows.WorkflowExport {
	const nodes = exported.nodes.map((node) => {
		const chosen: NonNullable<workflows.WorkflowNode['credentials']> = {};
		for (const type of needs.get(node.type) ?? []) {
			const credential = credentials.get(type);
			if (credential) chosen[type] = { id: credential.id, name: credential.name };
		}
		return Object.keys(chosen).length > 0 ? { ...node, credentials: chosen } : node;
	});
	return { ...exported, nodes };
}

const isTrigger = (node: workflows.WorkflowNode) => node.type === `${packageName}.edumallsTrigger`;

/**
 * Nodes keep the ids they got at the first import: the trigger's address stays the same then, and
 * an example that did not change makes no new version.
 */
function withIds(
	workflow: workflows.WorkflowExport,
	old: workflows.Workflow | undefined,
): workflows.WorkflowExport {
	const nodes = workflow.nodes.map((node) => {
		const before = old?.nodes.find(({ name, type }) => name === node.name && type === node.type);
		const id = before?.id ?? randomUUID();
		const webhookId = before?.webhookId ?? (isTrigger(node) ? randomUUID() : undefined);
		return webhookId === undefined ? { ...node, id } : { ...node, id, webhookId };
	});
	return { ...workflow, nodes };
}

function triggerOf(workflow: workflows.Workflow, url: string): Example['trigger'] {
	const node = workflow.nodes.find(isTrigger);
	if (!node?.webhookId) return undefined;
	return { node, url: workflows.webhookUrl(url, node.webhookId, 'edumalls') };
}
