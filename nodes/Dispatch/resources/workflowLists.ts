import { choice, flag, type Extra } from '../../shared/fields';
import { record } from '../../shared/locators';
import type { Operation } from '../../shared/operation';

/** By stored value, which is also what the API takes. */
export const ENTITY_TYPES = {
	Order: 'Order',
	Shipment: 'Shipment',
	Customer: 'Customer',
	Product: 'Product',
};

/** What a workflow is about. */
export const entityType = (extra: Extra) =>
	choice('Entity Type', ENTITY_TYPES, { initially: 'Order', ...extra });

/** What lists are asked with. */
export const listed = entityType({
	required: true,
	description:
		'What the workflows are about. Whether Product has triggers is not certain: the reference says both.',
});

/** Not paged. */
const list = { records: 'data', key: ['guid'] };

/** The triggers that an account has for an entity type. */
export const getTriggers: Operation = {
	name: 'Get Triggers',
	action: 'Get workflow triggers',
	description: 'Retrieve a list of what can start a workflow, for one entity type',
	effect: 'read',
	method: 'GET',
	path: '/api/workflows/triggers/{entityType}',
	fields: { entityType: listed },
	list,
};

/** The workflows of an account for an entity type. */
export const getAll: Operation = {
	name: 'Get Many',
	action: 'Get many workflows',
	description: 'Retrieve a list of the configured workflows of one entity type',
	effect: 'read',
	method: 'GET',
	path: '/api/workflows/{entityType}/configured',
	fields: { entityType: listed },
	optional: {
		managed: flag('Managed', {
			initially: true,
			description:
				'Whether to include managed workflows. What Dispatch does without this filter is not documented.',
		}),
	},
	list,
};

/** The same list with managed workflows, whatever Dispatch leaves out by itself. */
export const getEvery: Operation = {
	...getAll,
	request: (call) => ({ ...call, query: { ...call.query, managed: true } }),
};

/** What starts a workflow. */
export const triggerId = record(
	'Trigger',
	{
		method: 'searchTriggers',
		list: () => getTriggers,
		choice: ({ guid, name, code }) => ({
			label: `${String(name)} · ${String(code)}`,
			value: String(guid),
		}),
		dependsOn: ['entityType'],
	},
	{
		list: {},
		id: { label: 'By ID', placeholder: 'e.g. 9a1b2c3d-4e5f-4a6b-8c7d-0e1f2a3b4c5d' },
	},
	{ description: 'What starts the workflow; the list shows the triggers of the entity type' },
);

const stateOf = (isActive: unknown) => (isActive === true ? 'active' : 'inactive');

/** A workflow of Dispatch, not one of n8n. */
export const workflowId = record(
	'Workflow',
	{
		method: 'searchWorkflows',
		list: () => getEvery,
		choice: ({ guid, name, trigger, action, isActive }) => ({
			label: `${String(name)} · ${String(trigger)} → ${String(action)} · ${stateOf(isActive)}`,
			value: String(guid),
		}),
		dependsOn: ['entityType'],
	},
	{
		list: {},
		id: { label: 'By ID', placeholder: 'e.g. 3c4d5e6f-7a8b-4c9d-8e0f-1a2b3c4d5e6f' },
	},
	{ description: "The workflow of Dispatch, by its 'guid'" },
);

/** Says which workflows the list shows; it is not sent. */
export const listedEntityType = entityType({
	in: 'none',
	description: "Which workflows the list shows; it does not matter for a workflow given 'By ID'",
});
