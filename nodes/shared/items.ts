import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';
import { toFailure, type Failure } from './failure';

/** What came of one input item. */
export type Result =
	| {
			rows: IDataObject[];
			/** The files of the rows, in their order. */
			files?: Array<IBinaryKeyData | undefined>;
			/** All items that a row comes from, where it is more than this one. */
			pairs?: number[];
	  }
	| { failure: Failure };

/** What has become of the items so far. */
export interface Progress {
	/** By input item; missing where it was not started. */
	results: Array<Result | undefined>;
	/** The failure that ends the run, where a failure does. */
	stoppedBy?: { failure: Failure; item: number };
}

/** How the items of one run are worked off. */
export interface Plan {
	count: number;
	/** How many at a time; calls in flight are bounded further where they are sent. */
	atOnce: number;
	/** A failure starts nothing new. */
	stopOnFailure: boolean;
	cancelled(): boolean;
	/** Told once, when a failure ends the run: those who wait to send should not. */
	halt(): void;
}

/** Works off `count` jobs, in order of their start, and never throws: what is thrown becomes a result. */
export async function runAll(
	plan: Plan,
	job: (index: number) => Promise<Result>,
): Promise<Progress> {
	const progress: Progress = { results: new Array<Result | undefined>(plan.count) };
	let next = 0;
	const worker = async () => {
		while (next < plan.count && !progress.stoppedBy && !plan.cancelled()) {
			const item = next++;
			const result = await caught(async () => await job(item));
			const ended = progress.stoppedBy !== undefined || plan.cancelled();
			if (ended && 'failure' in result && result.failure.facts.notBegun) continue;
			progress.results[item] = result;
			if ('failure' in result && plan.stopOnFailure && !progress.stoppedBy) {
				progress.stoppedBy = { failure: result.failure, item };
				plan.halt();
			}
		}
	};
	await Promise.all(Array.from({ length: Math.min(plan.atOnce, plan.count) }, worker));
	return progress;
}

/** Runs a job; a failure is a result like another. */
export async function caught(job: () => Promise<Result>): Promise<Result> {
	try {
		return await job();
	} catch (error) {
		return { failure: toFailure(error) };
	}
}

const plural = (count: number) => (count === 1 ? '1 item' : `${count} items`);

/** How far a run came that a failure ended, as a sentence; nothing where there was one item only. */
export function tellProgress({ results }: Progress): string | undefined {
	if (results.length <= 1) return undefined;
	const all = Array.from(results);
	const done = all.filter((result) => result && 'rows' in result).length;
	const failed = all.filter((result) => result && 'failure' in result).length;
	const open = results.length - done - failed;
	const also = failed > 1 ? ` ${plural(failed)} failed,` : '';
	return `Of ${plural(results.length)}, ${done} ${done === 1 ? 'is' : 'are'} done,${also} and ${open} ${open === 1 ? 'was' : 'were'} not started`;
}
