import type { IDataObject, IHookFunctions } from 'n8n-workflow';
import { at, isRecord, type Call } from '../shared/call';
import { connect, type CallContext, type Connection } from '../shared/connection';
import { Failure, toFailure } from '../shared/failure';
import type { Effect } from '../shared/operation';
import { DEFAULT_CAP, send } from '../shared/send';
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

const TIMEOUT_MS = 30_000;
const ENTITY_TYPES = ['Order', 'Shipment', 'Customer', 'Product'];

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
	address: string;
	tags: Tags;
	name: string;
}

async function ask(
	connection: Connection,
	call: Pick<Call, 'method' | 'path'> & { body?: unknown },
	operation: { name: string; effect: Effect; deletes?: true },
): Promise<unknown> {
	const terms = { cap: DEFAULT_CAP, timeoutMs: TIMEOUT_MS, body: operation.deletes ? ('optional' as const) : undefined };
	const full: Call = { query: {}, headers: {}, ...call };
	const { effect } = operation;
	const { body } = await send(connection, full, { ...terms, operation, effect });
	return at(body, 'data');
}

async function listOf(connection: Connection, entityType: string): Promise<Registered[]> {
	const path = `/api/workflows/${entityType}/configured`;
	const name = 'look for the registered workflow';
	const data = await ask(connection, { method: 'GET', path }, { name, effect: 'read' });
	return (Array.isArray(data) ? data : [])
		.filter(isRecord)
		.map(({ guid, name: called, isActive }) => ({
			id: String(guid),
			name: String(called),
			isActive: isActive === true,
		}));
}

/** All registrations, of every entity type: the user may have chosen another one before. */
async function allOf({ connection, wanted }: Place): Promise<Registered[]> {
	const lists = ENTITY_TYPES.map(async (entityType) => {
		try {
			return await listOf(connection, entityType);
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

async function remove({ connection }: Place, all: Registered[]): Promise<void> {
	for (const { id } of all) {
		const path = `/api/workflows/configured/${encodeURIComponent(id)}`;
		const name = 'remove the registered workflow';
		await ask(connection, { method: 'DELETE', path }, { name, effect: 'set', deletes: true });
	}
}

const ADVICE =
	"Check the trigger and the conditions. If Dispatch names the webhook's address otherwise, set 'Address Field' in the options";

async function create({ connection, wanted, address, name }: Place): Promise<void> {
	const { entityType, triggerId, conditions, addressField, actionFields } = wanted;
	const action = { type: 'webhook', [addressField]: address, ...actionFields };
	const body = { name, entityType, triggerId, action, conditions };
	const what = 'register the webhook';
	const call = { method: 'POST' as const, path: '/api/workflows/configure', body };
	try {
		await ask(connection, call, { name: what, effect: 'act' });
	} catch (error) {
		const { facts } = toFailure(error);
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
	const address = withSecret(url, secretFor(url, String(apiToken).trim()));
	const workflow = context.getWorkflow();
	const node = context.getNode();
	const kind = kindOf(url, node.webhookId ?? String(workflow.id));
	const owner = [context.getInstanceId(), workflow.id, node.id, kind];
	const { entityType, triggerId, conditions, addressField, actionFields } = wanted;
	const content = [address, entityType, triggerId, conditions, addressField, actionFields];
	const tags = tagsOf(owner, content);
	return { connection, wanted, address, tags, name: nameWith(`n8n: ${node.name}`, tags) };
}

/** Whether the registration is there as it should be. What is there of this node and should not be, goes. */
export async function isRegistered(place: Place): Promise<boolean> {
	const { keep, remove: others } = sortOut(await allOf(place), place.tags);
	await remove(place, others);
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
	await remove(place, ownOf(await allOf(place), place.tags));
}
