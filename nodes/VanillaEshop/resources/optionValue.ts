import { text } from '../../shared/fields';
import type { Fields, Resource } from '../../shared/operation';

const fields: Fields = {
	optionId: text('Option ID', {
		to: 'option_id',
		required: true,
		placeholder: 'e.g. 36',
		description: 'The ID of the option in VanillaEshop, such as that of Color',
	}),
	arName: text('Name (Arabic)', { to: 'ar.name', required: true, placeholder: 'e.g. أخضر' }),
	enName: text('Name (English)', { to: 'en.name', required: true, placeholder: 'e.g. Green' }),
};

/** What can be chosen of an option, such as the sizes. */
export const optionValues: Resource = {
	name: 'Option Value',
	operations: {
		create: {
			name: 'Create',
			action: 'Create option value',
			description: 'Add a value to an option, such as a color, and get its ID',
			effect: 'act',
			method: 'POST',
			path: '/v1/in/optionValue',
			record: 'data',
			fields,
			verify:
				'Look for the value in VanillaEshop itself before you run it again: its API cannot be asked for option values',
		},
		update: {
			name: 'Update',
			action: 'Update option value',
			description:
				'Replace the option and the names of an option value. Give all, also those that stay as they are.',
			effect: 'set',
			method: 'PUT',
			path: '/v1/in/optionValue/{optionValueId}',
			record: 'data',
			fields: {
				optionValueId: text('Option Value ID', {
					required: true,
					placeholder: 'e.g. 262',
					description: "The ID that VanillaEshop gave to the value, as 'Create' answers it",
					hint: 'The whole value is replaced: give every field, also those that stay as they are',
				}),
				...fields,
			},
		},
	},
};
