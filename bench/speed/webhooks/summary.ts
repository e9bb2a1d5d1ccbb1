import type { Spread } from '../section';
import { quantile, runsOf } from '../start/figures';
import type { Contender } from './contenders';
import type { Instance } from './instance';
import type { Judgement } from './judge';
import type { Outcome } from './run';
import type { Ran } from './trials';

/** The rounds of one trial, taken together. */
export interface Summary {
	/** Executions that n8n finished in a second. */
	executions: Spread;
	/** Events that it was through with in a second, forged and repeated ones among them. */
	events: Spread;
	/** Milliseconds of the processor for an event. */
	processor: Spread;
	/** Sandboxes for expressions for an event. */
	sandboxes: Spread;
	/** Milliseconds until a genuine event was answered. */
	p50: number;
	p95: number;
	p99: number;
}

export const executionsPerSecond = ({ executions, seconds }: Outcome): number =>
	executions / seconds;

export const processorPerEvent = ({ used, answers }: Outcome): number =>
	used.processor / answers.length;

/** What the rounds came to. */
export function summaryOf({ outcomes }: Ran): Summary {
	const times = outcomes
		.flatMap(({ answers }) => answers)
		.filter(({ letter }) => letter.kind !== 'forged')
		.map(({ milliseconds }) => milliseconds);
	const over = (value: (outcome: Outcome) => number) => runsOf(outcomes.map(value));
	return {
		executions: over(executionsPerSecond),
		events: over(({ answers, seconds }) => answers.length / seconds),
		processor: over(processorPerEvent),
		sandboxes: over(({ used, answers }) => used.sandboxes / answers.length),
		p50: quantile(times, 0.5),
		p95: quantile(times, 0.95),
		p99: quantile(times, 0.99),
	};
}

/** The one trial of a contender; there may be several with other settings. */
export function find(
	all: readonly Ran[],
	contender: Contender,
	wanted: { instance?: Instance; connections?: number; remembered?: number } = {},
): Ran | undefined {
	return all.find(
		({ trial }) =>
			trial.contender === contender &&
			trial.remembered === wanted.remembered &&
			(wanted.instance === undefined || trial.instance === wanted.instance) &&
			(wanted.connections === undefined || trial.connections === wanted.connections),
	);
}

/** One set of rounds in terms of another, round by round: what slows the machine for a while slows both. */
export function ratio(one: Ran, other: Ran, value: (outcome: Outcome) => number): Spread {
	const pairs = one.outcomes.flatMap((outcome, round) => {
		const rival = other.outcomes[round];
		return rival ? [value(outcome) / value(rival)] : [];
	});
	return runsOf(pairs);
}

/** The same for a difference. */
export function difference(one: Ran, other: Ran, value: (outcome: Outcome) => number): Spread {
	const pairs = one.outcomes.flatMap((outcome, round) => {
		const rival = other.outcomes[round];
		return rival ? [value(outcome) - value(rival)] : [];
	});
	return runsOf(pairs);
}

const NOTHING: Judgement = {
	arrived: 0,
	lost: 0,
	wronglyAccepted: 0,
	twice: 0,
	welcomed: 0,
	turnedAway: 0,
	failed: 0,
};

/** What was right and wrong in all rounds of all trials of a contender. */
export function judgementOf(all: readonly Ran[], contender: Contender): Judgement {
	const outcomes = all
		.filter(({ trial }) => trial.contender === contender)
		.flatMap((ran) => ran.outcomes);
	return outcomes.reduce<Judgement>(
		(sum, outcome) => ({
			arrived: sum.arrived + outcome.arrived,
			lost: sum.lost + outcome.lost,
			wronglyAccepted: sum.wronglyAccepted + outcome.wronglyAccepted,
			twice: sum.twice + outcome.twice,
			welcomed: sum.welcomed + outcome.welcomed,
			turnedAway: sum.turnedAway + outcome.turnedAway,
			failed: sum.failed + outcome.failed,
		}),
		NOTHING,
	);
}
