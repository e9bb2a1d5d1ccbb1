import type { Marketplace } from '../shared/operation';
import { baseUrl } from './environment';
import { readFailure } from './refusals';
import { customer } from './resources/customer';
import { customerGroup } from './resources/customerGroup';
import { order } from './resources/order';
import { product } from './resources/product';

/** Edumalls IntegrationHub: a Magento 2 seller API, one URL a resource and an action in the body. */
export const edumalls: Marketplace = {
	name: 'Edumalls',
	credential: 'edumallsApi',
	baseUrl,
	examplePath: '/rest/V1/integration/seller/order',
	resources: { order, product, customer, customerGroup },
	readFailure,
};
