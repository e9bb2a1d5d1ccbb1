import { flag, text } from '../../shared/fields';
import { record } from '../../shared/locators';
import type { Operation, Resource } from '../../shared/operation';
import { listOf, withSearch } from '../calls';

const getAll: Operation = {
	name: 'Get Many',
	action: 'Get many attributes',
	description: 'Retrieve a list of your attributes, such as size or colour',
	effect: 'read',
	method: 'POST',
	path: '/attributes/search',
	envelope: withSearch,
	optional: {
		companyId: text('Company ID', { to: 'search.company_id' }),
		id: text('ID', { to: 'search.id', description: 'The ID that Elryan gave' }),
		isActive: flag('Active', {
			to: 'search.is_active',
			initially: true,
			description: 'Whether to return active attributes, or else those that are not',
		}),
		name: text('Name', { to: 'search.name' }),
		remoteId: text('Remote ID', { to: 'search.remote_id', description: 'Your own ID' }),
	},
	list: listOf('id'),
};

const remoteId = record(
	'Remote ID',
	{
		method: 'searchAttributes',
		list: () => getAll,
		choice: ({ remote_id: remote, name }) => ({
			label: `${String(name)} · ${String(remote)}`,
			value: String(remote),
		}),
	},
	{ list: {}, id: { label: 'By Remote ID', placeholder: 'e.g. size_123456789' } },
	{ description: 'Your own ID of the attribute' },
);

/** What tells the variants of a product apart, such as size or colour. */
export const attributes: Resource = {
	name: 'Attribute',
	operations: {
		get: {
			name: 'Get',
			action: 'Get attribute',
			description: 'Retrieve an attribute by your own ID',
			effect: 'read',
			method: 'GET',
			path: '/attributes/get/{remoteId}',
			record: 'data',
			fields: { remoteId },
		},
		getAll,
		upsert: {
			name: 'Create or Update',
			action: 'Create or update attribute',
			description: 'Create a new record, or update the current one if it already exists (upsert)',
			effect: 'set',
			method: 'POST',
			path: '/attributes/upsert',
			record: 'data',
			fields: {
				remoteId: text('Remote ID', {
					to: 'remote_id',
					required: true,
					placeholder: 'e.g. size_123456789',
					description: 'Your own ID of the attribute',
				}),
				name: text('Name', { required: true, placeholder: 'e.g. Size' }),
				isActive: flag('Active', {
					to: 'is_active',
					initially: true,
					description: 'Whether the attribute is in use',
				}),
			},
		},
	},
};
