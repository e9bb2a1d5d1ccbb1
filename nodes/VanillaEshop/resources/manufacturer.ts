import { text } from '../../shared/fields';
import type { Resource } from '../../shared/operation';
import { saved } from '../answers';

const name = text('Name', { required: true, placeholder: 'e.g. Nakheel' });

const entityId = text('Magento Entity ID', {
	to: 'entity_id',
	required: true,
	placeholder: 'e.g. 501',
	description: 'The entity ID that the manufacturer has in your Magento',
});

/** Brands, by their ids in the seller's Magento. */
export const manufacturers: Resource = {
	name: 'Manufacturer',
	operations: {
		create: {
			name: 'Create',
			action: 'Create manufacturer',
			description: 'Add a manufacturer under the entity ID that it has in your Magento',
			effect: 'act',
			method: 'POST',
			path: '/v1/in/manufacturer',
			fields: { name, entityId },
			arrange: saved,
			verify:
				'Look for the manufacturer in VanillaEshop itself before you run it again: its API cannot be asked for manufacturers',
		},
		update: {
			name: 'Update',
			action: 'Update manufacturer',
			description: 'Rename a manufacturer, named by its Magento entity ID',
			effect: 'set',
			method: 'PUT',
			path: '/v1/in/manufacturer/{entityId}',
			fields: { entityId, name },
			arrange: saved,
		},
	},
};
