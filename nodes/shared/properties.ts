import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { callOptions, endpointOptions } from './options';
import type { Fields, Marketplace, Operation } from './operation';
import { collectionOf } from './parameters';
import { withFreeRequest } from './freeRequest';
import { rowProperties } from './rowProperties';

type Show = Record<string, string[]>;

const COLLECTION_LABEL = {
	filters: 'Filters',
	updateFields: 'Update Fields',
	additionalFields: 'Additional Fields',
};

const byLabel = (a: INodeProperties, b: INodeProperties) =>
	a.displayName.localeCompare(b.displayName);

const shown = (show: Show, property: INodeProperties): INodeProperties => ({
	...property,
	displayOptions: {
		...property.displayOptions,
		show: { ...show, ...property.displayOptions?.show },
	},
});

function toTwin([input, rows, json]: INodeProperties[]): INodeProperties[] {
	const outer = rows.displayOptions?.show;
	const only = (mode: string) => ({ show: { ...outer, [input.name]: [mode] } });
	return [
		outer ? { ...input, displayOptions: { show: outer } } : input,
		{ ...rows, displayOptions: only('rows') },
		{ ...json, displayOptions: only('json') },
	];
}

const toList = (fields: Fields = {}, top = false): INodeProperties[] =>
	Object.entries(fields).flatMap(([name, field]) => {
		if (!field.rows) return [{ ...field.property, name }];
		const three = rowProperties(name, field);
		// Inside a collection n8n shows what the user adds, so nothing depends on anything there.
		return top ? toTwin(three) : three;
	});

const collection = (
	displayName: string,
	name: string,
	placeholder: string,
	options: INodeProperties[],
): INodeProperties[] =>
	options.length === 0
		? []
		: [
				{
					displayName,
					name,
					type: 'collection',
					placeholder,
					default: {},
					options: [...options].sort(byLabel),
				},
			];

const paging: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
];

const simplify: INodeProperties = {
	displayName: 'Simplify',
	name: 'simple',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** Said of an operation or a list whose address is a likely one. */
const inferred = ({ name }: Marketplace, what: string): INodeProperties => ({
	displayName: `${name}'s documentation does not print the address of this ${what}; a likely one is used. If ${name} does not find it, set another with 'Endpoint Path' and 'Endpoint Method' in the options.`,
	name: 'inferredNotice',
	type: 'notice',
	default: '',
});

const notices = (marketplace: Marketplace, { source, notice }: Operation): INodeProperties[] => [
	...(source === 'inferred' ? [inferred(marketplace, 'operation')] : []),
	...(notice
		? [{ displayName: notice, name: 'notice', type: 'notice' as const, default: '' }]
		: []),
];

const optionsOf = (fields: Fields): INodeProperties[] =>
	collection('Options', 'options', 'Add Option', toList(fields));

/** Where a trigger reads a list whose address is a likely one: says so, and takes another. */
export const endpointProperties = (
	marketplace: Marketplace,
	list: Operation,
	show: Show,
): INodeProperties[] =>
	[inferred(marketplace, 'list'), ...optionsOf(endpointOptions(list))].map((property) =>
		shown(show, property),
	);

function operationProperties(
	marketplace: Marketplace,
	show: Show,
	name: string,
	operation: Operation,
): INodeProperties[] {
	const where = collectionOf(name);
	const placeholder = where === 'filters' ? 'Add Filter' : 'Add Field';
	return [
		...notices(marketplace, operation),
		...toList(operation.fields, true),
		...(operation.list ? paging : []),
		...(operation.simplify ? [simplify] : []),
		...collection(COLLECTION_LABEL[where], where, placeholder, toList(operation.optional)),
		...optionsOf({ ...operation.options, ...callOptions(marketplace, operation) }),
	].map((property) => shown(show, property));
}

const select = (
	name: string,
	displayName: string,
	options: INodePropertyOptions[],
	initially: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'options',
	noDataExpression: true,
	options,
	default: initially,
});

/** What a new node shows: the list, which does no harm, or else what the marketplace names first. */
const initialOperation = (operations: Record<string, Operation>): string =>
	'getAll' in operations ? 'getAll' : Object.keys(operations)[0];

const sorted = <T extends { name: string }>(record: Record<string, T>): Array<[string, T]> =>
	Object.entries(record).sort(([, a], [, b]) => a.name.localeCompare(b.name));

/** Everything that a node shows below its credential, made of the marketplace's operations. */
export function toProperties(marketplace: Marketplace): INodeProperties[] {
	const resources = sorted(withFreeRequest(marketplace));
	const resourceOptions = resources.map(([value, { name }]) => ({ name, value }));
	return [
		select('resource', 'Resource', resourceOptions, Object.keys(marketplace.resources)[0]),
		...resources.flatMap(([resource, { operations }]) => {
			const all = sorted(operations);
			const options = all.map(([value, { name, action, description }]) => ({
				name,
				value,
				action,
				description,
			}));
			return [
				shown(
					{ resource: [resource] },
					select('operation', 'Operation', options, initialOperation(operations)),
				),
				...all.flatMap(([value, operation]) =>
					operationProperties(
						marketplace,
						{ resource: [resource], operation: [value] },
						value,
						operation,
					),
				),
			];
		}),
	];
}
