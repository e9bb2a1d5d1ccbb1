import { jsonObject } from '../../shared/jsonObject';
import { record } from '../../shared/locators';
import type { Operation, Resource } from '../../shared/operation';
import { listOf, upsertOf, withSearch } from '../calls';

const getAll: Operation = {
	name: 'Get Many',
	action: 'Get many trackings',
	description: 'Retrieve a list of the trackings of packages',
	effect: 'read',
	source: 'inferred',
	method: 'POST',
	path: '/package-tracking/search',
	envelope: withSearch,
	// What a tracking holds is not documented.
	list: listOf('id', '_id', 'tracking_barcode'),
};

const trackingId = record(
	'Tracking',
	{
		method: 'searchTrackings',
		list: () => getAll,
		choice: ({ id, _id, provider, tracking_barcode: barcode }) => ({
			label: [id ?? _id, provider, barcode].filter(Boolean).map(String).join(' · '),
			value: String(id ?? _id),
		}),
	},
	{ list: {}, id: { label: 'By ID', placeholder: 'e.g. 13' } },
	{ description: 'The tracking, by the ID that Elryan gave' },
);

/** Where packages are. The reference has no more than the titles of these calls. */
export const trackings: Resource = {
	name: 'Tracking',
	operations: {
		get: {
			name: 'Get',
			action: 'Get tracking',
			description: 'Retrieve one tracking of a package',
			effect: 'read',
			source: 'inferred',
			method: 'GET',
			path: '/package-tracking/get/{trackingId}',
			record: 'data',
			fields: { trackingId },
		},
		getAll,
		upsert: {
			...upsertOf('tracking'),
			source: 'inferred',
			path: '/package-tracking/upsert',
			fields: {
				body: jsonObject('Body', {
					required: true,
					placeholder: 'e.g. { "tracking_barcode": "PTS0000001", "provider": "pts" }',
					description:
						'The tracking as a JSON object. Its keys are not documented: those of the tracking of a package are likely.',
				}),
			},
			envelope: ({ body }) => body,
		},
	},
};
