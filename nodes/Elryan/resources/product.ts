import { rows, text } from '../../shared/fields';
import { number } from '../../shared/numbers';
import type { Check, Operation, Resource } from '../../shared/operation';
import { upsertOf } from '../calls';
import { isActive } from './catalogueFields';
import { getAll, simplify, spu } from './productList';
import { language, skuInJson, variant } from './variantFields';

/** A category or a brand is found by its remote ID: without it, nothing else of it says which one is meant. */
const remoteIdWith =
	(remoteId: string, label: string, others: string[]): Check =>
	(values) =>
		!values[remoteId] && others.some((name) => values[name] !== undefined)
			? `'${label}' is empty`
			: undefined;

const upsert: Operation = {
	...upsertOf('product'),
	source: 'inferred',
	path: '/products/upsert',
	notice:
		"Elryan's reference calls every one of the fields required, which may be too much. Fill in what you have: name, brand, category, image and variants stand under 'Additional Fields', and Elryan's answer decides.",
	fields: {
		spu: text('SPU', {
			required: true,
			placeholder: 'e.g. black_pencil_12345677',
			description: 'Your own ID of the product, which holds its variants together',
		}),
	},
	optional: {
		brandName: text('Brand Name', { to: 'brand.name', placeholder: 'e.g. Apple' }),
		brandRemoteId: text('Brand Remote ID', {
			to: 'brand.remote_id',
			placeholder: 'e.g. apple_9',
			description: 'Your own ID of the brand',
		}),
		categoryName: text('Category Name', { to: 'category.name', placeholder: 'e.g. Bags' }),
		categoryParentRemoteId: text('Category Parent Remote ID', {
			to: 'category.parent_remote_id',
			placeholder: 'e.g. bags',
			description: 'Your own ID of the category above',
		}),
		categoryRemoteId: text('Category Remote ID', {
			to: 'category.remote_id',
			placeholder: 'e.g. bags_555',
			description: 'Your own ID of the category',
		}),
		defaultImageUrl: text('Default Image URL', {
			to: 'default_image_url',
			placeholder: 'e.g. https://example.com/pencil.jpg',
		}),
		fulfillmentDay: number('Fulfillment Day', {
			to: 'fulfillment_day',
			description:
				'How long you need to fulfill an order. Its unit is not documented; the name speaks of days.',
		}),
		guarantee: number('Guarantee', {
			description: 'How long the guarantee lasts. Its unit is not documented.',
		}),
		isActive: isActive('product'),
		name: text('Name', { placeholder: 'e.g. Black Pencil' }),
		tax: number('Tax', {
			description: 'The tax amount. Whether it is money or a percentage is not documented.',
		}),
		translations: rows(
			'Translations',
			{ language, name: text('Name') },
			{ row: 'Translation', description: "The product's name in other languages" },
		),
		variants: rows('Variants', variant, {
			row: 'Variant',
			description: 'What is sold of the product, such as its sizes and colours',
		}),
	},
	checks: [
		remoteIdWith('categoryRemoteId', 'Category Remote ID', [
			'categoryName',
			'categoryParentRemoteId',
		]),
		remoteIdWith('brandRemoteId', 'Brand Remote ID', ['brandName']),
		skuInJson,
	],
	simplify,
};

const inferred = (segment: string): Pick<Operation, 'source' | 'method' | 'path' | 'record'> => ({
	source: 'inferred',
	method: 'GET',
	path: `/products/${segment}/{spu}`,
	record: 'data',
});

/** What a merchant sells; each product holds variants, which have price and stock. */
export const products: Resource = {
	name: 'Product',
	operations: {
		disable: {
			...inferred('disabled'),
			name: 'Disable',
			action: 'Disable product',
			description: 'Take a product off sale',
			effect: 'set',
			fields: { spu },
		},
		enable: {
			...inferred('enabled'),
			name: 'Enable',
			action: 'Enable product',
			description: 'Put a product on sale again',
			effect: 'set',
			fields: { spu },
		},
		get: {
			...inferred('get'),
			name: 'Get',
			action: 'Get product',
			description: 'Retrieve a product by its SPU',
			effect: 'read',
			fields: { spu },
			simplify,
		},
		getAll,
		upsert,
	},
};
