import type { IDataObject } from 'n8n-workflow';
import { given } from '../../shared/checks';
import { text } from '../../shared/fields';
import { toNumber } from '../../shared/numbers';
import type { Check, Resource } from '../../shared/operation';
import { keyOf, listOfIds, mapById } from '../results';
import { deleteOf, upsertOf } from './calls';
import { status } from './switches';

const PROPER = 'Please send proper data like id, name and parent id of Category!';

const notZero: Check = ({ id }) =>
	toNumber(id) === 0 ? [PROPER, "'Category ID' must not be 0"] : undefined;

const notItself: Check = ({ id, parentId }) =>
	parentId !== undefined && String(parentId) === String(id)
		? 'A category cannot be its own parent'
		: undefined;

/** No parent is sent as nothing, as an empty text or as 0. */
const parentOf = ({ parent_id: parentId }: IDataObject): string | undefined => {
	const parent = String(parentId ?? '');
	return parent === '' || parent === '0' ? undefined : keyOf(parent);
};

const id = text('Category ID', {
	required: true,
	placeholder: 'e.g. 101',
	description: 'Your own ID of the category',
});

/** The category tree. Categories go before the products that are in them. */
export const categories: Resource = {
	name: 'Category',
	operations: {
		upsert: {
			...upsertOf('category'),
			effect: 'set',
			fields: { id, name: text('Name', { required: true, placeholder: 'e.g. Mugs' }) },
			optional: {
				parentId: text('Parent Category ID', {
					to: 'parent_id',
					placeholder: 'e.g. 100',
					description:
						'Your own ID of the category above. If that comes in the same run, it is sent first, wherever it stands.',
				}),
				status: status('category'),
			},
			checks: [given({ id: 'Category ID', name: 'Name' }, PROPER), notZero, notItself],
			batch: { ...mapById('category', 'category'), after: parentOf },
		},
		delete: {
			...deleteOf('category'),
			fields: { id },
			batch: listOfIds('category', 'category'),
		},
	},
};
