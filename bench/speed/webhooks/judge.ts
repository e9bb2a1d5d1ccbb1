import type { Letter } from './events';
import type { Ran } from './executions';
import type { Answer } from './load';

/** What was right and what was wrong, counted in events. */
export interface Judgement {
	/** Genuine orders that reached the rest of the workflow. */
	arrived: number;
	/** Genuine orders that did not. */
	lost: number;
	/** Forged ones that did. */
	wronglyAccepted: number;
	/** Genuine ones that did a second time. */
	twice: number;
	/** Forged ones that were told 200. */
	welcomed: number;
	/** Genuine ones that were told anything else. */
	turnedAway: number;
	/** Executions that did not succeed. */
	failed: number;
}

/** Compares what was sent with what n8n stored. */
export function judge(
	letters: readonly Letter[],
	answers: readonly Answer[],
	ran: readonly Ran[],
): Judgement {
	const genuine = new Set(
		letters.filter(({ kind }) => kind !== 'forged').map(({ order }) => order),
	);
	const reached = ran.map(({ reached: order }) => order).filter((order) => order !== undefined);
	const arrived = new Set(reached.filter((order) => genuine.has(order)));
	const forged = reached.filter((order) => !genuine.has(order));
	return {
		arrived: arrived.size,
		lost: genuine.size - arrived.size,
		wronglyAccepted: forged.length,
		twice: reached.length - forged.length - arrived.size,
		welcomed: answers.filter(({ letter, status }) => letter.kind === 'forged' && status === 200)
			.length,
		turnedAway: answers.filter(({ letter, status }) => letter.kind !== 'forged' && status !== 200)
			.length,
		failed: ran.filter(({ status }) => status !== 'success').length,
	};
}
