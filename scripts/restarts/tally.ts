import { allExecutions, type ExecutionSummary, getExecution, itemsOf } from '../n8n/executions';
import type { N8nRequest } from '../n8n/session';
import { trigger } from './workflow';

/** What became of the orders in all executions together. */
export interface Tally {
	executions: ExecutionSummary[];
	/** The lines that reached the workflow, as often as they did. */
	lines: string[];
	/** Executions in which nothing was left to put out: all of it had been put out before. */
	empty: number;
}

/** Reads what every execution of the workflow has put out, whatever became of it. */
export async function tallyOf(request: N8nRequest, workflowId: string): Promise<Tally> {
	const executions = await allExecutions(request, workflowId);
	const lines: string[] = [];
	let empty = 0;
	for (const { id, status } of executions) {
		const rows = itemsOf(await getExecution(request, id), trigger);
		lines.push(...rows.map(({ poLineId }) => String(poLineId)));
		if (rows.length === 0 && status === 'success') empty++;
	}
	return { executions, lines, empty };
}

/** Does what a person can do about executions that n8n was in the middle of: _Retry_. */
export async function retryCrashed(request: N8nRequest, { executions }: Tally): Promise<void> {
	for (const { id, status } of executions) {
		if (status !== 'crashed') continue;
		await request('POST', `/rest/executions/${id}/retry`, { loadWorkflow: false });
	}
}

const count = <T>(items: T[], wanted: (item: T) => boolean): number => items.filter(wanted).length;

export interface Verdict {
	text: string;
	missing: number;
	crashed: number;
	good: boolean;
}

/** The result in one line, and whether each order was put out exactly once. */
export function verdict({ executions, lines, empty }: Tally, placed: string[]): Verdict {
	const out = new Set(lines);
	const missing = count(placed, (line) => !out.has(line));
	const twice = lines.length - out.size;
	const crashed = count(executions, ({ status }) => status === 'crashed');
	const text =
		`${placed.length} orders, ${lines.length} put out, ${missing} missing, ${twice} twice; ` +
		`${executions.length} executions, of them ${empty} without an item and ${crashed} crashed`;
	const good = missing === 0 && twice === 0 && lines.length === placed.length;
	return { text, missing, crashed, good };
}
