import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { type Credential, saveCredential } from '../../../scripts/n8n/credentials';
import { EdumallsTrigger } from '../../../nodes/Edumalls/EdumallsTrigger.node';
import { PrintXpandTrigger } from '../../../nodes/PrintXpand/PrintXpandTrigger.node';
import { packageName } from '../../../scripts/n8n/package';
import * as workflows from '../../../scripts/n8n/workflows';
import * as dispatch from '../dispatchWorkflow';
import type { Scene } from '../step';
import type { Case, Receiver } from './case';
import { designerCall } from './designer';
import { entityCall } from './entity';
import { event, signed } from './event';

const NODE = 'Called';

const TRIGGERS = [new EdumallsTrigger().description, new PrintXpandTrigger().description];

/** A secret that is nowhere else, not even in what an earlier run has left. */
export const newSecret = (): string => randomBytes(24).toString('base64url');

export const credentialOf = async (
	{ session }: Scene,
	name: string,
	type: string,
	data: Record<string, unknown>,
): Promise<Credential> =>
	await saveCredential(session.request, { name: `Bad input: ${name}`, type, data });

interface Wish {
	name: string;
	/** The trigger's name, and the end of its address. */
	type: string;
	path: string;
	credential?: Credential;
	parameters?: Record<string, unknown>;
	/** Of the trigger; the newest if left out. */
	version?: number;
	/** What follows the trigger. */
	next?: workflows.WorkflowNode;
}

/** The version that the editor gives to a new node. */
function newestOf(type: string): number {
	const trigger = TRIGGERS.find(({ name }) => name === type);
	assert.ok(trigger, `There is no trigger ‘${type}’`);
	return Math.max(...[trigger.version].flat());
}

/** Saves a workflow that starts with a trigger of this package. */
export async function saveListener(scene: Scene, wish: Wish): Promise<dispatch.Listener> {
	const { credential, next, parameters = {} } = wish;
	const webhookId = randomUUID();
	const chosen = credential && { [credential.type]: { id: credential.id, name: credential.name } };
	const trigger: workflows.WorkflowNode = {
		id: randomUUID(),
		name: NODE,
		type: `${packageName}.${wish.type}`,
		typeVersion: wish.version ?? newestOf(wish.type),
		position: [0, 0],
		parameters,
		webhookId,
		...(chosen ? { credentials: chosen } : {}),
	};
	const workflow = await workflows.createWorkflow(scene.session.request, {
		name: `Bad input: ${wish.name}`,
		nodes: [trigger, ...(next ? [next] : [])],
		connections: next ? { [NODE]: { main: [[{ node: next.name, type: 'main', index: 0 }]] } } : {},
		settings: { executionOrder: 'v1' },
	});
	return { workflow, webhookId, url: workflows.webhookUrl(scene.n8n.url, webhookId, wish.path) };
}

/** The same, published. */
async function open(
	scene: Scene,
	wish: Wish,
	secrets: string[],
	good: (url: string) => Case,
): Promise<Receiver> {
	const listener = await saveListener(scene, wish);
	await dispatch.publish(scene, listener);
	return { ...listener, trigger: NODE, secrets, good: () => good(listener.url) };
}

export const EDUMALLS = { type: 'edumallsTrigger', path: 'edumalls', parameters: { events: [] } };

/** A workflow that starts on signed events. The second secret is the previous one. */
export async function openEdumalls(
	scene: Scene,
	name: string,
	secrets: readonly [string, string?],
	more: Partial<Wish> = {},
): Promise<Receiver> {
	const [signingSecret, previousSigningSecret] = secrets;
	const data = { signingSecret, previousSigningSecret };
	const credential = await credentialOf(scene, name, 'edumallsWebhookApi', data);
	const all = secrets.filter((secret) => secret !== undefined);
	return await open(scene, { ...EDUMALLS, name, credential, ...more }, all, (url) =>
		signed(url, event(), signingSecret),
	);
}

/** A workflow that starts on the calls of PrintXpand's designer, with a secret or open to everyone. */
export async function openPrintXpand(
	scene: Scene,
	name: string,
	secret?: string,
): Promise<Receiver> {
	const credential =
		secret === undefined
			? undefined
			: await credentialOf(scene, name, 'printXpandWebhookApi', { secret });
	const wish = { name, type: 'printXpandTrigger', path: 'printxpand', credential };
	return await open(scene, wish, secret === undefined ? [] : [secret], (url) =>
		designerCall(url, secret),
	);
}

/** A workflow that has registered itself in Dispatch; its first secret is that of its address. */
export async function openDispatch(scene: Scene): Promise<Receiver> {
	const listener = await dispatch.saveListener(scene, 'bad input');
	await dispatch.publish(scene, listener);
	const [registered] = await dispatch.needRegistrations(scene, listener, 1);
	assert.ok(registered);
	const secret = dispatch.addressOf(registered).searchParams.get('secret');
	assert.ok(secret);
	const [node] = listener.workflow.nodes;
	const secrets = [secret, scene.sandbox.dispatch.account.apiToken];
	const good = () => entityCall(listener.url, secret);
	return { ...listener, trigger: node?.name ?? '', secrets, good };
}

export async function close(scene: Scene, receivers: readonly Receiver[]): Promise<void> {
	for (const receiver of receivers) await dispatch.removeListener(scene, receiver);
}
