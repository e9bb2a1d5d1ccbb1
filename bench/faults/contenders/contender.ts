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

export interface Run {
	stage: Stage;
	/** Where the shop is reached: itself, or the door before it. */
	url: string;
	timeoutMs?: number;
}

/** Someone who does the tasks. */
export interface Contender {
	name: string;
	run(run: Run): Promise<Told>;
}
