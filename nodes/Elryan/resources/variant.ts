import { text } from '../../shared/fields';
import type { Operation, Resource } from '../../shared/operation';
import { upsertOf } from '../calls';
import { variant } from './variantFields';
import { getAll, simplify, sku as existingSku } from './variantList';
import { updatePriceStock } from './variantPrices';

const { sku, ...optional } = variant;

const upsert: Operation = {
	...upsertOf('variant'),
	source: 'inferred',
	path: '/variants/upsert',
	fields: {
		sku,
		spu: text('SPU', {
			placeholder: 'e.g. black_pencil_12345677',
			description: 'Your own ID of the product that the variant belongs to; a new one needs it',
		}),
	},
	optional,
	simplify,
};

const byGet = (segment: string): Pick<Operation, 'method' | 'path' | 'record' | 'fields'> => ({
	method: 'GET',
	path: `/variants/${segment}/{sku}`,
	record: 'data',
	fields: { sku: existingSku },
});

/** What is sold of a product: each variant has a price and a stock of its own. */
export const variants: Resource = {
	name: 'Variant',
	operations: {
		disable: {
			...byGet('disabled'),
			name: 'Disable',
			action: 'Disable variant',
			description: 'Take a variant off sale',
			effect: 'set',
			source: 'inferred',
		},
		enable: {
			...byGet('enabled'),
			name: 'Enable',
			action: 'Enable variant',
			description: 'Put a variant on sale again',
			effect: 'set',
			source: 'inferred',
		},
		get: {
			...byGet('get'),
			name: 'Get',
			action: 'Get variant',
			description: 'Retrieve a variant by its SKU',
			effect: 'read',
			simplify,
		},
		getAll,
		updatePriceStock,
		upsert,
	},
};
