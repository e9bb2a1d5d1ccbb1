import type { IDataObject, IHookFunctions } from 'n8n-workflow';
import { connect, type CallContext, type Connection } from '../shared/connection';
import { Failure, toFailure } from '../shared/failure';
import type { Operation } from '../shared/operation';
import { perform } from '../shared/perform';
import { kindOf, secretFor, withSecret } from '../shared/webhook/address';
import {
	nameWith,
	ownOf,
	sortOut,
	tagsOf,
	type Registered,
	type Tags,
} from '../shared/webhook/registration';
import { dispatch } from './marketplace';
import { masking } from './masking';
import { workflows } from './resources/workflow';
import { configure } from './resources/workflowConfigure';
import { ENTITY_TYPES, getEvery } from './resources/workflowLists';

/** What the user chose in the trigger node. */
export interface Wanted {
	entityType: string;
	triggerId: string;
	conditions: IDataObject;
	/** How the account's API names the address of the webhook, which the reference does not say. */
	addressField: string;
	/** What else the account's API wants in the action. */
	actionFields: IDataObject;
}

/** The node's place at Dispatch: where it writes to, and under which marks. */
interface Place {
	connection: Connection;
	wanted: Wanted;
	/** With the secret in it. */
	address: string;
	secret: string;
	tags: Tags;
	name: string;
}

const find: Operation = { ...getEvery, name: 'Find Webhook' };
const remove: Operation = { ...workflows.operations.delete, name: 'Remove Webhook' };

/** The call of *Workflow: Configure*, with a body of this trigger's own. */
const add = (body: IDataObject): Operation => {
	const { action, description, effect, method, path } = configure;
	const request: Operation['request'] = (call) => ({ ...call, body });
	return { name: 'Register Webhook', action, description, effect, method, path, request };
};

const registered = ({ guid, name, isActive }: IDataObject): Registered => ({
	id: String(guid),
	name: String(name),
	isActive: isActive === true,
});

/** All registrations, of every entity type: the user may have chosen another one before. */
async function allOf({ connection, wanted }: Place): Promise<Registered[]> {
	const lists = Object.keys(ENTITY_TYPES).map(async (entityType) => {
		try {
			return (await perform(connection, find, { entityType })).map(registered);
		} catch (error) {
			const failure = toFailure(error);
			const { facts } = failure;
			// The reference contradicts itself on whether Product is one of them.
			const isUnknown = facts.kind === 'notFound' || facts.status === 400 || facts.status === 404;
			if (isUnknown && entityType !== wanted.entityType) return [];
			throw failure;
		}
	});
	return (await Promise.all(lists)).flat();
}

async function removeAll({ connection }: Place, all: Registered[]): Promise<void> {
	for (const { id } of all) {
		try {
			await perform(connection, remove, { workflowId: { mode: 'id', value: id } });
		} catch (error) {
			const failure = toFailure(error);
			// Someone else was quicker, which is as well.
			if (failure.facts.kind !== 'notFound') throw failure;
		}
	}
}

const ADVICE =
	"Check the trigger and the conditions. If Dispatch names the webhook's address otherwise, set 'Address Field' in the options";

async function create({ connection, wanted, address, secret, name }: Place): Promise<void> {
	const { entityType, triggerId, conditions, addressField, actionFields } = wanted;
	const action = { type: 'webhook', [addressField]: address, ...actionFields };
	try {
		await perform(connection, add({ name, entityType, triggerId, action, conditions }), {});
	} catch (error) {
		// Dispatch may repeat the address that it does not like.
		const { facts } = masking({ Secret: secret }).failure(toFailure(error));
		const refused = facts.outcome === 'refused' && facts.status === 400;
		const failure = new Failure(refused ? { ...facts, advice: ADVICE } : facts);
		throw failure;
	}
}

/** The node's place, made of what does not change as long as it is the same node. */
export async function placeOf(context: IHookFunctions, wanted: Wanted): Promise<Place> {
	const connection = await connect(context as unknown as CallContext, dispatch);
	const url = context.getNodeWebhookUrl('default') ?? '';
	const { apiToken } = await context.getCredentials(dispatch.credential);
	const secret = secretFor(url, String(apiToken).trim());
	const address = withSecret(url, secret);
	const workflow = context.getWorkflow();
	const node = context.getNode();
	const kind = kindOf(url, node.webhookId ?? String(workflow.id));
	const owner = [context.getInstanceId(), workflow.id, node.id, kind];
	const { entityType, triggerId, conditions, addressField, actionFields } = wanted;
	const content = [address, entityType, triggerId, conditions, addressField, actionFields];
	const tags = tagsOf(owner, content);
	const name = nameWith(`n8n: ${node.name}`, tags);
	return { connection, wanted, address, secret, tags, name };
}

/** Whether the registration is there as it should be. What is there of this node and should not be, goes. */
export async function isRegistered(place: Place): Promise<boolean> {
	const { keep, remove: others } = sortOut(await allOf(place), place.tags);
	await removeAll(place, others);
	return keep !== undefined;
}

/** Registers the webhook. Where that fails, nothing is left behind. */
export async function register(place: Place): Promise<void> {
	try {
		await create(place);
	} catch (error) {
		const failure = toFailure(error);
		// An answer that got lost may have been a success.
		if (failure.facts.outcome === 'unknown' && (await isRegistered(place))) return;
		throw failure;
	}
}

/** Removes what is registered for this node, whatever it says. */
export async function unregister(place: Place): Promise<void> {
	await removeAll(place, ownOf(await allOf(place), place.tags));
}
