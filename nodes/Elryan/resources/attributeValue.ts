import { flag, text } from '../../shared/fields';
import type { Operation, Resource } from '../../shared/operation';
import { listOf, upsertOf, withSearch } from '../calls';
import { filters, isActive, knownRemoteId, newRemoteId } from './catalogueFields';

const getAll: Operation = {
	name: 'Get Many',
	action: 'Get many attribute values',
	description: 'Retrieve a list of the values that your attributes may have',
	effect: 'read',
	source: 'inferred',
	method: 'POST',
	path: '/attribute-values/search',
	envelope: withSearch,
	optional: {
		attributeId: text('Attribute ID', {
			to: 'search.attribute_id',
			description: 'The ID that Elryan gave to the attribute',
		}),
		id: filters.id,
		isActive: filters.isActive('values'),
		remoteAttributeId: text('Remote Attribute ID', {
			to: 'search.remote_attribute_id',
			description: 'Your own ID of the attribute',
		}),
		remoteId: filters.remoteId,
		value: text('Value', { to: 'search.value' }),
	},
	list: listOf('id'),
};

const remoteId = knownRemoteId({
	one: 'value',
	example: 'remote_44',
	method: 'searchAttributeValues',
	list: () => getAll,
	called: ({ value }) => value,
});

/** The values that an attribute may have, such as 44 for a size. */
export const attributeValues: Resource = {
	name: 'Attribute Value',
	operations: {
		get: {
			name: 'Get',
			action: 'Get attribute value',
			description: 'Retrieve a value of an attribute by your own ID',
			effect: 'read',
			source: 'inferred',
			method: 'GET',
			path: '/attribute-values/get/{remoteId}',
			record: 'data',
			fields: { remoteId },
		},
		getAll,
		upsert: {
			...upsertOf('attribute value'),
			source: 'inferred',
			path: '/attribute-values/upsert',
			fields: {
				remoteId: newRemoteId('value', 'remote_44'),
				value: text('Value', { required: true, placeholder: 'e.g. 44' }),
				isActive: isActive('value'),
				attributeRemoteId: text('Attribute Remote ID', {
					to: 'attribute.remote_id',
					required: true,
					placeholder: 'e.g. size_123456789',
					description: 'Your own ID of the attribute that may have this value',
				}),
				attributeName: text('Attribute Name', {
					to: 'attribute.name',
					required: true,
					placeholder: 'e.g. Size',
				}),
				attributeIsActive: flag('Attribute Active', {
					to: 'attribute.is_active',
					initially: true,
					description: 'Whether the attribute is in use',
				}),
			},
		},
	},
};
