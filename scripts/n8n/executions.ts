import { parse } from 'flatted';
import { setTimeout as delay } from 'node:timers/promises';
import type { N8nRequest } from './session';

export type ExecutionStatus =
	'new' | 'running' | 'waiting' | 'success' | 'error' | 'canceled' | 'crashed' | 'unknown';

export interface ExecutionSummary {
	id: string;
	workflowId: string;
	status: ExecutionStatus;
	mode: string;
	startedAt: string | null;
	stoppedAt: string | null;
}

export interface NodeRun {
	executionStatus?: string;
	error?: { message: string; description?: string | null };
	/** The items of each output of the node. */
	data?: { main?: Array<Array<{ json: Record<string, unknown> }> | null> };
}

export interface Execution extends ExecutionSummary {
	/** By node name, one entry for each time the node ran. */
	runs: Record<string, NodeRun[]>;
	error?: { message: string; description?: string | null };
}

const over: readonly ExecutionStatus[] = ['success', 'error', 'canceled', 'crashed'];

/** Newest first. */
export async function listExecutions(
	request: N8nRequest,
	workflowId: string,
	limit = 100,
): Promise<ExecutionSummary[]> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	const path = `/rest/executions?filter=${filter}&limit=${limit}`;
	const { results } = await request<{ results: ExecutionSummary[] }>('GET', path);
	return results;
}

interface Page {
	results: ExecutionSummary[];
	nextCursor?: string | null;
}

/** All of a workflow's executions but those known already, newest first; n8n gives at most 100 at a time. */
export async function allExecutions(
	request: N8nRequest,
	workflowId: string,
	known: ReadonlySet<string> = new Set(),
): Promise<ExecutionSummary[]> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	const found: ExecutionSummary[] = [];
	for (let cursor = ''; ;) {
		const path = `/rest/executions?filter=${filter}&limit=100${cursor}`;
		const { results, nextCursor } = await request<Page>('GET', path);
		const fresh = results.filter(({ id }) => !known.has(id));
		found.push(...fresh);
		// Behind one that is known there are only such.
		if (!nextCursor || fresh.length < results.length) return found;
		cursor = `&cursor=${encodeURIComponent(nextCursor)}`;
	}
}

interface StoredExecution extends ExecutionSummary {
	/** n8n keeps run data 'flatted', since it may refer to itself. */
	data: string;
}

interface RunData {
	resultData?: { runData?: Record<string, NodeRun[]>; error?: Execution['error'] };
}

export async function getExecution(request: N8nRequest, id: string): Promise<Execution> {
	const { data, ...summary } = await request<StoredExecution>('GET', `/rest/executions/${id}`);
	// An execution that has only just been created has no data yet.
	const { resultData } = (parse(data) as RunData | undefined) ?? {};
	return { ...summary, runs: resultData?.runData ?? {}, error: resultData?.error };
}

/** Waits for an execution to end, however it ends. */
export async function finishedExecution(
	request: N8nRequest,
	id: string,
	timeoutMs = 60_000,
): Promise<Execution> {
	const until = Date.now() + timeoutMs;
	for (;;) {
		const execution = await getExecution(request, id);
		if (over.includes(execution.status)) return execution;
		if (Date.now() > until) {
			throw new Error(`Execution ${id} is still '${execution.status}' after ${timeoutMs} ms`);
		}
		await delay(150);
	}
}

/** The JSON of the items that a node put out in its last run. */
export function itemsOf(
	execution: Execution,
	node: string,
	output = 0,
): Array<Record<string, unknown>> {
	const run = execution.runs[node]?.at(-1);
	return (run?.data?.main?.[output] ?? []).map(({ json }) => json);
}
