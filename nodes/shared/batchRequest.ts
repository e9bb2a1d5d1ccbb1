import type { IDataObject } from 'n8n-workflow';
import type { Connection } from './connection';
import { afterSent, Failure, refusal, toFailure } from './failure';
import type { Result } from './items';
import type { Batch, Operation, Values } from './operation';
import type { Settings } from './options';
import { blamed } from './problems';
import { termsOf } from './records';
import { toCall } from './request';
import { send } from './send';

/** One input item as an element of a request. */
export interface Element {
	item: number;
	body: IDataObject;
	values: Values;
}

export type BatchOperation = Operation & { batch: Batch };

/** What the requests of one run share. */
export interface Sending {
	connection: Connection;
	operation: BatchOperation;
	settings: Settings;
	/** A failure starts nothing new. */
	stopOnFailure: boolean;
}

/** Whether the service refused a request only because it carries too much. */
const isTooLarge = ({ facts }: Failure) => facts.status === 413 || facts.kind === 'tooLarge';

async function sendOnce(
	{ connection, operation, settings }: Sending,
	elements: Element[],
): Promise<Result[]> {
	const bodies = elements.map(({ body }) => body);
	const { values } = elements[0];
	const bare: Operation = { ...operation, envelope: undefined, checks: undefined };
	const call = { ...toCall(bare, values, settings), body: operation.batch.body(bodies) };
	if (call.method === 'GET') {
		throw refusal(
			"'Endpoint Method' cannot be GET: one request carries several items, and these do not fit into an address",
		);
	}
	const answer = await send(connection, call, termsOf(operation, values, settings));
	const results = afterSent(operation, () => operation.batch.results(answer, bodies));
	return elements.map((element, index) => {
		const result = results[index];
		// What an earlier attempt deleted is not there any more.
		const isGone = result instanceof Failure && result.facts.kind === 'notFound';
		if (isGone && operation.deletes && answer.repeated)
			return { rows: [{ ...element.body, deleted: true }] };
		if (result instanceof Failure) return { failure: result };
		return result ? { rows: [result] } : { failure: unanswered(connection) };
	});
}

/** What is said of an item whose request went out, and of which nothing came back. */
export const unanswered = ({ marketplace }: Connection) =>
	new Failure({
		title: `${marketplace.name} said nothing about this item`,
		advice: 'Its request succeeded, but the answer does not tell what became of this item',
		outcome: 'unknown',
	});

/** A group that was refused. */
interface Refused {
	group: Element[];
	failure: Failure;
}

/**
 * Sends a part of a refused group; where the run ended before it, what is known of the others still counts.
 * The group as a whole never goes out again, so that there is an end whatever the service answers.
 */
async function sendPart(
	sending: Sending,
	part: Element[],
	{ group, failure: refusal }: Refused,
): Promise<Array<Result | undefined>> {
	if (part.length >= group.length) return part.map(() => ({ failure: refusal }));
	try {
		return await sendGroup(sending, part);
	} catch (error) {
		const failure = toFailure(error);
		if (failure.facts.notBegun) return part.map(() => undefined);
		throw failure;
	}
}

/** Sends the elements that a refusal of the whole request was not about; nothing was carried out of it. */
async function sendOthers(
	sending: Sending,
	failures: Map<number, Failure>,
	refused: Refused,
): Promise<Array<Result | undefined>> {
	const others = refused.group.filter((_, place) => !failures.has(place));
	const results = sending.stopOnFailure ? [] : await sendPart(sending, others, refused);
	return refused.group.map((_, place) => {
		const failure = failures.get(place);
		return failure ? { failure } : results.shift();
	});
}

/**
 * Sends a group, and gives one result an element; none where it was not carried out and the run ends.
 * One that is too large goes out again in halves, where repeating does no harm.
 */
export async function sendGroup(
	sending: Sending,
	elements: Element[],
): Promise<Array<Result | undefined>> {
	if (elements.length === 0) return [];
	const { operation } = sending;
	try {
		return await sendOnce(sending, elements);
	} catch (error) {
		const failure = toFailure(error);
		if (failure.facts.notBegun) throw failure;
		const { refusesWhole: list } = operation.batch;
		const failures = list && blamed(operation, { list, count: elements.length }, failure);
		const refused: Refused = { group: elements, failure };
		if (failures) return await sendOthers(sending, failures, refused);
		if (!isTooLarge(failure) || operation.effect !== 'set' || elements.length === 1) {
			return elements.map(() => ({ failure }));
		}
		const middle = Math.ceil(elements.length / 2);
		const first = await sendPart(sending, elements.slice(0, middle), refused);
		const others = elements.slice(middle);
		const isEnded = sending.stopOnFailure && first.some((result) => result && 'failure' in result);
		return [
			...first,
			...(isEnded ? others.map(() => undefined) : await sendPart(sending, others, refused)),
		];
	}
}
