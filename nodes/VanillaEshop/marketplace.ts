import type { Marketplace } from '../shared/operation';
import { baseUrl, warnOfPlainHttp } from './access';
import { readFailure } from './refusals';
import { customers } from './resources/customer';
import { manufacturers } from './resources/manufacturer';
import { optionValues } from './resources/optionValue';
import { orders } from './resources/order';
import { prices } from './resources/price';
import { products } from './resources/product';

/** VanillaEshop's API for data that comes in: catalogue, prices and orders; it lists nothing. */
export const vanillaEshop: Marketplace = {
	name: 'VanillaEshop',
	credential: 'vanillaEshopApi',
	baseUrl,
	warns: warnOfPlainHttp,
	examplePath: '/v1/in/order/500001',
	resources: {
		order: orders,
		product: products,
		price: prices,
		customer: customers,
		manufacturer: manufacturers,
		optionValue: optionValues,
	},
	readFailure,
};
