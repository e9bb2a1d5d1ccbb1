import type { ControlCall, ControlRoutes } from '../shared/control';
import { basicControls } from '../shared/controlBasics';
import { ControlError } from '../shared/controlError';
import { numberField, onlyFields, textOf } from '../shared/controlInput';
import type { ElryanSandbox } from './index';
import { checkSetting, DEFAULT_SETTINGS } from './settings';
import type { OrderLine } from './types';

type Call = ControlCall<ElryanSandbox>;

const MOST_AT_ONCE = 10_000;

const countOf = (body: Record<string, unknown>): number =>
	numberField(body, 'count', { low: 1, high: MOST_AT_ONCE, whole: true }) ?? 1;

export const controlRoutes: ControlRoutes<ElryanSandbox> = {
	'GET /_sandbox': ({ sandbox }) => overview(sandbox),

	'POST /_sandbox/orders': placeOrders,
	'GET /_sandbox/orders/:id': (call) => {
		const line = lineOf(call);
		const { store } = call.sandbox;
		const isOfLine = (id: number): boolean => String(id) === line['Purchase Order ID'];
		return {
			line,
			orderedAt: store.orderedAt(line),
			packages: store.packages.filter(({ order_id }) => isOfLine(order_id)),
			deliveries: store.deliveries.filter(({ order_id }) => isOfLine(order_id)),
		};
	},
	'POST /_sandbox/orders/:id/status': (call) => {
		onlyFields(call.body, ['status', 'statusAr']);
		const status = textOf(call.body, 'status');
		if (status === undefined) throw new ControlError("'status' is missing, such as Delivered");
		const { POlineID } = lineOf(call);
		return call.sandbox.store.moveOrder(POlineID, status, textOf(call.body, 'statusAr'));
	},
	'POST /_sandbox/variants': ({ sandbox, body }) => {
		onlyFields(body, ['count']);
		return { added: sandbox.store.addVariants(countOf(body)).length };
	},
	'POST /_sandbox/transactions': ({ sandbox, body }) => {
		onlyFields(body, ['count']);
		return { transactions: sandbox.store.addTransactions(countOf(body)) };
	},

	...basicControls<ElryanSandbox>(DEFAULT_SETTINGS, checkSetting),
};

function overview(sandbox: ElryanSandbox): Record<string, unknown> {
	const { store } = sandbox;
	const { email, password, apiToken } = sandbox.account;
	return {
		url: sandbox.url,
		account: { email, password, apiToken },
		counts: {
			orderLines: store.orderLines.length,
			products: store.products.length,
			variants: store.variants.length,
			categories: store.categories.length,
			brands: store.brands.length,
			attributes: store.attributes.length,
			attributeValues: store.attributeValues.length,
			transactions: store.transactions.length,
			packages: store.packages.length,
			trackings: store.trackings.length,
			deliveries: store.deliveries.length,
			cronStarts: store.cronStarts,
			requests: sandbox.requests.length,
		},
		logins: sandbox.loginCount,
		maxInFlight: sandbox.maxInFlight,
		faults: sandbox.faults.active,
		limits: sandbox.limits.limits,
		settings: sandbox.settings,
		calls: Object.keys(controlRoutes),
	};
}

/** Orders that come in now. `lines` of each belong together, as one purchase order. */
function placeOrders({ sandbox, body }: Call): { orders: OrderLine[] } {
	onlyFields(body, ['count', 'lines', 'sku', 'quantity']);
	const lines = numberField(body, 'lines', { low: 1, high: 9, whole: true }) ?? 1;
	const quantity = numberField(body, 'quantity', { low: 1, whole: true });
	const draft = { lines, quantity, sku: textOf(body, 'sku') };
	const { store } = sandbox;
	const orders = Array.from({ length: countOf(body) }, () => store.placeOrderLine(draft));
	return { orders: orders.flatMap((line) => store.linesOf(line['Purchase Order ID'])) };
}

function lineOf({ sandbox, params }: Call): OrderLine {
	const { id = '' } = params;
	const line = sandbox.store.findLine(id);
	if (!line) throw new ControlError(`There is no order line ${id}`, 404);
	return line;
}
