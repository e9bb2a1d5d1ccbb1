import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { runBatches } from './batches';
import { connect, type Connection } from './connection';
import { refusal, toErrorRow, toFailure, toNodeError, type Failure } from './failure';
import { withFreeRequest } from './freeRequest';
import { gathers, runGathered } from './gathering';
import { runAll, tellProgress, type Plan, type Progress } from './items';
import type { Effect, Marketplace, Operation } from './operation';
import { capOfRun, readSettings } from './options';
import { effectOf } from './records';
import { singleRunner, type Chosen } from './single';

/** Items worked on at a time, beyond the bound on calls: the next ones are ready when a call may start. */
const READY = 32;

function chosenOperation(
	context: IExecuteFunctions,
	marketplace: Marketplace,
): { operation: Operation; name: string } {
	const resource = context.getNodeParameter('resource', 0) as string;
	const name = context.getNodeParameter('operation', 0) as string;
	const operation = withFreeRequest(marketplace)[resource]?.operations[name];
	if (operation) return { operation, name };
	throw refusal(
		`There is no operation '${name}' for '${resource}'`,
		"Choose another operation. For a call that this node does not know, choose the resource 'Request'.",
	);
}

/** n8n's own setting would repeat the whole node, and with it every shipment that was already made. */
function refuseBlindRepeat(context: IExecuteFunctions, operation: Operation, effect: Effect): void {
	if (effect !== 'act' || context.getNode().retryOnFail !== true) return;
	throw refusal(
		`'Retry On Fail' cannot be used with '${operation.name}'`,
		"It would run all items again and do twice what was already done. This node repeats by itself what can be repeated safely. Turn 'Retry On Fail' off in the node's settings.",
	);
}

function toOutput({ results }: Progress): INodeExecutionData[] {
	return results.flatMap((result, item): INodeExecutionData[] => {
		const pairedItem = { item };
		if (!result) return [];
		if ('failure' in result) return [{ json: toErrorRow(result.failure), pairedItem }];
		const { rows, files, pairs } = result;
		return rows.map((json, row) => ({
			json,
			pairedItem: pairs ? pairs.map((from) => ({ item: from })) : pairedItem,
			...(files?.[row] ? { binary: files[row] } : {}),
		}));
	});
}

function tellHints(context: IExecuteFunctions, connection: Connection, progress: Progress): void {
	const { results } = progress;
	const failed = results.filter((result) => result && 'failure' in result).length;
	const skipped = results
		.flatMap((result) => (result && 'rows' in result ? result.rows : []))
		.filter((row: IDataObject) => row.skipped === true).length;
	if (skipped > 0)
		connection.hint(`Unchanged and not sent: ${skipped} of ${results.length}.`, 'info');
	if (failed > 0 && results.length > 1) {
		connection.hint(`${failed} of ${results.length} items failed; the row of each says why.`);
	}
	const hints = [...connection.hints].map(([message, type]) => ({
		message,
		location: 'outputPane' as const,
		type,
	}));
	if (hints.length > 0) context.addExecutionHints?.(...hints);
}

async function work(chosen: Chosen, plan: Plan, effect: Effect): Promise<Progress> {
	const { batch, gather } = chosen.operation;
	if (batch) return await runBatches(chosen, plan);
	if (gather && gathers(chosen)) return await runGathered(chosen, gather, plan);
	return await runAll(effect === 'act' ? { ...plan, atOnce: 1 } : plan, singleRunner(chosen));
}

/** A failure before any item: with *Continue*, every item has it. */
function failAll(context: IExecuteFunctions, failure: Failure): INodeExecutionData[] {
	if (!context.continueOnFail()) throw toNodeError(context.getNode(), failure);
	const results = context.getInputData().map(() => ({ failure }));
	return toOutput({ results });
}

/** What all items of the run share, looked at before the first of them. */
async function prepare(context: IExecuteFunctions, marketplace: Marketplace) {
	const { operation, name } = chosenOperation(context, marketplace);
	const effect = effectOf(operation, { effect: context.getNodeParameter('effect', 0, 'act') });
	refuseBlindRepeat(context, operation, effect);
	// The requests of a bulk operation carry many items: the settings of the first one hold for all.
	if (operation.batch) readSettings(context, operation, 0);
	const account = await connect(context, marketplace);
	let halted = false;
	const connection: Connection = {
		...account,
		cancelled: () => halted || account.cancelled(),
	};
	const plan: Plan = {
		count: context.getInputData().length,
		atOnce: Math.max(READY, capOfRun(context)),
		stopOnFailure: !context.continueOnFail(),
		cancelled: account.cancelled,
		halt: () => {
			halted = true;
		},
	};
	return { chosen: { context, connection, operation, name }, plan, effect };
}

/**
 * Runs the chosen operation for all input items, and pairs what comes out with what went in.
 * The one place where n8n's `this` is taken. Nothing is thrown with *Continue*: n8n would pass the input
 * on as success.
 */
export async function execute(
	this: IExecuteFunctions,
	marketplace: Marketplace,
): Promise<INodeExecutionData[][]> {
	let prepared: Awaited<ReturnType<typeof prepare>>;
	try {
		prepared = await prepare(this, marketplace);
	} catch (error) {
		return [failAll(this, toFailure(error))];
	}
	const { chosen, plan, effect } = prepared;
	const progress = await work(chosen, plan, effect);
	tellHints(this, chosen.connection, progress);
	const { stoppedBy } = progress;
	if (stoppedBy) {
		throw toNodeError(this.getNode(), stoppedBy.failure, stoppedBy.item, tellProgress(progress));
	}
	return [toOutput(progress)];
}
