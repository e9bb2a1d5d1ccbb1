import { flag, text } from '../../shared/fields';
import { record } from '../../shared/locators';
import type { Operation, Resource } from '../../shared/operation';
import { listOf, withSearch } from '../calls';

const getAll: Operation = {
	name: 'Get Many',
	action: 'Get many brands',
	description: 'Retrieve a list of your brands',
	effect: 'read',
	method: 'POST',
	path: '/brands/search',
	envelope: withSearch,
	optional: {
		id: text('ID', { to: 'search.id', description: 'The ID that Elryan gave' }),
		// The reference types it as a text here, and as a boolean in every record.
		isActive: flag('Active', {
			to: 'search.is_active',
			initially: true,
			description: 'Whether to return active brands, or else those that are not',
		}),
		name: text('Name', { to: 'search.name' }),
		remoteId: text('Remote ID', { to: 'search.remote_id', description: 'Your own ID' }),
	},
	list: listOf('id'),
};

const remoteId = record(
	'Remote ID',
	{
		method: 'searchBrands',
		list: () => getAll,
		choice: ({ remote_id: remote, name }) => ({
			label: `${String(name)} · ${String(remote)}`,
			value: String(remote),
		}),
	},
	{ list: {}, id: { label: 'By Remote ID', placeholder: 'e.g. apple_9' } },
	{ description: 'Your own ID of the brand' },
);

/** The brands that a merchant sells. */
export const brands: Resource = {
	name: 'Brand',
	operations: {
		get: {
			name: 'Get',
			action: 'Get brand',
			description: 'Retrieve a brand by your own ID',
			effect: 'read',
			source: 'inferred',
			method: 'GET',
			path: '/brands/get/{remoteId}',
			record: 'data',
			fields: { remoteId },
		},
		getAll,
		upsert: {
			name: 'Create or Update',
			action: 'Create or update brand',
			description: 'Create a new record, or update the current one if it already exists (upsert)',
			effect: 'set',
			method: 'POST',
			path: '/brands/upsert',
			record: 'data',
			fields: {
				remoteId: text('Remote ID', {
					to: 'remote_id',
					required: true,
					placeholder: 'e.g. apple_9',
					description: 'Your own ID of the brand',
				}),
				name: text('Name', { required: true, placeholder: 'e.g. Apple' }),
				isActive: flag('Active', {
					to: 'is_active',
					initially: true,
					description: 'Whether the brand is in use',
				}),
			},
			optional: {
				remoteImageUrl: text('Remote Image URL', {
					to: 'remote_image_url',
					placeholder: 'e.g. https://example.com/apple.jpg',
					description: "Where the brand's image lies",
				}),
			},
		},
	},
};
