import { N8nApiError } from '../n8n/session';
import { longStep } from '../lib/say';
import type { Cluster } from './cluster';
import type { Effort } from './effort';
import { type Entry, entries, isFailed, underWay } from './ledger';
import type { Course } from './run';
import { rightStocks, setStocks } from './stocks';
import { until } from './watch';

/** What n8n's own *Retry* made of a failed execution. */
export interface Retried {
	/** The status that it had. */
	status: string;
	error: string | null;
	/** The status of the execution that Retry made, or what n8n said instead. */
	outcome: string;
	/** Whether anything reached the marketplace. */
	calledAgain: boolean;
}

const MOST = 6;

/** Presses *Retry* on some failed executions, one after the other. */
export async function retryFailed(cluster: Cluster, failed: Entry[]): Promise<Retried[]> {
	const { edumalls, session } = cluster;
	const retried: Retried[] = [];
	for (const { id, status, error } of failed.slice(0, MOST)) {
		const before = edumalls.requests.length;
		const outcome = await session
			.request<{ status?: string }>('POST', `/rest/executions/${id}/retry`, { loadWorkflow: false })
			.then(({ status: after }) => String(after))
			.catch((problem: unknown) => {
				if (problem instanceof N8nApiError) return problem.message;
				if (problem instanceof Error && problem.name === 'TimeoutError') return 'still running';
				throw problem;
			});
		const calledAgain = edumalls.requests.length > before;
		retried.push({ status, error, outcome, calledAgain });
	}
	return retried;
}

type Ending = Pick<Entry, 'status' | 'error'>;

/** How the update of all stocks ended, and how it ended when it was run again. */
export interface Bulk {
	first: Ending;
	/** Right already after the first run. */
	rightAtFirst: number;
	again?: Ending;
	rightInTheEnd: number;
}

const NOT_THERE: Ending = { status: 'none', error: null };

/** Setting a stock again does no harm: what broke off is simply run again. */
export async function finishBulk(
	cluster: Cluster,
	{ stockId, wanted, entries: before }: Course,
	{ patienceMs }: Effort,
): Promise<Bulk> {
	const { edumalls, postgres, webhook } = cluster;
	const right = () => rightStocks(edumalls, wanted);
	const first = before.find(({ workflowId }) => workflowId === stockId);
	const rightAtFirst = right();
	if (!first || !isFailed(first)) {
		return { first: first ?? NOT_THERE, rightAtFirst, rightInTheEnd: rightAtFirst };
	}
	const again = await longStep('Running the bulk update again', async () => {
		await setStocks(webhook, wanted);
		await until(async () => (await underWay(postgres)) > 0, 10_000);
		await until(async () => (await underWay(postgres)) === 0, patienceMs);
		return (await entries(postgres)).findLast(({ workflowId }) => workflowId === stockId);
	});
	return { first, rightAtFirst, again: again ?? NOT_THERE, rightInTheEnd: right() };
}
