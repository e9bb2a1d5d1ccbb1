import { readFileSync } from 'node:fs';
import type { INodeProperties } from 'n8n-workflow';
import { parse } from 'yaml';
import { Dispatch } from '../../nodes/Dispatch/Dispatch.node';
import { DispatchTrigger } from '../../nodes/Dispatch/DispatchTrigger.node';

const shownFor = (operation: string): INodeProperties[] =>
	new Dispatch().description.properties.filter(({ displayOptions }) => {
		const { resource, operation: on } = displayOptions?.show ?? {};
		return resource?.includes('workflow') && on?.includes(operation);
	});

const inside = (all: INodeProperties[], collection: string): INodeProperties[] =>
	(all.find(({ name }) => name === collection)?.options ?? []) as INodeProperties[];

interface ActionSchema {
	properties: Record<string, unknown>;
}

const { components } = parse(readFileSync('specs/dispatch.openapi.yaml', 'utf8')) as {
	components: { schemas: Record<string, ActionSchema> };
};

/** The fields that the node has for the actions, each with one of the actions that show it. */
const actionFields = shownFor('configure').flatMap((property) => {
	const types = property.displayOptions?.show?.actionType ?? [];
	return types.map((type) => [property.name, String(type), property] as const);
});

it('has fields for every action', () => {
	expect(actionFields.map(([name, type]) => `${type} ${name}`).sort()).toEqual([
		'send_email actionRecipient',
		'send_email actionTemplate',
		'send_push actionRecipient',
		'send_push actionTemplate',
		'update_status actionStatus',
		'webhook actionUrl',
	]);
});

const isDocumented = (name: string, type: string) =>
	name.replace('action', '').toLowerCase() in components.schemas[type].properties;

it.each(actionFields.filter(([name, type]) => !isDocumented(name, type)))(
	'%s of %s says that it is not documented',
	(_, type, { description }) => {
		const words = type === 'send_push' ? 'for push notifications the field itself' : 'This field';
		expect(description).toContain(`${words} is not documented`);
	},
);

it('says of which conditions nothing is documented, and how other fields are given', () => {
	const more = inside(shownFor('configure'), 'additionalFields');
	const conditions = more.find(({ name }) => name === 'conditions');
	expect(JSON.stringify(conditions)).toContain('Only status is documented');
	const { properties } = new DispatchTrigger().description;
	const [addressField] = inside(properties, 'options');
	expect(addressField.description).toContain('The reference does not say');
});

it('flips no workflow unless that is chosen', () => {
	const state = shownFor('toggle').find(({ name }) => name === 'state');
	expect(state).toMatchObject({ default: 'active', displayName: 'State' });
});

const triggerFields = new DispatchTrigger().description.properties;

it.each<[string, INodeProperties[], string]>([
	['the trigger of a new workflow', shownFor('configure'), 'triggerId'],
	['the trigger of the trigger node', triggerFields, 'triggerId'],
	['a workflow', shownFor('toggle'), 'workflowId'],
])('lists %s anew when the entity type changes', (_, properties, name) => {
	const { typeOptions } = properties.find((one) => one.name === name) ?? {};
	expect(typeOptions?.loadOptionsDependsOn).toEqual(['entityType']);
});

it('takes no expression where fields are shown by it', () => {
	const actionType = shownFor('configure').find(({ name }) => name === 'actionType');
	expect(actionType?.noDataExpression).toBe(true);
});
