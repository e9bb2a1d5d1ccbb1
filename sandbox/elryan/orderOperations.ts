import { pageOf, type Filters, type Times } from './lists';
import { UNFULFILLED, type Refusal } from './orders';
import { answered, found, notFound, refused, type Operation, type Result } from './result';
import type { Store } from './store';
import type { OrderLine, Transaction } from './types';
import { CODES } from './words';

/** The keys of this search are lost in the reference; these are the record's own names. */
const lines: Filters<OrderLine> = {
	id: (line, wanted) => line.id === wanted,
	POlineID: (line, wanted) => line.POlineID === wanted,
	status: (line, wanted) => line.Status === wanted,
	Status: (line, wanted) => line.Status === wanted,
	'Order Number': (line, wanted) => line['Order Number'] === wanted,
	'Purchase Order ID': (line, wanted) => line['Purchase Order ID'] === wanted,
};

const lineTimes =
	(store: Store): Times<OrderLine> =>
	(line) => ({ created: store.orderedAt(line), updated: line.updatedTime });

const transactionTimes =
	(store: Store): Times<Transaction> =>
	(transaction) => {
		const booked = store.bookedAt(transaction);
		return { created: booked, updated: booked };
	};

/** Does a step to a line, or tells why it cannot be done. */
const step =
	(run: (store: Store, line: OrderLine, body: unknown) => Refusal): Operation =>
	({ store }, { params, body }): Result => {
		const line = store.findLine(params.poLineId ?? '');
		if (!line) return notFound('Order line');
		const refusal = run(store, line, body);
		return refusal === undefined ? answered(line) : refused(CODES.conflict, refusal);
	};

export const orderOperations: Record<string, Operation> = {
	'order.getAll': (context, { body }) => {
		const { store } = context;
		const list = { rows: store.orderLines, filters: lines, times: lineTimes(store) };
		return pageOf(context, body, { ...list, chronicle: true });
	},
	'order.get': ({ store }, { params }) =>
		found('Order line', store.findLine(params.poLineId ?? '')),
	'order.getUnfulfilled': (context, { body }) => {
		const rows = context.store.orderLines.filter(({ Status }) => UNFULFILLED.includes(Status));
		return pageOf(context, body, { rows, chronicle: true });
	},
	'order.getCancelReasons': ({ settings }) => answered(settings.cancelReasons),
	'order.cancel': step((store, line, body) =>
		store.cancel(line, (body as { reason: string }).reason),
	),
	'order.prepare': step((store, line) => store.prepare(line)),

	'transaction.getAll': (context, { body }) => {
		const { store } = context;
		return pageOf(context, body, {
			rows: store.transactions,
			filters: { recordType: ({ recordType }, wanted) => recordType === wanted },
			times: transactionTimes(store),
			chronicle: true,
		});
	},
	'transaction.get': ({ store }, { params }) =>
		found('Transaction', store.findTransaction(params.transactionId ?? '')),
};
