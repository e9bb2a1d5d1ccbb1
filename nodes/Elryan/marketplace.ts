import type { Marketplace } from '../shared/operation';
import { baseUrl } from './environment';
import { readFailure } from './refusals';
import { attributes } from './resources/attribute';
import { attributeValues } from './resources/attributeValue';
import { brands } from './resources/brand';
import { categories } from './resources/category';
import { deliveries } from './resources/delivery';
import { orders } from './resources/order';
import { packages } from './resources/package';
import { products } from './resources/product';
import { system } from './resources/system';
import { trackings } from './resources/tracking';
import { transactions } from './resources/transaction';
import { variants } from './resources/variant';

/** Elryan's merchant API: a catalogue by the merchant's own ids, order lines, and packages to fulfil. */
export const elryan: Marketplace = {
	name: 'Elryan',
	credential: 'elryanApi',
	baseUrl,
	examplePath: '/brands/search',
	resources: {
		order: orders,
		package: packages,
		product: products,
		variant: variants,
		category: categories,
		brand: brands,
		attribute: attributes,
		attributeValue: attributeValues,
		tracking: trackings,
		delivery: deliveries,
		transaction: transactions,
		system,
	},
	readFailure,
};
