import { text } from '../../shared/fields';
import { jsonObject } from '../../shared/jsonObject';
import type { Operation, Resource } from '../../shared/operation';

const deliveryId = text('Delivery ID', {
	required: true,
	placeholder: 'e.g. 13',
	description: 'Elryan has no list of deliveries to pick it from',
});

const update: Pick<Operation, 'effect' | 'source' | 'method' | 'record'> = {
	effect: 'set',
	source: 'inferred',
	method: 'PUT',
	record: 'data',
};

/** Deliveries to the buyer. Facts: the Elryan reference, "Deliveries", of which little is left. */
export const deliveries: Resource = {
	name: 'Delivery',
	operations: {
		get: {
			name: 'Get',
			action: 'Get delivery',
			description: 'Retrieve one delivery',
			effect: 'read',
			method: 'GET',
			path: '/deliveries/{deliveryId}/',
			record: 'data',
			fields: { deliveryId },
		},
		updateEvent: {
			...update,
			name: 'Update Event',
			action: 'Update delivery event',
			description: 'Tell what happened to a delivery',
			path: '/deliveries/{deliveryId}/event',
			fields: {
				deliveryId,
				deliveryInfo: jsonObject('Delivery Info', {
					to: 'delivery_info',
					required: true,
					placeholder: 'e.g. { "location": "Baghdad" }',
					description: 'The event as a JSON object; its keys are not documented',
				}),
			},
		},
		updateStatus: {
			...update,
			name: 'Update Status',
			action: 'Update delivery status',
			description: 'Change the status of a delivery',
			path: '/deliveries/{deliveryId}/status',
			fields: {
				deliveryId,
				status: text('Delivery Status', {
					required: true,
					placeholder: 'e.g. in_transit',
					description: 'The status that the delivery gets; only in_transit is documented',
				}),
			},
		},
	},
};
