import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { connect, type CallContext } from '../connection';
import { toFailure, toNodeError } from '../failure';
import type { Marketplace } from '../operation';
import { beginning, readCursor } from './cursor';
import { toItems } from './deduplicate';
import { thisRun } from './run';
import { scan } from './scan';
import type { Wanted } from './watch';
import { resumed, withEmission } from './unconfirmed';

/** A poll takes no longer than this; n8n may allow it less. */
const BUDGET_MS = 40_000;

const polling = new Set<string>();

const seen = new WeakSet<IPollFunctions>();

/**
 * Whether n8n has just been started and polls for the first time. Where that poll fails, and four more within
 * 15 s, n8n never polls again until someone publishes the workflow anew, not even after its next start.
 */
function isFirstSinceStart(context: IPollFunctions): boolean {
	const isFirst = !seen.has(context);
	seen.add(context);
	return isFirst && ['init', 'leadershipChange'].includes(context.getActivationMode());
}

/**
 * Puts out each occurrence at least once, over restarts and over records that share a time; `deduplicate`
 * makes it exactly once. Works with both ways in which n8n keeps a cursor: what is stored is read first and set
 * at the very end, and a cursor that was lost only makes the poll look again at what it knows by name.
 */
export async function poll(
	this: IPollFunctions,
	marketplace: Marketplace,
	{ event, watch, simplify }: Wanted,
): Promise<INodeExecutionData[][] | null> {
	const receiver = `${this.getWorkflow().id ?? ''} ${this.getNode().id}`;
	// n8n starts the next poll even where the last one is still at work.
	if (polling.has(receiver)) return null;
	polling.add(receiver);
	const mayFail = isFirstSinceStart(this);
	try {
		const connection = await connect(this as unknown as CallContext, marketplace);
		const data = this.getWorkflowStaticData('node');
		const run = thisRun();
		// Of another list, or of another host, the cursor tells nothing.
		const watched = `${event} ${connection.baseUrl}`;
		const stored = readCursor(data, watched);
		const known = stored ? resumed(stored, run, Date.now()) : beginning(Date.now());
		const budgetMs = Math.min(BUDGET_MS, this.getPollBudgetMs());
		const { cursor, put, complete } = await scan(connection, watch, known, budgetMs);
		if (!complete) {
			this.logger.warn(
				`${this.getNode().name}: the list is longer than one poll reads; the next goes on where this one stopped.`,
			);
		}
		const emits = put.length > 0;
		const kept = emits ? withEmission(cursor, known, put, Date.now()) : cursor;
		data.cursor = { ...kept, run, watched } as unknown as IDataObject;
		if (emits) return [toItems(put, simplify)];
		// With n8n's durable scheduler, the cursor of an activation that puts nothing out is dropped otherwise.
		if (known.learning !== undefined) await this.__commitCursor?.();
		return null;
	} catch (error) {
		const failure = toNodeError(this.getNode(), toFailure(error));
		if (!mayFail) throw failure;
		// The next poll tells it, if it is still so.
		this.logger.warn(
			`${this.getNode().name}: the first poll after the start failed: ${failure.message}`,
		);
		return null;
	} finally {
		polling.delete(receiver);
	}
}
