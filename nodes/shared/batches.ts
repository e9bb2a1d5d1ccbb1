import { sleep, type IDataObject } from 'n8n-workflow';
import { sendGroup, unanswered, type BatchOperation, type Element } from './batchRequest';
import { isRecord } from './call';
import { refusal } from './failure';
import { caught, runAll, type Plan, type Progress, type Result } from './items';
import type { Batch } from './operation';
import { readSettings, type Settings } from './options';
import { readValues } from './parameters';
import { check, toParts } from './request';
import { gates, inSequence, waitsOf, type Dependence } from './sequence';
import { simplifier, type Chosen } from './single';

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

/**
 * The elements that no later one takes the place of; the rows of the others say so. What only an earlier one
 * says, a price beside a later stock, goes out with the last.
 */
function keepLatest(elements: Element[], { latest }: Batch, progress: Progress): Element[] {
	if (!latest) return elements;
	const last = new Map<string, Element>();
	for (const element of elements) {
		const name = latest(element.body);
		last.set(name, { ...element, body: { ...last.get(name)?.body, ...element.body } });
	}
	return elements.flatMap(({ body, item }) => {
		const whole = last.get(latest(body));
		if (whole?.item === item) return [whole];
		progress.results[item] = { rows: [{ ...body, replaced: true, replacedByItem: whole?.item }] };
		return [];
	});
}

/** Refuses an element that has the mark of an earlier one, where the batch forbids it. */
function repeats({ once }: Batch) {
	const seen = new Set<string>();
	return (body: IDataObject): void => {
		const found = once?.(body);
		if (!found) return;
		if (seen.has(found.mark)) throw refusal(...found.refusal);
		seen.add(found.mark);
	};
}

/** Sends each group once those have come to an end that it depends on. */
function inTurns<T, R>(
	groups: T[][],
	dependence: Dependence<T>,
	work: (members: T[]) => Promise<R>,
) {
	const waits = waitsOf(groups, dependence);
	const { pass, open } = gates(groups.length);
	return async (index: number): Promise<R> => {
		try {
			if (waits[index].length > 0) {
				await pass(waits[index]);
				// A moment later a run that stops at a failure has stopped.
				await sleep(0);
			}
			return await work(groups[index]);
		} finally {
			open(index);
		}
	};
}

/** Reads the items; one that is wrong in itself fails before any request. */
async function readElements(chosen: Chosen, plan: Plan, { timezone }: Settings) {
	const { context, operation, name } = chosen;
	const elements: Element[] = [];
	const refuseRepeat = repeats((operation as BatchOperation).batch);
	const { results, stoppedBy } = await runAll({ ...plan, atOnce: 1 }, async (item) => {
		const values = readValues(context, operation, name, item);
		check(operation, values);
		const { body } = toParts(operation, values, timezone);
		const wrapped = operation.envelope?.(body) ?? body;
		const element = { item, body: isRecord(wrapped) ? wrapped : body, values };
		refuseRepeat(element.body);
		elements.push(element);
		return { rows: [] };
	});
	const failed = results.map((result) => (result && 'failure' in result ? result : undefined));
	return { elements, progress: { results: failed, stoppedBy } satisfies Progress };
}

/** Puts the elements into requests, and the requests into their order. */
function plannedGroups(elements: Element[], { apart, after }: Batch, size: number) {
	const dependence: Dependence<Element> = {
		mark: apart && (({ body }) => apart(body)),
		after: after && (({ body }) => after(body)),
	};
	const groups = group(inSequence(elements, dependence), size, dependence.mark);
	return { groups, dependence };
}

/** Gives the results of a request to its items; the first failure is that of the request. */
async function noteResults(
	chosen: Chosen,
	members: Element[],
	results: Array<Result | undefined>,
	progress: Progress,
): Promise<Result> {
	for (const [place, result] of results.entries()) {
		if (!result) continue;
		const { item } = members[place];
		progress.results[item] =
			'rows' in result
				? await caught(async () => ({ rows: result.rows.map(simplifier(chosen, item)) }))
				: result;
		if ('failure' in result) progress.stoppedBy ??= { failure: result.failure, item };
	}
	return results.find((result) => result && 'failure' in result) ?? { rows: [] };
}

/** Nothing ends in silence: an item that came to no result, though nothing ended the run, is a failure. */
function failSilent(
	{ connection }: Chosen,
	groups: Element[][],
	sent: Progress,
	progress: Progress,
): void {
	for (const [index, members] of groups.entries()) {
		const result = sent.results[index];
		if (!result) continue;
		const failure = 'failure' in result ? result.failure : unanswered(connection);
		for (const { item } of members) {
			if (progress.results[item]) continue;
			progress.results[item] = { failure };
			progress.stoppedBy ??= { failure, item };
		}
	}
}

function tellReplaced({ connection }: Chosen, count: number, replaced: number): void {
	if (replaced === 0) return;
	const text = `${replaced} of ${count} items come again later in the run; the last was sent.`;
	connection.hint(text, 'info');
}

/**
 * Runs an operation that carries many input items in one request. An item that is wrong in itself fails
 * before any request; a request that fails takes only its own items with it.
 */
export async function runBatches(chosen: Chosen, plan: Plan): Promise<Progress> {
	const { context, connection } = chosen;
	const operation = chosen.operation as BatchOperation;
	const settings = readSettings(context, operation, 0);
	const { elements, progress } = await readElements(chosen, plan, settings);
	if (progress.stoppedBy) return progress;
	const latest = keepLatest(elements, operation.batch, progress);
	tellReplaced(chosen, plan.count, elements.length - latest.length);
	const { groups, dependence } = plannedGroups(latest, operation.batch, settings.batchSize);
	const { stopOnFailure } = plan;
	const sending = { connection, operation, settings, stopOnFailure };
	const deliver = inTurns(groups, dependence, async (members) => await sendGroup(sending, members));
	// What must not happen twice goes one at a time, so that it is known where it stopped.
	const atOnce = operation.effect === 'act' ? 1 : plan.atOnce;
	const sent = await runAll(
		{ ...plan, atOnce, count: groups.length },
		async (index) => await noteResults(chosen, groups[index], await deliver(index), progress),
	);
	const isEnded = plan.cancelled() || (stopOnFailure && progress.stoppedBy !== undefined);
	if (!isEnded) failSilent(chosen, groups, sent, progress);
	if (!stopOnFailure) progress.stoppedBy = undefined;
	return progress;
}
