import type { Resource } from '../../shared/operation';
import { pick } from '../../shared/simplify';
import { action, pager, sort } from '../actions';

/** Those who bought from the seller. Facts: the IntegrationHub reference, "Customer API". */
export const customers: Resource = {
	name: 'Customer',
	operations: {
		getAll: {
			name: 'Get Many',
			action: 'Get many customers',
			description: 'Retrieve a list of the customers who have ordered from you',
			effect: 'read',
			...action('customer', 'view_customer_list'),
			// All guests have the id 0.
			list: { records: 'customers', key: ['id', 'email'], pager, sort },
			simplify: pick([
				'id',
				'email',
				'firstname',
				'lastname',
				'is_guest',
				'username',
				'school_name',
				'school_group_name',
				'created_at',
			]),
		},
	},
};
