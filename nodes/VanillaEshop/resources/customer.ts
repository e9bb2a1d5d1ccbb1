import { encodeText, field, text, type Extra } from '../../shared/fields';
import type { Fields, Resource } from '../../shared/operation';

const customerId = (hint?: string) =>
	text('Customer ID', {
		required: true,
		placeholder: 'e.g. 1',
		description: "The ID that VanillaEshop gave to the customer, as 'Create' answers it",
		hint,
	});

const person: Fields = {
	firstname: text('First Name', { required: true, placeholder: 'e.g. Nathan' }),
	email: text('Email', { required: true, placeholder: 'name@email.com' }),
	telephone: text('Telephone', { required: true, placeholder: 'e.g. 0500000001' }),
};

const password = (extra: Extra) =>
	field(
		'Password',
		'string',
		'',
		{ encode: encodeText, ...extra },
		{ typeOptions: { password: true } },
	);

/** People who can buy; the API shows none of them. */
export const customers: Resource = {
	name: 'Customer',
	operations: {
		create: {
			name: 'Create',
			action: 'Create customer',
			description: 'Add a customer and get their ID',
			effect: 'act',
			method: 'POST',
			path: '/v1/in/customer',
			record: 'data',
			fields: {
				...person,
				password: password({
					required: true,
					description: 'The password with which the customer logs in to the shop',
				}),
			},
			verify:
				'Look for the customer in VanillaEshop itself before you run it again: its API cannot be asked for customers',
		},
		delete: {
			name: 'Delete',
			action: 'Delete customer',
			description: 'Remove a customer for good',
			effect: 'set',
			method: 'DELETE',
			path: '/v1/in/customer/{customerId}',
			fields: { customerId: customerId() },
			deletes: true,
		},
		update: {
			name: 'Update',
			action: 'Update customer',
			description:
				'Replace the name, email and telephone of a customer. Give all three, also those that stay as they are.',
			effect: 'set',
			method: 'PUT',
			path: '/v1/in/customer/{customerId}',
			record: 'data',
			fields: {
				customerId: customerId(
					'The customer is replaced: give every field, also those that stay as they are',
				),
				...person,
			},
			optional: { password: password({ description: 'A new password, if it is to change' }) },
		},
	},
};
