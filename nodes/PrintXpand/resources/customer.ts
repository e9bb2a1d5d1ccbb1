import { given } from '../../shared/checks';
import { text } from '../../shared/fields';
import type { Resource } from '../../shared/operation';
import { mapById } from '../results';
import { upsertOf } from './calls';

/** The customers of the shop, by the seller's own ids. */
export const customers: Resource = {
	name: 'Customer',
	operations: {
		upsert: {
			...upsertOf('customer'),
			effect: 'set',
			fields: {
				id: text('Customer ID', {
					required: true,
					placeholder: 'e.g. 5001',
					description: 'Your own ID of the customer',
				}),
				email: text('Email', {
					placeholder: 'name@email.com',
					description:
						'No two customers may have the same. Two versions of the documentation disagree on whether a new customer needs one. Of a customer who exists, only the first and last name are updated.',
				}),
			},
			optional: {
				firstName: text('First Name', { to: 'first_name', placeholder: 'e.g. Layla' }),
				lastName: text('Last Name', { to: 'last_name', placeholder: 'e.g. Haddad' }),
			},
			checks: [given({ id: 'Customer ID' }, 'Please pass valid customer Id!')],
			batch: mapById('customer', 'customer'),
		},
	},
};
