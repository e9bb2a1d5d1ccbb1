import type { IDataObject } from 'n8n-workflow';
import type { ElryanSandbox } from '../../../sandbox';
import { startElryan } from '../../../sandbox/elryan';
import { unusedPort } from '../ports';
import type { NodeCall, OpenStage, Stage } from '../stage';

/** More than any variant of the sandbox has of its own. */
const NEW_STOCK = 5000;

const priceOf = (index: number): number => 100_000 + index;

/** An empty Elryan for one run. */
export const openElryan = async (): Promise<ElryanSandbox> =>
	await startElryan({ seed: 'empty', port: await unusedPort() });

/** What all tasks at Elryan share. */
export const common = (shop: ElryanSandbox): Pick<Stage, 'shop' | 'token'> => ({
	shop,
	token: shop.account.apiToken,
});

/** A task of our node, with a token in hand. */
export function nodeCall(
	{ account }: ElryanSandbox,
	resource: string,
	operation: string,
	parameters: IDataObject,
): NodeCall {
	return {
		folder: 'Elryan',
		resource,
		operation,
		parameters,
		credentials: (baseUrl) => ({
			elryanApi: {
				environment: 'custom',
				baseUrl,
				authentication: 'apiToken',
				apiToken: account.apiToken,
			},
		}),
	};
}

/** A seller sets prices and stock from a sheet: many variants in one request. */
export const openElryanStock: OpenStage = async (size) => {
	const shop = await openElryan();
	const variants = shop.store.addVariants(size);
	return {
		...common(shop),
		action: 'variant.updatePriceStock',
		input: variants.map(({ sku }, index) => ({
			sku,
			stock: NEW_STOCK + index,
			price: priceOf(index),
		})),
		callOf: ({ body }) => JSON.stringify(body),
		perRequest: 100,
		node: nodeCall(shop, 'variant', 'updatePriceStock', {
			sku: '={{ $json.sku }}',
			updateFields: { stock: '={{ $json.stock }}', price: '={{ $json.price }}' },
		}),
		http: {
			method: 'POST',
			path: '/variants/stock-and-price',
			body: '={{ JSON.stringify({ items: [$json] }) }}',
		},
		truth: {
			kind: 'writes',
			times: () =>
				variants.map(({ stock, price }, index) =>
					stock === NEW_STOCK + index && price === priceOf(index) ? 1 : 0,
				),
		},
	};
};
