import { text } from '../../shared/fields';
import type { Operation, Resource } from '../../shared/operation';
import { listOf, upsertOf, withSearch } from '../calls';
import { filters, isActive, knownRemoteId, newRemoteId } from './catalogueFields';

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
		id: filters.id,
		isActive: filters.isActive('categories'),
		name: filters.name,
		parentId: text('Parent ID', {
			to: 'search.parent_id',
			description: 'The ID that Elryan gave to the category above',
		}),
		remoteId: filters.remoteId,
		remoteParentId: text('Remote Parent ID', {
			to: 'search.remote_parent_id',
			description: 'Your own ID of the category above',
		}),
	},
	list: listOf('id'),
};

const remoteId = knownRemoteId({
	one: 'category',
	example: 'bags_555',
	method: 'searchCategories',
	list: () => getAll,
});

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
			...upsertOf('category'),
			path: '/categories/upsert/',
			fields: {
				remoteId: newRemoteId('category', 'bags_555'),
				isActive: isActive('category'),
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
