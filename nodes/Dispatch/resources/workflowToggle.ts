import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/call';
import { Failure, toFailure } from '../../shared/failure';
import { choice } from '../../shared/fields';
import type { Operation, Work } from '../../shared/operation';
import { toCall } from '../../shared/request';
import { ENTITY_TYPES, entityType, getEvery, workflowId } from './workflowLists';

const STATES: Record<string, string> = { active: 'Active', inactive: 'Inactive', flip: 'Flip' };

/** The API can only flip: whether that is wanted shows in the list of workflows, since none is read alone. */
export const toggle: Operation = {
	name: 'Toggle',
	action: 'Toggle workflow',
	description: 'Switch a workflow on or off; only one that is not as wanted yet is changed',
	effect: 'act',
	method: 'GET',
	path: '/api/workflows/configured/{workflowId}/toggle',
	record: 'data',
	fields: {
		entityType: entityType({
			in: 'none',
			description:
				"Which workflows the list shows. A workflow given 'By ID' is looked for here first, then among the others.",
		}),
		workflowId,
		state: choice('State', STATES, {
			in: 'none',
			initially: 'active',
			description:
				"What the workflow shall be. 'Active' and 'Inactive' look first and do nothing where it is so already; 'Flip' changes it to the other, unseen.",
		}),
	},
	checks: [
		({ state }) =>
			Object.hasOwn(STATES, String(state))
				? undefined
				: [`'State' cannot be '${String(state)}'`, "It is 'active', 'inactive' or 'flip'"],
	],
	run,
	verify:
		"Run it again with the state 'Active' or 'Inactive': it looks first what the workflow is now",
};

async function run({ connection, values, perform }: Work): Promise<IDataObject[]> {
	const { workflowId: located, entityType: first, state } = values;
	// Refuses now what could not be sent later.
	toCall(toggle, values, connection);
	const flip = async () =>
		(await perform(toggle, values)).map((row) => ({ ...row, changed: true }));
	if (state === 'flip') return await flip();

	const id = isRecord(located) ? String(located.value).trim() : '';
	const wanted = state === 'active';
	const { guid = id, isActive } = await find(id, first, perform);
	if (typeof isActive !== 'boolean') throw unclear(id);
	if (isActive === wanted) return [{ guid, isActive, changed: false }];
	const rows = await flip();
	if (rows.some((row) => 'isActive' in row && row.isActive !== wanted)) throw crossed(wanted);
	return rows;
}

/** Looks for a workflow in the lists of all entity types, the likely one first. */
async function find(id: string, first: unknown, perform: Work['perform']): Promise<IDataObject> {
	const types = Object.keys(ENTITY_TYPES);
	const inOrder = [
		...types.filter((type) => type === first),
		...types.filter((type) => type !== first),
	];
	const isMeant = ({ guid }: IDataObject) => String(guid).toLowerCase() === id.toLowerCase();
	for (const type of inOrder) {
		const list = await listOf(type, perform, type !== first);
		const found = list.find(isMeant);
		if (found) return found;
	}
	throw new Failure({
		title: `Dispatch has no workflow '${id}'`,
		advice:
			"It may have been deleted, or belong to another account; 'Workflow: Get Many' lists the workflows, with their IDs as 'guid'",
		outcome: 'refused',
		kind: 'notFound',
	});
}

/** The workflows of an entity type. The reference contradicts itself on whether Product is one. */
async function listOf(
	type: string,
	perform: Work['perform'],
	mayBeUnknown: boolean,
): Promise<IDataObject[]> {
	try {
		return await perform(getEvery, { entityType: type });
	} catch (error) {
		const failure = toFailure(error);
		const isUnknown = failure.facts.status === 400 || failure.facts.status === 404;
		if (mayBeUnknown && isUnknown) return [];
		throw failure;
	}
}

const unclear = (id: string) =>
	new Failure({
		title: `Dispatch does not say whether the workflow '${id}' is active`,
		advice: "Nothing was changed. To change it unseen, choose the state 'Flip'",
		outcome: 'refused',
	});

const crossed = (wanted: boolean) =>
	new Failure({
		title: `The workflow is ${wanted ? 'inactive' : 'active'} now, though it was to be ${wanted ? 'active' : 'inactive'}`,
		advice: 'Someone else switched it at the same time. Run it again if it is still wanted',
		outcome: 'refused',
	});
