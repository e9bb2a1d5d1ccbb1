import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { type Execution, finishedExecution, listExecutions } from '../../scripts/n8n/executions';
import { packageName } from '../../scripts/n8n/package';
import * as workflows from '../../scripts/n8n/workflows';
import { eventually, failureOf } from '../../scripts/stage/orders';
import type { EntityType, Workflow as Registration } from '../../sandbox/dispatch/types';
import { TRIGGERS } from '../../sandbox/dispatch/triggers';
import { needCredentials, type Scene } from './step';

/** Long enough for n8n to have stored an execution, one that it should not have started too. */
const QUIET_MS = 1_000;

const on = (entityType: EntityType, code: string) => ({
	entityType,
	triggerId: {
		__rl: true,
		mode: 'list',
		value: TRIGGERS[entityType].find((trigger) => trigger.code === code)?.guid,
	},
});

export const shipmentDelivered = on('Shipment', 'shipment_delivered');
export const orderCreated = on('Order', 'order_created');

/** A workflow of n8n that starts with a Dispatch Trigger, and that trigger's place. */
export interface Listener {
	workflow: workflows.Workflow;
	/** Of the trigger node: a part of all its addresses. */
	webhookId: string;
	/** Where it listens once it is published. */
	url: string;
}

interface Wish {
	parameters?: Record<string, unknown>;
	credential?: { id: string; name: string };
}

/** Saves a workflow that starts when a shipment is delivered. It is not published yet. */
export async function saveListener(scene: Scene, name: string, wish: Wish = {}): Promise<Listener> {
	const { id, name: called } =
		wish.credential ?? needCredentials(scene).get('cargoPilotDispatchApi') ?? {};
	assert.ok(id && called, 'There is no credential of Dispatch');
	const webhookId = randomUUID();
	const trigger: workflows.WorkflowNode = {
		id: randomUUID(),
		name: 'Delivered',
		type: `${packageName}.dispatchTrigger`,
		typeVersion: 1,
		position: [0, 0],
		parameters: { ...shipmentDelivered, ...wish.parameters },
		webhookId,
		credentials: { cargoPilotDispatchApi: { id, name: called } },
	};
	const workflow = await workflows.createWorkflow(scene.session.request, {
		name: `Dispatch: ${name}`,
		nodes: [trigger],
		connections: {},
		settings: { executionOrder: 'v1' },
	});
	return { workflow, webhookId, url: workflows.webhookUrl(scene.n8n.url, webhookId, 'dispatch') };
}

/** The address that a registration calls. */
export const addressOf = ({ action }: Registration): URL => new URL(String(action.url));

/** What Dispatch has of this listener at this moment: those of its tests too. */
export const registrationsOf = ({ sandbox }: Scene, { webhookId }: Listener): Registration[] =>
	sandbox.dispatch.store.workflows.filter(
		(one) => one.action.type === 'webhook' && addressOf(one).pathname.includes(webhookId),
	);

/** Waits for this many registrations, makes sure that there are no more a moment later, and gives them. */
export async function needRegistrations(
	scene: Scene,
	listener: Listener,
	count: number,
): Promise<Registration[]> {
	const found = () => registrationsOf(scene, listener);
	await eventually(() => (found().length === count ? true : undefined), 10_000);
	await delay(500);
	assert.equal(found().length, count, 'registrations in Dispatch');
	return found();
}

export async function publish(scene: Scene, { workflow, url }: Listener): Promise<void> {
	await workflows.activateWorkflow(scene.session.request, workflow);
	await workflows.webhookAnswers(url);
}

/** Takes the workflow away, published or not. */
export async function removeListener(scene: Scene, { workflow }: Listener): Promise<void> {
	await workflows.deactivateWorkflow(scene.session.request, workflow.id);
	await workflows.deleteWorkflow(scene.session.request, workflow.id);
}

/** A shipment is made and delivered; comes back when all calls of webhooks are answered. */
export async function deliver({ sandbox }: Scene, fields: Record<string, unknown> = {}) {
	const { entity } = await sandbox.dispatch.create('Shipment', fields);
	await sandbox.dispatch.setStatus('Shipment', entity.guid, 'delivered');
	return { ...entity };
}

/** The executions that something starts, each at a good end. */
export async function startedBy(
	{ session: { request } }: Scene,
	{ workflow: { id } }: Pick<Listener, 'workflow'>,
	act: () => Promise<void>,
): Promise<Execution[]> {
	const before = new Set((await listExecutions(request, id)).map((one) => one.id));
	await act();
	await delay(QUIET_MS);
	const summaries = await listExecutions(request, id);
	const fresh = summaries.filter((one) => !before.has(one.id));
	const all = await Promise.all(fresh.map((one) => finishedExecution(request, one.id)));
	for (const execution of all) assert.equal(failureOf(execution), undefined);
	return all;
}

/** Gives the trigger node other parameters. They hold once they are published. */
export async function change(
	{ session: { request } }: Scene,
	{ workflow, ...listener }: Listener,
	parameters: Record<string, unknown>,
): Promise<Listener> {
	const nodes = workflow.nodes.map((node) => ({
		...node,
		parameters: { ...node.parameters, ...parameters },
	}));
	const { name, connections, settings } = workflow;
	const wanted = { name, nodes, connections, settings };
	return { ...listener, workflow: await workflows.updateWorkflow(request, workflow.id, wanted) };
}

/** As *Execute step* in the editor: waits for one call at the test address. */
export async function listen({ session }: Scene, { workflow }: Listener): Promise<void> {
	const name = workflow.nodes.find(({ type }) => type.endsWith('.dispatchTrigger'))?.name;
	const { waitingForWebhook } = await session.request<{ waitingForWebhook?: boolean }>(
		'POST',
		`/rest/workflows/${workflow.id}/run`,
		{ triggerToStartFrom: { name } },
	);
	assert.ok(waitingForWebhook, 'n8n does not listen');
}

export async function stopListening({ session }: Scene, { workflow }: Listener): Promise<void> {
	await session.request('DELETE', `/rest/test-webhook/${workflow.id}`);
}
