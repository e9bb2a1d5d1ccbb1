import type { IDataObject } from 'n8n-workflow';
import type { Stage } from '../stage';

/** What a run said of one input item. */
export type Said = 'done' | 'failed' | 'unknown' | 'nothing';

/** What a run put out, whoever ran it. */
export interface Told {
	/** By input item. */
	said: Said[];
	/** The rows that came out as success, a list's pages split up. */
	rows: IDataObject[];
	/** The run said beside the rows that some may be missing. */
	warned: boolean;
	/** What it said first, where something failed. */
	words?: string;
	/** How often it says that it tried, where something failed. */
	attempts?: number;
}

/** What a contender is told of a stage. */
export type Task = Pick<Stage, 'input' | 'token' | 'node' | 'http'>;

export interface Run<T extends Task = Task> {
	stage: T;
	/** Where the shop is reached: itself, or the door before it. */
	url: string;
	timeoutMs?: number;
}

/** A contender at the start, with everything built that n8n builds before a workflow runs. */
export interface Ready {
	run(): Promise<void>;
	/** What came of the run. */
	told(): Told;
}

/** Someone who does the tasks. */
export interface Contender<T extends Task = Task> {
	name: string;
	open(run: Run<T>): Ready;
}

/** Runs a contender once, from the start to what it says. */
export async function runOnce<T extends Task>(contender: Contender<T>, run: Run<T>): Promise<Told> {
	const ready = contender.open(run);
	await ready.run();
	return ready.told();
}

/** Makes something ready out of a run and what is read from its outcome. */
export function readyOf<Outcome>(
	run: () => Promise<Outcome>,
	tell: (outcome: Outcome) => Told,
): Ready {
	let outcome: { value: Outcome } | undefined;
	return {
		run: async () => {
			outcome = { value: await run() };
		},
		told: () => {
			if (!outcome) throw new Error('The run has not come to an end');
			return tell(outcome.value);
		},
	};
}
