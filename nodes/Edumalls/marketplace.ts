import type { Marketplace } from '../shared/operation';
import { baseUrl } from './environment';
import { readFailure } from './refusals';
import { customers } from './resources/customer';
import { customerGroups } from './resources/customerGroup';
import { orders } from './resources/order';
import { products } from './resources/product';

/** Edumalls IntegrationHub: a Magento 2 seller API, one URL a resource and an action in the body. */
export const edumalls: Marketplace = {
	name: 'Edumalls',
	credential: 'edumallsApi',
	baseUrl,
	examplePath: '/rest/V1/integration/seller/order',
	resources: {
		order: orders,
		product: products,
		customer: customers,
		customerGroup: customerGroups,
	},
	readFailure,
};
