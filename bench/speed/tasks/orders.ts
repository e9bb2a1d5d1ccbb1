import type { OpenStage } from '../../shared/stage';
import { edumallsStage, openEdumalls } from '../../shared/tasks/edumalls';
import { common, nodeCall, openElryan } from '../../shared/tasks/elryan';

export const PAGE_SIZE = 50;
const LENGTH = 100;

const parameters = { returnAll: true, filters: {}, simple: false };

const pageAfterPage = (change: { name: string; value: string }, isLast: string) => ({
	paginationMode: 'updateAParameterInEachRequest',
	parameters: { parameters: [{ type: 'body', ...change }] },
	paginationCompleteWhen: 'other',
	completeExpression: isLast,
	limitPagesFetched: false,
	requestInterval: 0,
});

const textOf = (value: unknown): string | undefined =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

/** A seller reads all orders, where the list says how many there are. */
export const openEdumallsOrders: OpenStage = async (size) => {
	const shop = await openEdumalls();
	const orders = shop.store.addOrders(size, { paid: true });
	return await edumallsStage({
		shop,
		resource: 'order',
		operation: 'getAll',
		action: 'view_order_list',
		parameters,
		data: `sort: 'ASC', page: 1, page_size: ${PAGE_SIZE}`,
		callOf: 'data',
		input: [{}],
		pages: {
			pagination: pageAfterPage(
				{
					name: 'data',
					value: `={{ { sort: 'ASC', page: $pageCount + 1, page_size: ${PAGE_SIZE} } }}`,
				},
				`={{ $response.body.orders?.length < ${PAGE_SIZE} }}`,
			),
			rows: 'orders',
		},
		truth: {
			kind: 'list',
			wanted: () => orders.map(({ order_id: id }) => String(id)),
			nameOf: ({ order_id: id }) => textOf(id),
		},
	});
};

/** A seller reads all lines of orders, where the list has no total. */
export const openElryanOrders: OpenStage = async (size) => {
	const shop = await openElryan();
	const lines = shop.store.addOrders(size, {});
	return {
		...common(shop),
		action: 'order.getAll',
		input: [{}],
		callOf: ({ body }) => JSON.stringify(body),
		perRequest: 1,
		node: nodeCall(shop, 'order', 'getAll', parameters),
		http: {
			method: 'POST',
			path: '/orders/search',
			body: JSON.stringify({ search: {}, start: 0, length: LENGTH }),
			pages: {
				pagination: pageAfterPage(
					{ name: 'start', value: `={{ $pageCount * ${LENGTH} }}` },
					`={{ $response.body.data?.length < ${LENGTH} }}`,
				),
				rows: 'data',
			},
		},
		truth: {
			kind: 'list',
			wanted: () => lines.map(({ POlineID: id }) => id),
			nameOf: ({ POlineID: id }) => textOf(id),
		},
	};
};
