import '../../../test/engine/environment';
import type { IDataObject } from 'n8n-workflow';
import type { Told } from '../../shared/contenders/contender';
import { serve } from '../../shared/serve';
import type { Job, SpeedTask } from '../tasks/task';
import { contendersOf, type ContenderName } from '.';
import { peakFrom } from './memory';

/** What a contender's run cost its process. */
export interface Cost {
	ms: number;
	cpuMs: number;
	/** Megabytes that the process held at most, and before the run. */
	peakMb: number;
	beforeMb: number;
}

export interface Result extends Cost {
	told: Told;
}

/** What a contender's process does. */
export interface RunnerCalls {
	[name: string]: (argument: never) => unknown;
	run(order: { contender: ContenderName; job: Job; modules: string }): Promise<Result>;
}

const KEYS = ['order_id', 'POlineID'];

/** All that is needed to know a row by. */
const keyOf = (row: IDataObject): IDataObject =>
	Object.fromEntries(KEYS.filter((key) => key in row).map((key) => [key, row[key]]));

const taskOf = ({ node, ...job }: Job): SpeedTask => ({
	...job,
	node: { ...node, credentials: () => node.credentials },
});

const calls: RunnerCalls = {
	run: async ({ contender, job, modules }) => {
		const ready = contendersOf(modules)[contender].open({ stage: taskOf(job), url: job.url });
		globalThis.gc?.();
		const peak = peakFrom();
		const usage = process.cpuUsage();
		const startedAt = performance.now();
		await ready.run();
		const ms = performance.now() - startedAt;
		const { user, system } = process.cpuUsage(usage);
		const cost = { ms, cpuMs: (user + system) / 1000, ...peak() };
		const told = ready.told();
		return { ...cost, told: { ...told, rows: told.rows.map(keyOf) } };
	},
};

serve(calls);
