import type { Contender } from './contenders';
import { type Letter, lettersOf, type Mix } from './events';
import type { Instance } from './instance';
import { type Outcome, runOnce } from './run';

/** What is run in every round. */
export interface Trial {
	contender: Contender;
	instance: Instance;
	connections: number;
	mix: Mix;
	/** Deliveries that the trigger remembers from before. */
	remembered?: number;
}

/** A trial with what came of it in each round. */
export interface Ran {
	trial: Trial;
	sent: Letter[][];
	outcomes: Outcome[];
}

/** Runs every trial once a round, each round beginning with another one: what comes and goes hits all. */
export async function inTurns(
	trials: readonly Trial[],
	rounds: number,
	note: (text: string) => void,
): Promise<Ran[]> {
	const all = trials.map((trial): Ran => ({ trial, sent: [], outcomes: [] }));
	for (let round = 0; round < rounds; round++) {
		for (let place = 0; place < all.length; place++) {
			const ran = all[(place + round) % all.length];
			if (!ran) continue;
			const { instance, contender, connections, mix, remembered } = ran.trial;
			note(`round ${round + 1} of ${rounds}, ${place + 1} of ${all.length}`);
			const letters = lettersOf(mix);
			ran.sent.push(letters);
			ran.outcomes.push(await runOnce(instance, contender, letters, connections, remembered));
		}
	}
	return all;
}
