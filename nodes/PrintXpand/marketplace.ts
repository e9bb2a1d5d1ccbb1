import type { Marketplace } from '../shared/operation';
import { baseUrl } from './access';
import { readFailure } from './refusals';
import { categories } from './resources/category';
import { customers } from './resources/customer';
import { orders } from './resources/order';
import { products } from './resources/product';

/** PrintXpand's Custom API on a Magento 2 shop: records by the seller's own ids, many in one request. */
export const printXpand: Marketplace = {
	name: 'PrintXpand',
	credential: 'printXpandApi',
	baseUrl,
	examplePath: '/rest/V1/store/storeConfigs',
	resources: {
		order: orders,
		product: products,
		category: categories,
		customer: customers,
	},
	readFailure,
};
