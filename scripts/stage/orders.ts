import { setTimeout as delay } from 'node:timers/promises';
import type { Delivery, Order } from '../../sandbox';
import type { EventCode } from '../../sandbox/edumalls/types';
import {
	type Execution,
	finishedExecution,
	getExecution,
	itemsOf,
	listExecutions,
} from '../n8n/executions';
import type { Example } from './examples';
import type { Stage } from './stage';

export const paymentReceived: EventCode = 210;

/**
 * A buyer orders. The number grows with the time: the sandbox begins anew at every start, while
 * n8n remembers which orders it has dealt with.
 */
export function placeOrder({ sandbox }: Stage): Order {
	const { store } = sandbox.edumalls;
	const order_id = store.orders.length + Math.floor(Date.now() / 1000) - epoch;
	return store.placeOrder({ order_id, increment_id: `2${String(order_id).padStart(9, '0')}` });
}

const epoch = Date.UTC(2026, 0, 1) / 1000;

/** Tries until there is something; gives up with undefined. */
export async function eventually<T>(
	look: () => T | undefined | Promise<T | undefined>,
	timeoutMs = 30_000,
): Promise<T | undefined> {
	const until = Date.now() + timeoutMs;
	for (;;) {
		const found = await look();
		if (found !== undefined || Date.now() > until) return found;
		await delay(100);
	}
}

/** The event as the sandbox sent it, once it was answered. */
export async function answeredDelivery(
	{ sandbox }: Stage,
	orderId: number,
	eventCode: EventCode,
): Promise<Delivery | undefined> {
	const { deliveries } = sandbox.edumalls;
	return await eventually(() =>
		deliveries.find(
			(delivery) =>
				delivery.orderId === orderId &&
				delivery.eventCode === eventCode &&
				(delivery.status !== undefined || delivery.error !== undefined),
		),
	);
}

/** The executions that an event of this order has started, over or not. */
export async function executionsFor(
	{ session }: Stage,
	{ workflow, trigger }: Example,
	orderId: number,
): Promise<Execution[]> {
	const summaries = await listExecutions(session.request, workflow.id);
	const all = summaries.map(async ({ id }) => await getExecution(session.request, id));
	return (await Promise.all(all)).filter((execution) => {
		const [event] = trigger ? itemsOf(execution, trigger.node.name) : [];
		return orderIdOf(event) === orderId;
	});
}

function orderIdOf(event: Record<string, unknown> | undefined): unknown {
	const order = event?.order;
	if (typeof order !== 'object' || order === null || !('order_id' in order)) return undefined;
	return order.order_id;
}

/** Waits for the execution that an order's event starts, and for its end. */
export async function executionOf(
	stage: Stage,
	example: Example,
	orderId: number,
): Promise<Execution | undefined> {
	const found = await eventually(async () => {
		const [execution] = await executionsFor(stage, example, orderId);
		return execution;
	});
	return found && (await finishedExecution(stage.session.request, found.id));
}

/** Why an execution failed: the words that its failing node shows in the editor. */
export function failureOf(execution: Execution): string | undefined {
	if (execution.status === 'success') return undefined;
	for (const [node, runs] of Object.entries(execution.runs)) {
		const error = runs.at(-1)?.error;
		if (error) return `${node}: ${[error.message, error.description].filter(Boolean).join('. ')}`;
	}
	return execution.error?.message ?? `it ended as '${execution.status}'`;
}
