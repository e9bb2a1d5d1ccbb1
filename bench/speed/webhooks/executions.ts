import { setTimeout as delay } from 'node:timers/promises';
import { parse } from 'flatted';
import { at } from '../../../nodes/shared/call';
import type { NodeRun } from '../../../scripts/n8n/executions';
import type { N8nRequest } from '../../../scripts/n8n/session';
import { NEXT } from './contenders';
import { askDatabase } from './database';
import type { Instance } from './instance';

/** One execution, as n8n stored it. */
export interface Ran {
	status: string;
	/** When it was over, in milliseconds since the epoch. */
	endedAt: number;
	/** The number of the order that reached the node after the verification, if one did. */
	reached?: string;
}

const PATIENCE_MS = 5 * 60_000;

/** Waits until n8n has no execution of the workflow under way. */
export async function allEnded(request: N8nRequest, workflowId: string): Promise<void> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId, status: ['new', 'running'] }));
	const path = `/rest/executions?filter=${filter}&limit=1`;
	const until = Date.now() + PATIENCE_MS;
	while (Date.now() < until) {
		const { results } = await request<{ results: unknown[] }>('GET', path);
		if (results.length === 0) return;
		await delay(100);
	}
	throw new Error(`n8n was not through after ${PATIENCE_MS / 60_000} minutes`);
}

interface Row {
	status: string;
	stoppedAt: string;
	/** n8n keeps run data 'flatted', since it may refer to itself. */
	data: string;
}

interface RunData {
	resultData?: { runData?: Record<string, NodeRun[]> };
}

/** n8n's times are in UTC and do not say so. */
const timeOf = (text: unknown): number => Date.parse(`${String(text).replace(' ', 'T')}Z`);

function toRan({ status, stoppedAt, data }: Row): Ran {
	const { resultData } = parse(data) as RunData;
	const item = resultData?.runData?.[NEXT]?.at(-1)?.data?.main?.[0]?.[0]?.json;
	// The Webhook node puts what it received under `body`.
	const order = at(item, 'order.increment_id') ?? at(item, 'body.order.increment_id');
	const reached = order === undefined ? undefined : String(order);
	return { status, endedAt: timeOf(stoppedAt), reached };
}

/** Every execution of the workflow. n8n's API would take a call for each of them. */
export async function executionsOf(instance: Instance, workflowId: string): Promise<Ran[]> {
	return (await askDatabase<Row>(instance, 'executions', workflowId)).map(toRan);
}
