import { text } from '../../shared/fields';
import type { Operation, Resource } from '../../shared/operation';
import { saved } from '../answers';
import { upsertBulk } from './productBulk';
import { image, optionalProductFields, productFields } from './productFields';
import { deleteMissing, losesNothing, withoutEmptyLists } from './productRows';

const optional = { ...optionalProductFields, image };

const sku = (hint: string) =>
	text('SKU', {
		required: true,
		placeholder: 'e.g. van.85',
		description: 'The SKU that the product has in your Magento',
		hint,
	});

const whole: Pick<Operation, 'record' | 'optional' | 'envelope'> = {
	record: 'data',
	optional,
	envelope: withoutEmptyLists,
};

/** The catalogue; the API shows no product, but answers what it has saved. */
export const products: Resource = {
	name: 'Product',
	operations: {
		create: {
			...whole,
			name: 'Create',
			action: 'Create product',
			description: 'Add a product with its options and special prices',
			effect: 'act',
			method: 'POST',
			path: '/v1/in/products',
			fields: { sku: sku('The SKU of a new product'), ...productFields },
			verify:
				'Look for the SKU in VanillaEshop itself before you run it again: its API cannot be asked for products',
		},
		update: {
			...whole,
			name: 'Update',
			action: 'Update product',
			description:
				'Replace a product as a whole, named by its SKU. Give all of it, also what stays as it is: options and special prices that are not listed are deleted.',
			effect: 'set',
			method: 'PUT',
			path: '/v1/in/products/{sku}',
			fields: {
				sku: sku(
					"Not the Magento entity ID. The whole product is replaced: give every field, also those that stay as they are. After a change of the SKU in Magento use 'Change SKU' first.",
				),
				...productFields,
				deleteMissing: deleteMissing(),
			},
			checks: [losesNothing],
		},
		changeSku: {
			name: 'Change SKU',
			action: 'Change SKU of product',
			description:
				"Give a product another SKU, as it has been changed in Magento. Do so before 'Update'.",
			effect: 'act',
			method: 'POST',
			path: '/v1/in/products/{sku}/change-sku',
			answers: 'nothing',
			record: 'data',
			fields: {
				sku: sku('The SKU that the product has in VanillaEshop until now'),
				newSku: text('New SKU', {
					to: 'new_sku',
					required: true,
					placeholder: 'e.g. van.85-b',
					description: 'The SKU that it has in Magento now',
				}),
			},
			arrange: saved,
			verify:
				"Look for the product in VanillaEshop itself: if it has the new SKU, go on with 'Product: Update'",
		},
		delete: {
			name: 'Delete',
			action: 'Delete product',
			description: 'Remove a product for good, named by its Magento entity ID and not by its SKU',
			effect: 'set',
			method: 'DELETE',
			path: '/v1/in/products/{entityId}',
			fields: {
				entityId: text('Magento Entity ID', {
					required: true,
					placeholder: 'e.g. 40085',
					description: 'The entity ID that the product has in your Magento',
					hint: 'Not the SKU, and not the product ID that VanillaEshop gave',
				}),
			},
			deletes: true,
		},
		upsertBulk,
	},
};
