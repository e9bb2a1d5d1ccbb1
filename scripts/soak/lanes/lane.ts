import type { Sandbox } from '../../../sandbox';
import type { WorkflowExport } from '../../n8n/workflows';
import type { Credentials } from '../../stage/credentials';

/** What became of the events of a lane. */
export interface Tally {
	/** Events that should each have one effect. */
	events: number;
	/** Those without an effect. */
	missing: number;
	/** Effects beyond the one. */
	twice: number;
	/** Answers of n8n by which it did not take an event; none of them is promised an effect, until it is sent again. */
	refused: number;
	/** What went otherwise than it should, in words: an answer, a count, a value. */
	wrong: string[];
}

/** An event that n8n did not answer in time may have started its execution, or not. */
export interface Range {
	least: number;
	most: number;
}

/** What a lane needs of the run. */
export interface Grounds {
	sandbox: Sandbox;
	credentials: Credentials;
	/** Where n8n is. */
	url: string;
	/** Told how long n8n took to answer a signed webhook. */
	answered(milliseconds: number): void;
}

/** One kind of event that goes on during the whole run, and the workflow that it starts. */
export interface Lane {
	/** In the document. */
	title: string;
	text: string;
	everyMs: number;
	workflow: WorkflowExport;
	/** Where its workflow listens, if it refuses calls without a secret. */
	signedAt?: string;
	/** Lets the event happen. */
	happen(): Promise<void> | void;
	tally(): Tally;
	/** How many executions there should be; nothing where that depends on when n8n polls. */
	executions?(): Range;
}

/** Counts what happened, by what it had happened to. */
export function tallyOf(
	wanted: Iterable<string>,
	effectsOf: (name: string) => number,
	more: Pick<Tally, 'refused' | 'wrong'>,
): Tally {
	const tally: Tally = { events: 0, missing: 0, twice: 0, ...more };
	for (const name of wanted) {
		const effects = effectsOf(name);
		tally.events++;
		if (effects === 0) tally.missing++;
		else tally.twice += effects - 1;
	}
	return tally;
}
