import type { IDataObject } from 'n8n-workflow';
import { startVanillaEshop, type VanillaEshopOptions } from '../../sandbox/vanillaeshop';
import { openService } from './service';

/** The sandbox's VanillaEshop and n8n's engine with the node in it. */
export async function openVanillaEshop(
	options: VanillaEshopOptions = {},
	credentials: IDataObject = {},
) {
	const sandbox = await startVanillaEshop(options);
	const { account, url: baseUrl } = sandbox;
	const { run } = openService('VanillaEshop', {
		vanillaEshopApi: { authentication: 'none', ...account, baseUrl, ...credentials },
	});
	return {
		sandbox,
		run,
		sent: (action: string) => sandbox.requests.filter((request) => request.action === action),
		/** What the spec or Laravel knows nothing of. */
		invalid: () => sandbox.requests.flatMap(({ invalid }) => invalid ?? []),
	};
}

/** What every product has. */
export const product = {
	arName: 'فنجان قهوة',
	enName: 'Coffee Cup',
	price: '15.00',
	cost: '7.50',
	logisticsCost: 4,
	inventoryCost: '0',
	quantity: 20,
	minimum: '1',
	maximum: '10',
	stockStatusId: '7',
	status: '1',
	masterCategoryId: '20',
	productLink: 'https://example.com/cup',
	isReturnable: true,
};

export const option = {
	values: [
		{
			optionId: '36',
			required: true,
			values: { values: [{ optionValueId: '262', sku: 'cup.green', quantity: 5, price: '0.00' }] },
		},
	],
};

export const special = {
	values: [{ price: '12.50', dateStart: '2026-01-01T00:00:00', dateEnd: '2026-01-31T23:59:59' }],
};

export const dates = { dateStart: '2026-01-01', dateEnd: '2026-01-31' };

export const order = {
	storeId: '0',
	firstname: 'سارة',
	lastname: 'العتيبي',
	email: 'sara@example.com',
	telephone: '0500000001',
	paymentFirstname: 'سارة',
	paymentAddress1: 'شارع العليا',
	paymentAddress2: 'مبنى 12',
	paymentCity: 'Riyadh',
	paymentCountryId: 'SA',
	paymentZoneId: 'RD',
	products: {
		values: [{ sku: 'van.85', name: 'فنجان قهوة', quantity: '3', price: '0.105', cost: 0, tax: 0 }],
	},
	shippingTotal: '20',
};
