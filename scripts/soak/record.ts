import type { Sample } from './watch/sample';
import type { Range, Tally } from './lanes';
import type { MarketplaceName } from './requests';

/** What a lane was, and what became of it. */
export interface LaneRecord {
	title: string;
	text: string;
	workflow: string;
	tally: Tally;
	/** Executions that there should be, where that is known, and those that n8n counted. */
	expected?: Range;
	succeeded: number;
	failed: number;
}

/** All that is known of a run: the document is made of this. */
export interface SoakRecord {
	startedAt: string;
	minutes: number;
	machine: string;
	samples: Sample[];
	/** When the load was over. */
	atEnd: Sample;
	/** Looks that n8n did not answer in time, or answered otherwise. */
	unanswered: number;
	lanes: LaneRecord[];
	requests: Record<MarketplaceName, { requests: number; limited: number }>;
	invalid: string[];
	disturbances: { limits: number; revocations: number };
	logins: { edumalls: number; elryan: number };
	/** In the order of the variables that can be counted; nothing for a module that was not loaded. */
	moduleState: Array<number | null>;
	/** Failed executions, the first ones in words. */
	failures: string[];
}
