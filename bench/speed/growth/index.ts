import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { root } from '../../../scripts/lib/paths';
import { longStep } from '../../../scripts/lib/say';
import { Trouble } from '../../../scripts/lib/trouble';
import { runtimeModules } from '../../../scripts/n8n/layout';
import { startChild } from '../../shared/child';
import type { ContenderName } from '../contenders';
import type { Result } from '../contenders/process';
import { growthSection, type Growth, type Step } from '../report/growth';
import type { Effort, Section } from '../section';
import type { Ground } from '../tasks/measure';
import type { Job, TaskName } from '../tasks/task';
import type { StubCalls } from './stub';

const RUNS = 3;
/** Small runs are repeated until so many items were worked on. */
const LEAST_ITEMS = 2000;
const WARM_ITEMS = 2000;

const UP_TO_100_000 = [100, 1000, 10_000, 100_000];
const UP_TO_10_000 = [100, 1000, 10_000];

interface Row {
	contender: ContenderName;
	task: TaskName;
	sizes: number[];
}

const ROWS: Row[] = [
	{ contender: 'ours', task: 'prices', sizes: UP_TO_100_000 },
	{ contender: 'httpBulk', task: 'prices', sizes: UP_TO_100_000 },
	{ contender: 'ours', task: 'stock', sizes: UP_TO_10_000 },
	{ contender: 'http', task: 'stock', sizes: UP_TO_10_000 },
	{ contender: 'httpLoop', task: 'stock', sizes: UP_TO_10_000 },
];

const QUICK_ROWS: Row[] = [{ contender: 'ours', task: 'prices', sizes: [100, 1000] }];

/** The task at the stub's address, with so many items. */
function jobAt(job: Job, url: string, size: number): Job {
	const { origin } = new URL(job.url);
	const moved = JSON.parse(JSON.stringify(job).replaceAll(origin, url)) as Job;
	const [one] = job.input;
	const input = Array.from({ length: size }, (_, index): IDataObject => ({
		...one,
		sku: `sku-${index}`,
	}));
	return { ...moved, input };
}

type RunJob = (job: Job) => Promise<Result>;

function checkAll({ told }: Result, size: number): void {
	const done = told.said.filter((said) => said === 'done').length;
	if (done !== size) throw new Trouble(`Only ${done} of ${size} items were done: ${told.words}`);
}

async function measureStep(run: RunJob, job: Job, url: string, size: number): Promise<Step> {
	await run(jobAt(job, url, Math.min(size * 2, WARM_ITEMS)));
	const turns = Math.max(1, Math.floor(LEAST_ITEMS / size));
	const step: Step = { cpuMs: 0, ms: 0, addedMb: 0 };
	for (let turn = 0; turn < turns; turn++) {
		const result = await run(jobAt(job, url, size));
		checkAll(result, size);
		step.cpuMs += result.cpuMs / turns;
		step.ms += result.ms / turns;
		step.addedMb = Math.max(step.addedMb, result.peakMb - result.beforeMb);
	}
	return step;
}

async function measureRow(ground: Ground, { contender, task }: Row, url: string, size: number) {
	const job = await ground.open({ task, size: 1, latencyMs: 0 });
	const runner = ground.startRunner();
	const run: RunJob = async (given) =>
		await runner.ask('run', { contender, job: given, modules: runtimeModules });
	const step = await measureStep(run, job, url, size);
	await runner.stop();
	return step;
}

/** What an item costs as there are more of them. */
export async function measureGrowth(ground: Ground, { quick }: Effort): Promise<Section> {
	const stub = startChild<StubCalls>(join(root, 'bench', 'speed', 'growth', 'stub.ts'), {
		execArgv: ['-r', 'ts-node/register'],
	});
	const url = await stub.ask('listen', undefined);
	const found = await longStep('Speed: growth', async (note) => {
		const all: Growth[] = [];
		for (const row of quick ? QUICK_ROWS : ROWS) {
			const { contender, task, sizes } = row;
			const steps = new Map<number, Step[]>(sizes.map((size) => [size, []]));
			for (let round = 0; round < (quick ? 1 : RUNS); round++) {
				for (const size of sizes) {
					note(`${task}, ${contender}, ${size}`);
					steps.get(size)?.push(await measureRow(ground, row, url, size));
				}
			}
			all.push({ contender, task, steps });
		}
		return all;
	});
	await stub.stop();
	return growthSection(found);
}
