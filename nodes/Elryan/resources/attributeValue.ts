import { flag, text } from '../../shared/fields';
import { record } from '../../shared/locators';
import type { Operation, Resource } from '../../shared/operation';
import { listOf, withSearch } from '../calls';

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
		id: text('ID', { to: 'search.id', description: 'The ID that Elryan gave' }),
		isActive: flag('Active', {
			to: 'search.is_active',
			initially: true,
			description: 'Whether to return active values, or else those that are not',
		}),
		remoteAttributeId: text('Remote Attribute ID', {
			to: 'search.remote_attribute_id',
			description: 'Your own ID of the attribute',
		}),
		remoteId: text('Remote ID', { to: 'search.remote_id', description: 'Your own ID' }),
		value: text('Value', { to: 'search.value' }),
	},
	list: listOf('id'),
};

const remoteId = record(
	'Remote ID',
	{
		method: 'searchAttributeValues',
		list: () => getAll,
		choice: ({ remote_id: remote, value }) => ({
			label: `${String(value)} · ${String(remote)}`,
			value: String(remote),
		}),
	},
	{ list: {}, id: { label: 'By Remote ID', placeholder: 'e.g. remote_44' } },
	{ description: 'Your own ID of the value' },
);

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
			name: 'Create or Update',
			action: 'Create or update attribute value',
			description: 'Create a new record, or update the current one if it already exists (upsert)',
			effect: 'set',
			source: 'inferred',
			method: 'POST',
			path: '/attribute-values/upsert',
			record: 'data',
			fields: {
				remoteId: text('Remote ID', {
					to: 'remote_id',
					required: true,
					placeholder: 'e.g. remote_44',
					description: 'Your own ID of the value',
				}),
				value: text('Value', { required: true, placeholder: 'e.g. 44' }),
				isActive: flag('Active', {
					to: 'is_active',
					initially: true,
					description: 'Whether the value is in use',
				}),
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
