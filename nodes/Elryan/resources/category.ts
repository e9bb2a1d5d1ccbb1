import { flag, text } from '../../shared/fields';
import { record } from '../../shared/locators';
import type { Operation, Resource } from '../../shared/operation';
import { listOf, withSearch } from '../calls';

const getAll: Operation = {
	name: 'Get Many',
	action: 'Get many categories',
	description: 'Retrieve a list of your categories',
	effect: 'read',
	method: 'POST',
	path: '/categories/search',
	envelope: withSearch,
	optional: {
		companyId: text('Company ID', { to: 'search.company_id' }),
		id: text('ID', { to: 'search.id', description: 'The ID that Elryan gave' }),
		isActive: flag('Active', {
			to: 'search.is_active',
			initially: true,
			description: 'Whether to return active categories, or else those that are not',
		}),
		name: text('Name', { to: 'search.name' }),
		parentId: text('Parent ID', {
			to: 'search.parent_id',
			description: 'The ID that Elryan gave to the category above',
		}),
		remoteId: text('Remote ID', { to: 'search.remote_id', description: 'Your own ID' }),
		remoteParentId: text('Remote Parent ID', {
			to: 'search.remote_parent_id',
			description: 'Your own ID of the category above',
		}),
	},
	list: listOf('id'),
};

const remoteId = record(
	'Remote ID',
	{
		method: 'searchCategories',
		list: () => getAll,
		choice: ({ remote_id: remote, name }) => ({
			label: `${String(name)} · ${String(remote)}`,
			value: String(remote),
		}),
	},
	{ list: {}, id: { label: 'By Remote ID', placeholder: 'e.g. bags_555' } },
	{ description: 'Your own ID of the category' },
);

/** The categories of a merchant's own catalogue. */
export const categories: Resource = {
	name: 'Category',
	operations: {
		get: {
			name: 'Get',
			action: 'Get category',
			description: 'Retrieve a category by your own ID',
			effect: 'read',
			source: 'inferred',
			method: 'GET',
			path: '/categories/get/{remoteId}',
			record: 'data',
			fields: { remoteId },
		},
		getAll,
		upsert: {
			name: 'Create or Update',
			action: 'Create or update category',
			description: 'Create a new record, or update the current one if it already exists (upsert)',
			effect: 'set',
			method: 'POST',
			path: '/categories/upsert/',
			record: 'data',
			fields: {
				remoteId: text('Remote ID', {
					to: 'remote_id',
					required: true,
					placeholder: 'e.g. bags_555',
					description: 'Your own ID of the category',
				}),
				isActive: flag('Active', {
					to: 'is_active',
					initially: true,
					description: 'Whether the category is in use',
				}),
			},
			optional: {
				name: text('Name', { placeholder: 'e.g. Bags' }),
				parentId: text('Parent ID', {
					to: 'parent_id',
					description: 'The ID that Elryan gave to the category above',
				}),
				remoteParentId: text('Remote Parent ID', {
					to: 'remote_parent_id',
					placeholder: 'e.g. bags',
					description: 'Your own ID of the category above',
				}),
			},
		},
	},
};
