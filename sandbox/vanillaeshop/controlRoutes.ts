import type { ControlCall, ControlRoutes } from '../shared/control';
import { basicControls } from '../shared/controlBasics';
import { ControlError } from '../shared/controlError';
import { numberField, onlyFields } from '../shared/controlInput';
import type { VanillaEshopSandbox } from './index';
import { FIXED } from './reference';
import { addOrders, addProducts } from './seed';
import { checkSetting, DEFAULT_SETTINGS } from './settings';

type Call = ControlCall<VanillaEshopSandbox>;

const MOST_AT_ONCE = 10_000;

function countOf({ body }: Call): number {
	onlyFields(body, ['count']);
	return numberField(body, 'count', { low: 1, high: MOST_AT_ONCE, whole: true }) ?? 1;
}

/** The API lists nothing and shows orders only: here is the rest. */
export const controlRoutes: ControlRoutes<VanillaEshopSandbox> = {
	'GET /_sandbox': ({ sandbox }) => overview(sandbox),

	'GET /_sandbox/products/:sku': ({ sandbox, params }) =>
		found('product', params.sku, sandbox.store.findBySku(params.sku ?? '')),
	'POST /_sandbox/products': (call) => ({
		added: addProducts(call.sandbox.store, countOf(call)).map(({ sku }) => sku),
	}),
	'GET /_sandbox/orders/:id': ({ sandbox, params }) =>
		found('order', params.id, sandbox.store.orders.get(params.id ?? '')),
	'POST /_sandbox/orders': (call) => ({
		added: addOrders(call.sandbox.store, countOf(call)).map(({ order_id }) => order_id),
	}),
	'GET /_sandbox/customers': ({ sandbox }) => [...sandbox.store.customers.values()],
	'GET /_sandbox/manufacturers': ({ sandbox }) => [...sandbox.store.manufacturers.values()],
	'GET /_sandbox/option-values': ({ sandbox }) => [...sandbox.store.optionValues.values()],
	'GET /_sandbox/tables': () => FIXED,

	...basicControls<VanillaEshopSandbox>(DEFAULT_SETTINGS, checkSetting),
};

function found<T>(what: string, id: string | undefined, record: T | undefined): T {
	if (record === undefined) throw new ControlError(`There is no ${what} ${id ?? ''}`, 404);
	return record;
}

function overview(sandbox: VanillaEshopSandbox): Record<string, unknown> {
	const { store, account } = sandbox;
	return {
		url: sandbox.url,
		account: {
			headerName: account.headerName,
			headerSecret: account.headerSecret,
			bearerToken: account.bearerToken,
			username: account.username,
			password: account.password,
		},
		counts: {
			customers: store.customers.size,
			manufacturers: store.manufacturers.size,
			optionValues: store.optionValues.size,
			orders: store.orders.size,
			products: store.products.size,
			requests: sandbox.requests.length,
		},
		maxInFlight: sandbox.maxInFlight,
		faults: sandbox.faults.active,
		limits: sandbox.limits.limits,
		settings: sandbox.settings,
		calls: Object.keys(controlRoutes),
	};
}
