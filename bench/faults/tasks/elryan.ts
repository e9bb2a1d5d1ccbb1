import type { IDataObject } from 'n8n-workflow';
import type { ElryanSandbox } from '../../../sandbox';
import { startElryan } from '../../../sandbox/elryan';
import { by } from '../../../test/sandboxed/open';
import { unusedPort } from '../ports';
import type { NodeCall, OpenStage, Stage } from '../stage';

/** Where Elryan's success and failure differ by `error_code` alone: one task of each effect. */

const LENGTH = 100;
/** More than any variant of the sandbox has of its own. */
const NEW_STOCK = 5000;

const openElryan = async (): Promise<ElryanSandbox> =>
	await startElryan({ seed: 'empty', port: await unusedPort() });

const common = (shop: ElryanSandbox): Pick<Stage, 'shop' | 'token'> => ({
	shop,
	token: shop.account.apiToken,
});

function nodeCall(
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

const pagination = {
	paginationMode: 'updateAParameterInEachRequest',
	parameters: {
		parameters: [{ type: 'body', name: 'start', value: `={{ $pageCount * ${LENGTH} }}` }],
	},
	paginationCompleteWhen: 'other',
	completeExpression: `={{ $response.body.data?.length < ${LENGTH} }}`,
	limitPagesFetched: false,
	requestInterval: 0,
};

export const openElryanList: OpenStage = async (size) => {
	const shop = await openElryan();
	const variants = shop.store.addVariants(size);
	return {
		...common(shop),
		action: 'variant.getAll',
		input: [{}],
		callOf: ({ body }) => JSON.stringify(body),
		perRequest: 1,
		node: nodeCall(shop, 'variant', 'getAll', { returnAll: true, filters: {} }),
		http: {
			method: 'POST',
			path: '/variants/search',
			body: JSON.stringify({ search: {}, start: 0, length: LENGTH }),
			pages: { pagination, rows: 'data' },
		},
		truth: {
			kind: 'list',
			wanted: () => variants.map(({ sku }) => sku),
			nameOf: ({ sku }) => (typeof sku === 'string' && sku !== '' ? sku : undefined),
		},
	};
};

export const openElryanStock: OpenStage = async (size) => {
	const shop = await openElryan();
	const variants = shop.store.addVariants(size);
	return {
		...common(shop),
		action: 'variant.updatePriceStock',
		input: variants.map(({ sku }, index) => ({ sku, stock: NEW_STOCK + index })),
		callOf: ({ body }) => JSON.stringify(body),
		perRequest: 100,
		node: nodeCall(shop, 'variant', 'updatePriceStock', {
			sku: '={{ $json.sku }}',
			updateFields: { stock: '={{ $json.stock }}' },
		}),
		http: {
			method: 'POST',
			path: '/variants/stock-and-price',
			body: '={{ JSON.stringify({ items: [{ sku: $json.sku, stock: $json.stock }] }) }}',
		},
		truth: {
			kind: 'writes',
			times: () => variants.map(({ stock }, index) => (stock === NEW_STOCK + index ? 1 : 0)),
		},
	};
};

export const openElryanCancel: OpenStage = async (size) => {
	const shop = await openElryan();
	const lines = shop.store.addOrders(size, { Status: 'Pending Confirmation' });
	return {
		...common(shop),
		action: 'order.cancel',
		input: lines.map(({ POlineID: id }) => ({ id })),
		callOf: ({ path }) => path,
		perRequest: 1,
		node: nodeCall(shop, 'order', 'cancel', {
			poLineId: by('id', '={{ $json.id }}'),
			reason: by('value', 'out_of_stock'),
		}),
		http: {
			method: 'PUT',
			path: '/orders/cancel/{{ $json.id }}',
			body: JSON.stringify({ reason: 'out_of_stock' }),
		},
		truth: {
			kind: 'writes',
			times: () => lines.map(({ Status }) => (Status === 'Cancelled' ? 1 : 0)),
		},
	};
};
