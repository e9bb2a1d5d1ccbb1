import { json, type Answer } from '../../../sandbox/shared/answer';
import { createTimers } from '../../../sandbox/shared/clock';
import { createFaultList } from '../../../sandbox/shared/faults';
import { createRateLimiter } from '../../../sandbox/shared/rateLimit';
import { createRequestLog } from '../../../sandbox/shared/requestLog';
import { createServer, listen } from '../../../sandbox/shared/server';
import { mountService, type ApiRequest } from '../../../sandbox/shared/service';
import { unusedPort } from '../../shared/ports';
import type { OpenStage, Shop } from '../../shared/stage';

/**
 * A shop that lists orders in Magento's own form, which none of the five marketplaces does: n8n's Magento 2
 * node needs it.
 */

const LIST = '/rest/default/V1/orders';
const DEFAULT_SIZE = 20;

const VOICE = {
	success: () => ({}),
	failure: (message: string) => ({ message }),
	serverError: () => ({ message: 'Internal Error' }),
	tooManyRequests: () => ({ message: 'Too Many Requests' }),
	movedTo: 'https://shop.example/',
};

interface Order {
	order_id: string;
	entity_id: number;
	increment_id: string;
	status: string;
}

const orderOf = (index: number): Order => ({
	order_id: String(index),
	entity_id: index,
	increment_id: String(1_000_000_000 + index),
	status: 'processing',
});

/** A page, by the parameter in either of the spellings that Magento reads. */
function pageOf(orders: Order[], { url }: ApiRequest): Answer {
	const query = new URL(url, 'http://shop.example').searchParams;
	const number = (name: string, other: string, fallback: number): number =>
		Number(
			query.get(`search_criteria[${name}]`) ?? query.get(`searchCriteria[${other}]`) ?? fallback,
		);
	const size = number('page_size', 'pageSize', DEFAULT_SIZE);
	const start = (number('current_page', 'currentPage', 1) - 1) * size;
	return json(200, { items: orders.slice(start, start + size), total_count: orders.length });
}

async function startShop(orders: Order[]): Promise<Shop> {
	const log = createRequestLog();
	const faults = createFaultList();
	const limits = createRateLimiter();
	const timers = createTimers();
	const app = createServer();
	mountService(app, {
		log,
		faults,
		limiter: limits,
		timers,
		actionOf: (_body, _method, path) => (path === LIST ? 'order.getAll' : undefined),
		voice: VOICE,
		refusedToken: () => json(401, { message: 'The consumer is not authorized.' }),
		handle: (request) =>
			request.path === LIST ? pageOf(orders, request) : json(404, { message: 'No such route' }),
	});
	const { url, close } = await listen(app, await unusedPort());
	return {
		url,
		requests: log.requests,
		faults,
		limits,
		get maxInFlight() {
			return log.maxInFlight;
		},
		resetStats: log.clear,
		revokeTokens: () => undefined,
		close: async () => {
			timers.clear();
			await close();
		},
	};
}

/** So many orders of a shop of Magento's own. */
export const openMagentoOrders: OpenStage = async (size) => {
	const orders = Array.from({ length: size }, (_, index) => orderOf(index + 1));
	return {
		shop: await startShop(orders),
		token: 'token-1',
		action: 'order.getAll',
		input: [{}],
		callOf: ({ path }) => path,
		perRequest: 1,
		node: {
			folder: 'PrintXpand',
			resource: 'order',
			operation: 'getAll',
			parameters: {},
			credentials: () => ({}),
		},
		http: { method: 'GET', path: LIST },
		truth: {
			kind: 'list',
			wanted: () => orders.map(({ order_id: id }) => id),
			nameOf: ({ order_id: id }) => (typeof id === 'string' ? id : undefined),
		},
	};
};
