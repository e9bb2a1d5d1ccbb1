import { text } from '../../shared/fields';
import type { Batch, Fields, Resource } from '../../shared/operation';
import { pairUp } from '../../shared/pairing';
import { recordsOf, tellEach } from '../answers';
import { amount, money } from '../../shared/numbers';
import { dayOrTime } from '../days';

const fields: Fields = {
	entityId: text('Magento Entity ID', {
		to: 'entity_id',
		required: true,
		placeholder: 'e.g. 40085',
		description: 'The entity ID that the product has in your Magento',
		hint: 'Not the SKU, and not the product ID that VanillaEshop gave',
	}),
	price: money('Price', { required: true, placeholder: 'e.g. 49.95' }),
	dateStart: dayOrTime('Start Date', {
		to: 'date_start',
		required: true,
		placeholder: 'e.g. 2026-01-01',
		description: 'From when on the price holds',
	}),
	dateEnd: dayOrTime('End Date', {
		to: 'date_end',
		required: true,
		placeholder: 'e.g. 2026-01-31',
		description: 'Until when the price holds',
	}),
};

const optional: Fields = {
	priority: amount('Priority', {
		placeholder: 'e.g. 1',
		description:
			'Which of several prices counts. Whether a higher or a lower one wins is not documented.',
	}),
};

const verify =
	'Look at the prices of the product in VanillaEshop itself before you run it again: its API cannot be asked for prices';

/** No entry names the Magento entity ID, so they are told apart by their places alone. */
const results: Batch['results'] = (answer, elements) => {
	const records = recordsOf(answer);
	const found = pairUp(
		elements,
		records,
		({ entity_id: entityId }) => String(entityId),
		() => undefined,
	);
	return tellEach(elements, records, found);
};

/** Prices that hold for a time. */
export const prices: Resource = {
	name: 'Price',
	operations: {
		create: {
			name: 'Create',
			action: 'Create price',
			description: 'Add a price that a product has for a time',
			effect: 'act',
			method: 'POST',
			path: '/v1/in/pricing',
			record: 'data',
			fields,
			optional,
			verify,
		},
		createBulk: {
			name: 'Create in Bulk',
			action: 'Create prices in bulk',
			description: 'Add prices that products have for a time, many input items in one request',
			effect: 'act',
			method: 'POST',
			path: '/v1/in/pricing/bulk',
			fields,
			optional,
			batch: {
				// The reference prints no maximum, as it does for products.
				size: 50,
				body: (products) => ({ products }),
				results,
				refusesWhole: 'products',
			},
			verify,
		},
	},
};
