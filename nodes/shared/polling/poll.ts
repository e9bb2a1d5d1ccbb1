import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { connect, type CallContext } from '../connection';
import { toFailure, toNodeError } from '../failure';
import type { Marketplace } from '../operation';
import { beginning, readCursor } from './cursor';
import { toItems } from './deduplicate';
import { thisRun } from './run';
import { scan, type Watch } from './scan';
import { resumed, withBatch } from './unconfirmed';

/** A poll takes no longer than this; n8n may allow it less. */
const BUDGET_MS = 40_000;

const polling = new Set<string>();

/**
 * Puts out each occurrence at least once, over restarts and over records that share a time; `deduplicate`
 * makes it exactly once. Works with both ways in which n8n keeps a cursor: what is stored is read first and set
 * at the very end, and a cursor that was lost only makes the poll look again at what it knows by name.
 */
export async function poll(
	this: IPollFunctions,
	marketplace: Marketplace,
	watch: Watch,
	simplify: (record: IDataObject) => IDataObject,
): Promise<INodeExecutionData[][] | null> {
	const receiver = `${this.getWorkflow().id ?? ''} ${this.getNode().id}`;
	// n8n starts the next poll even where the last one is still at work.
	if (polling.has(receiver)) return null;
	polling.add(receiver);
	try {
		const connection = await connect(this as unknown as CallContext, marketplace);
		const data = this.getWorkflowStaticData('node');
		const run = thisRun();
		const stored = readCursor(data);
		const known = stored ? resumed(stored, run, Date.now()) : beginning(Date.now());
		const budgetMs = Math.min(BUDGET_MS, this.getPollBudgetMs());
		const { cursor, put, complete } = await scan(connection, watch, known, budgetMs);
		if (!complete) {
			this.logger.warn(
				`${this.getNode().name}: the list is longer than one poll reads; the next goes on where this one stopped.`,
			);
		}
		const emits = put.length > 0 && !known.learning;
		const kept = emits ? withBatch(cursor, known, put, Date.now()) : cursor;
		data.cursor = { ...kept, run } as unknown as IDataObject;
		if (emits) return [toItems(put, simplify)];
		// With n8n's durable scheduler, the cursor of an activation that puts nothing out is dropped otherwise.
		if (known.learning) await this.__commitCursor?.();
		return null;
	} catch (error) {
		throw toNodeError(this.getNode(), toFailure(error));
	} finally {
		polling.delete(receiver);
	}
}
