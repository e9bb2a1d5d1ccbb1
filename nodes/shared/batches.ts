import type { IDataObject } from 'n8n-workflow';
import type { Connection } from './connection';
import { afterSent, Failure, toFailure } from './failure';
import { caught, runAll, type Plan, type Progress, type Result } from './items';
import type { Batch, Operation, Values } from './operation';
import { readSettings, type Settings } from './options';
import { readValues } from './parameters';
import { termsOf } from './records';
import { check, toCall, toParts } from './request';
import { send } from './send';
import { simplifier, type Chosen } from './single';

/** One input item as an element of a request. */
interface Element {
	item: number;
	body: IDataObject;
	values: Values;
}

type BatchOperation = Operation & { batch: Batch };

/** Whether the service refused a request only because it carries too much. */
const isTooLarge = ({ facts }: Failure) => facts.status === 413 || facts.kind === 'tooLarge';

/** Groups elements in their order; those with the same mark never share a group. */
export function group<T>(elements: T[], size: number, mark?: (element: T) => string): T[][] {
	const groups: T[][] = [];
	let marks = new Set<string>();
	for (const element of elements) {
		const own = mark?.(element);
		const last = groups[groups.length - 1];
		if (!last || last.length >= size || (own !== undefined && marks.has(own))) {
			groups.push([element]);
			marks = new Set();
		} else last.push(element);
		if (own !== undefined) marks.add(own);
	}
	return groups;
}

async function sendOnce(
	connection: Connection,
	operation: BatchOperation,
	elements: Element[],
	settings: Settings,
): Promise<Result[]> {
	const bodies = elements.map(({ body }) => body);
	const { values } = elements[0];
	const bare: Operation = { ...operation, envelope: undefined, checks: undefined };
	const call = { ...toCall(bare, values, settings), body: operation.batch.body(bodies) };
	const answer = await send(connection, call, termsOf(operation, values, settings));
	const results = afterSent(operation, () => operation.batch.results(answer, bodies));
	return elements.map((_, index) => {
		const result = results[index];
		if (result instanceof Failure) return { failure: result };
		return result ? { rows: [result] } : { failure: unanswered(connection) };
	});
}

const unanswered = ({ marketplace }: Connection) =>
	new Failure({
		title: `${marketplace.name} said nothing about this item`,
		advice: 'Its request succeeded, but the answer does not tell what became of this item',
		outcome: 'unknown',
	});

/** Sends a group; one that is too large goes out again in halves, where repeating does no harm. */
async function sendGroup(
	connection: Connection,
	operation: BatchOperation,
	elements: Element[],
	settings: Settings,
): Promise<Result[]> {
	try {
		return await sendOnce(connection, operation, elements, settings);
	} catch (error) {
		const failure = toFailure(error);
		if (failure.facts.notBegun) throw failure;
		if (!isTooLarge(failure) || operation.effect !== 'set' || elements.length === 1) {
			return elements.map(() => ({ failure }));
		}
		const middle = Math.ceil(elements.length / 2);
		return [
			...(await sendGroup(connection, operation, elements.slice(0, middle), settings)),
			...(await sendGroup(connection, operation, elements.slice(middle), settings)),
		];
	}
}

/** The elements that no later one takes the place of; the rows of the others say so. */
function keepLatest(elements: Element[], { latest }: Batch, progress: Progress): Element[] {
	if (!latest) return elements;
	const last = new Map(elements.map(({ body, item }) => [latest(body), item]));
	return elements.filter(({ body, item }) => {
		const later = last.get(latest(body));
		if (later === item) return true;
		progress.results[item] = { rows: [{ ...body, replaced: true, replacedByItem: later }] };
		return false;
	});
}

/**
 * Runs an operation that carries many input items in one request. An item that is wrong in itself fails
 * before any request; a request that fails takes only its own items with it.
 */
export async function runBatches(chosen: Chosen, plan: Plan): Promise<Progress> {
	const { context, connection, name } = chosen;
	const operation = chosen.operation as BatchOperation;
	const settings = readSettings(context, operation, 0);
	const elements: Element[] = [];
	const prepared = await runAll({ ...plan, atOnce: 1 }, async (item) => {
		const values = readValues(context, operation, name, item);
		check(operation, values);
		const { body } = toParts(operation, values, settings.timezone);
		elements.push({ item, body, values });
		return { rows: [] };
	});
	const progress: Progress = {
		results: prepared.results.map((result) => (result && 'failure' in result ? result : undefined)),
		stoppedBy: prepared.stoppedBy,
	};
	if (progress.stoppedBy) return progress;
	const mark = operation.batch.apart;
	const latest = keepLatest(elements, operation.batch, progress);
	if (latest.length < elements.length) {
		const count = elements.length - latest.length;
		connection.hint(
			`${count} of ${plan.count} items come again later in the run; the last was sent.`,
			'info',
		);
	}
	const groups = group(latest, settings.batchSize, mark && (({ body }) => mark(body)));
	const sent = await runAll({ ...plan, count: groups.length }, async (index) => {
		const members = groups[index];
		const results = await sendGroup(connection, operation, members, settings);
		for (const [place, result] of results.entries()) {
			const { item } = members[place];
			const keep = simplifier(chosen, item);
			progress.results[item] =
				'rows' in result ? await caught(async () => ({ rows: result.rows.map(keep) })) : result;
			if ('failure' in result) progress.stoppedBy ??= { failure: result.failure, item };
		}
		return results.find((result) => 'failure' in result) ?? { rows: [] };
	});
	if (!plan.stopOnFailure || !sent.stoppedBy) progress.stoppedBy = undefined;
	return progress;
}
