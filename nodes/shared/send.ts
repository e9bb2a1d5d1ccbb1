import { sleep } from 'n8n-workflow';
import type { Answer, Call } from './call';
import type { Connection } from './connection';
import { toFailure } from './failure';
import type { Effect, Operation, Said } from './operation';
import type { Labelled } from './problems';
import { decide, isTimeout, missOf, neverHappened, type Decision, type Miss } from './retry';
import { Cancelled, type Outcome } from './throttle';
import { attempt, type Attempt, type BodyRule } from './transport';
import { wait } from './wait';
import { failureOf, redirected, stopped } from './words';

/** The terms on which a call is sent: they belong to the operation and the user's options. */
export interface Terms {
	operation: Pick<Operation, 'name' | 'verify' | 'deletes'> & Labelled;
	effect: Effect;
	/** Most calls in flight. */
	cap: number;
	timeoutMs: number;
	body?: BodyRule;
	/** Without the credential. */
	anonymous?: boolean;
	/** Whether an answer tells what became of the call, whatever its status. */
	tells?(answer: Answer): boolean;
}

export const DEFAULT_CAP = 16;
export const DEFAULT_TIMEOUT_MS = 60_000;

function outcomeOf(result: Attempt): Outcome {
	if ('miss' in result) {
		return isTimeout(result.miss.code) ? 'slow' : 'neutral';
	}
	const { status } = result.answer;
	if (status === 429) return 'limited';
	if (status === 503) return 'slow';
	return status < 400 ? 'good' : 'neutral';
}

/** One attempt within the bound on calls in flight, and once more where a 4XX speaks of the token. */
async function attemptWithin(connection: Connection, call: Call, terms: Terms): Promise<Attempt> {
	const { cap, timeoutMs, body, anonymous } = terms;
	const pass = await connection.throttle.enter({ cap, cancelled: connection.cancelled });
	if (connection.cancelled()) {
		pass.done('neutral');
		throw new Cancelled();
	}
	let result: Attempt | undefined;
	try {
		const statuses = connection.renewals.statuses();
		result = await attempt(connection, call, { timeoutMs, body, anonymous, renewOn: statuses });
		if ('answer' in result) connection.renewals.note(result.answer.status, statuses);
		if ('answer' in result && speaksOfToken(connection, result.answer, statuses)) {
			const renewOn = [...statuses, result.answer.status];
			result = await attempt(connection, call, { timeoutMs, body, anonymous, renewOn });
		}
		return result;
	} finally {
		const outcome = result ? outcomeOf(result) : 'neutral';
		// After a failure the place is given on a moment later: by then a run that stops has stopped.
		if (result && !judge(connection, result, terms)) pass.done(outcome);
		else void sleep(0).then(() => pass.done(outcome));
	}
}

/** A refused token under a status for which n8n was not asked to renew it. */
function speaksOfToken({ marketplace }: Connection, answer: Answer, renewedOn: number[]): boolean {
	const { status } = answer;
	if (status < 400 || status >= 500 || renewedOn.includes(status)) return false;
	return marketplace.readFailure(answer)?.kind === 'token';
}

interface Judged {
	miss: Miss;
	answer?: Answer;
	said?: Said;
}

/** What is wrong with the result of an attempt; nothing where it is a success. */
function judge({ marketplace }: Connection, result: Attempt, terms: Terms): Judged | undefined {
	if ('miss' in result) return { miss: result.miss };
	const { answer } = result;
	if (terms.tells?.(answer)) return undefined;
	const miss = missOf(answer);
	const said = answer.unreadable === undefined ? marketplace.readFailure(answer) : undefined;
	if (miss) return { miss, answer, said };
	return said && { miss: { status: said.status ?? answer.status }, answer, said };
}

/** A failure that the service reported in a body of its own; asking again would not change it. */
const isFinal = ({ miss, said }: Judged): boolean =>
	said !== undefined && (miss.status ?? 0) < 400 && miss.unreadable === undefined;

/**
 * Sends a call until it succeeds, as often as its effect allows, and gives the answer of a success.
 * Throws a Failure otherwise, which says whether the call may have happened.
 */
export async function send(connection: Connection, call: Call, terms: Terms): Promise<Answer> {
	let repeated = false;
	for (let tries = 1; ; tries++) {
		const result = await enter(connection, call, terms);
		if ('answer' in result && isRedirect(result.answer)) {
			throw redirected(connection, result.answer, terms);
		}
		const judged = judge(connection, result, terms);
		if (!judged) {
			const { answer } = result as { answer: Answer };
			return repeated ? { ...answer, repeated } : answer;
		}
		if (terms.operation.deletes && repeated && judged.said?.kind === 'notFound') {
			return { status: 200, headers: {}, body: undefined };
		}
		const decision: Decision = isFinal(judged)
			? { again: false, because: 'refused' }
			: decide(judged.miss, terms.effect, tries);
		if (!decision.again) {
			throw failureOf(connection, { ...judged, repeated }, decision, terms, tries);
		}
		repeated ||= !neverHappened(judged.miss);
		await pause(connection, decision, terms, repeated);
	}
}

async function enter(connection: Connection, call: Call, terms: Terms): Promise<Attempt> {
	try {
		return await attemptWithin(connection, call, terms);
	} catch (error) {
		const failure = error instanceof Cancelled ? stopped(terms, false) : toFailure(error);
		throw failure;
	}
}

const isRedirect = ({ status }: Answer): boolean => status >= 300 && status < 400 && status !== 304;

async function pause(
	{ throttle, cancelled, hint, marketplace }: Connection,
	{ waitMs, pauseAll }: Extract<Decision, { again: true }>,
	terms: Terms,
	mayHaveHappened: boolean,
): Promise<void> {
	if (pauseAll) {
		throttle.pauseUntil(Date.now() + waitMs);
		hint(`${marketplace.name} asked to slow down; calls were spaced out and sent again.`, 'info');
	}
	await wait(waitMs, cancelled);
	if (cancelled()) throw stopped(terms, mayHaveHappened);
}
