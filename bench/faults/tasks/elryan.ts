import { by } from '../../../test/sandboxed/open';
import type { OpenStage } from '../../shared/stage';
import { common, nodeCall, openElryan } from '../../shared/tasks/elryan';

/** Where Elryan's success and failure differ by `error_code` alone: one task of each effect. */

const LENGTH = 100;

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
