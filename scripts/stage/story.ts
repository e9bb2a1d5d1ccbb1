import type { Order } from '../../sandbox';
import { duration, fail, ok, say } from '../lib/say';
import type { Execution } from '../n8n/executions';
import type { Example } from './examples';
import * as orders from './orders';
import type { Stage } from './stage';

/**
 * The main job, shown step by step: a buyer pays, and the order is invoiced and shipped without a
 * person doing anything. True when every step was seen.
 */
export async function tellTheStory(stage: Stage, example: Example): Promise<boolean> {
	const { store } = stage.sandbox.edumalls;
	say('\nA buyer orders on the sandbox’s Edumalls:');
	const order = orders.placeOrder(stage);
	ok(`Order ${order.increment_id} is placed: ${amount(order)}, ${goods(order)}`);
	store.payOrder(order.order_id);
	ok('It is paid');
	return (
		(await showDelivery(stage, order)) &&
		(await showExecution(stage, example, order)) &&
		showOutcome(stage, order)
	);
}

function amount({ grand_total: total, currency_code: currency }: Order): string {
	return `${total} ${currency}`;
}

function goods({ items }: Order): string {
	return items.map(({ qty_ordered: quantity, name }) => `${quantity} × ${name}`).join(', ');
}

async function showDelivery(stage: Stage, { order_id: id }: Order): Promise<boolean> {
	const delivery = await orders.answeredDelivery(stage, id, orders.paymentReceived);
	if (delivery?.status === 200) {
		ok('Edumalls tells n8n with a signed webhook; the signature is right, n8n answers 200');
		return true;
	}
	fail(`The webhook was not taken: ${delivery?.error ?? delivery?.status ?? 'no answer'}`);
	return false;
}

async function showExecution(stage: Stage, example: Example, order: Order): Promise<boolean> {
	const execution = await orders.executionOf(stage, example, order.order_id);
	const { name } = example.workflow;
	if (!execution) {
		fail(`The workflow ‘${name}’ was not started`);
		return false;
	}
	const failure = orders.failureOf(execution);
	if (failure !== undefined) {
		fail(`The workflow ‘${name}’ failed at ${failure}`);
		return false;
	}
	ok(`The workflow ‘${name}’ ran: ${stepsOf(execution)} (${timeOf(execution)})`);
	return true;
}

function stepsOf({ runs }: Execution): string {
	return Object.keys(runs).join(' → ');
}

function timeOf({ startedAt, stoppedAt }: Execution): string {
	if (!startedAt || !stoppedAt) return 'finished';
	return duration(Date.parse(stoppedAt) - Date.parse(startedAt));
}

/** What the marketplace shows now; nothing here is taken from what the workflow says it did. */
function showOutcome({ sandbox }: Stage, { order_id: id }: Order): boolean {
	const { store } = sandbox.edumalls;
	const order = store.findOrder({ order_id: id });
	const [tracking] = order?.shipment?.tracking ?? [];
	const comment = store.comments(id).findLast((line) => line.comment !== null);
	say('On Edumalls the order is now');
	const seen = [
		[order?.invoice, `invoiced: invoice ${order?.invoice?.increment_id}`, 'not invoiced'],
		[
			tracking,
			`shipped: ${tracking?.title}, tracking number ${tracking?.track_number}`,
			'not shipped with a tracking number',
		],
		[comment, `commented for the buyer: “${comment?.comment}”`, 'without a comment for the buyer'],
	] as const;
	for (const [done, good, bad] of seen) {
		if (done) ok(good);
		else fail(bad);
	}
	return seen.every(([done]) => done !== undefined && done !== null);
}
