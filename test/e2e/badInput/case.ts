import type { Listener } from '../dispatchWorkflow';
import type { Manner } from './wire';

/** What a trigger puts out. */
export type Row = Record<string, unknown>;

/** One call, and what has to come of it. */
export interface Case {
	name: string;
	/** What goes over the wire, to the last byte. */
	bytes: Buffer;
	manner?: Manner;
	/** Of each response; where n8n answers either way, all that it may be. */
	status: number | readonly number[];
	/** How many responses: 1 if left out. */
	responses?: number;
	/** What each execution that it starts puts out; left out where it starts none. */
	rows?: Row[];
}

/** A published workflow that is called. */
export interface Receiver extends Listener {
	/** The name of its trigger node. */
	trigger: string;
	/** What may stand in no answer, log or execution. */
	secrets: string[];
	/** A call that starts the workflow once. */
	good(): Case;
}
