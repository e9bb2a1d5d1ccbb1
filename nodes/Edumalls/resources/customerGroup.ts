import type { Resource } from '../../shared/operation';
import { action } from '../actions';

/** Groups of customers; the service answers all of them at once. */
export const customerGroups: Resource = {
	name: 'Customer Group',
	operations: {
		getAll: {
			name: 'Get Many',
			action: 'Get many customer groups',
			description: 'Retrieve a list of customer groups',
			effect: 'read',
			...action('customer', 'view_customer_groups'),
			list: { records: 'customer_groups', key: ['id'] },
		},
	},
};
