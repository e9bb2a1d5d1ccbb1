import { text } from '../../shared/fields';
import type { Operation, Resource } from '../../shared/operation';
import { listOf, upsertOf, withSearch } from '../calls';
import { filters, isActive, knownRemoteId, newRemoteId } from './catalogueFields';

const getAll: Operation = {
	name: 'Get Many',
	action: 'Get many brands',
	description: 'Retrieve a list of your brands',
	effect: 'read',
	method: 'POST',
	path: '/brands/search',
	envelope: withSearch,
	optional: {
		id: filters.id,
		// The reference types it as a text here, and as a boolean in every record.
		isActive: filters.isActive('brands'),
		name: filters.name,
		remoteId: filters.remoteId,
	},
	list: listOf('id'),
};

const remoteId = knownRemoteId({
	one: 'brand',
	example: 'apple_9',
	method: 'searchBrands',
	list: () => getAll,
});

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
			...upsertOf('brand'),
			path: '/brands/upsert',
			fields: {
				remoteId: newRemoteId('brand', 'apple_9'),
				name: text('Name', { required: true, placeholder: 'e.g. Apple' }),
				isActive: isActive('brand'),
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
