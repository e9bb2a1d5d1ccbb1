import { text } from '../../shared/fields';
import type { Resource } from '../../shared/operation';
import { configure } from './integrationConfigure';

const integrationId = text('Integration ID', {
	required: true,
	placeholder: 'e.g. 0b7e6d5c-4a39-4281-b706-5f4e3d2c1b0a',
	description:
		"The 'guid' that 'Integration: Configure' returned. Dispatch has no list of integrations to pick it from.",
});

/** Stores and other systems that a Dispatch account is connected with. Facts: "Integrations API". */
export const integrations: Resource = {
	name: 'Integration',
	operations: {
		configure,
		delete: {
			name: 'Delete',
			action: 'Delete integration',
			description: 'Remove an e-commerce integration permanently',
			effect: 'set',
			method: 'DELETE',
			path: '/api/integrations/providers/ecommerce/remove/{integrationId}',
			fields: { integrationId },
			deletes: true,
		},
		disable: {
			name: 'Disable',
			action: 'Disable integration',
			description:
				'Disable an integration temporarily. How it is enabled again is not documented; the Dispatch portal may offer it.',
			effect: 'set',
			method: 'GET',
			path: '/api/integrations/provider/disable/{integrationId}',
			record: 'data',
			fields: { integrationId },
		},
	},
};
