import { text } from '../../shared/fields';
import type { Operation, Resource } from '../../shared/operation';
import { listOf, upsertOf, withSearch } from '../calls';
import { filters, isActive, knownRemoteId, newRemoteId } from './catalogueFields';

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
		id: filters.id,
		isActive: filters.isActive('attributes'),
		name: filters.name,
		remoteId: filters.remoteId,
	},
	list: listOf('id'),
};

const remoteId = knownRemoteId({
	one: 'attribute',
	example: 'size_123456789',
	method: 'searchAttributes',
	list: () => getAll,
});

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
			...upsertOf('attribute'),
			path: '/attributes/upsert',
			fields: {
				remoteId: newRemoteId('attribute', 'size_123456789'),
				name: text('Name', { required: true, placeholder: 'e.g. Size' }),
				isActive: isActive('attribute'),
			},
		},
	},
};
