import { join } from 'node:path';
import { root } from '../../../scripts/lib/paths';
import type { Note } from '../../../scripts/lib/say';
import { Trouble } from '../../../scripts/lib/trouble';
import { runtimeModules, runtimeNode } from '../../../scripts/n8n/layout';
import { startChild, type Child } from '../../shared/child';
import { compile } from '../../shared/compile';
import { isClean } from '../../shared/judge';
import type { ContenderName } from '../contenders';
import type { Cost, RunnerCalls } from '../contenders/process';
import { EFFECTS, type Job, type Judgement, type Setting, type ShopCalls } from './task';

/** One run of one contender. */
export interface Measured extends Cost, Judgement {
	words?: string;
}

/** All runs of one contender in a scene. */
export interface Entry {
	contender: ContenderName;
	runs: Measured[];
	/** It stands in no ranking, whatever it does. */
	unranked: boolean;
}

/** A setting, and who is measured in it. */
export interface Scene {
	setting: Setting;
	contenders: ContenderName[];
	runs: number;
	/** Shown once, beside the others. */
	unranked?: ContenderName[];
	/** Each run in a process of its own, that did nothing before but warm up. */
	fresh?: true;
}

export interface SceneResult {
	scene: Scene;
	entries: Entry[];
}

/** Items of a run that only warms up. */
export const WARM_SIZE = 200;
const WARM_ROUNDS = 2;

/** A run that did what it was to do and said so: an act may be unsure where the shop failed. */
export function isRight({ verdict }: Measured, { task, faultEvery }: Setting): boolean {
	const mayBeUndone = EFFECTS[task] === 'act' && faultEvery !== undefined;
	return isClean(verdict) && (mayBeUndone || verdict.done === verdict.records);
}

/** Ranked are those who are right in every run. */
export const isRanked = ({ runs, unranked }: Entry, setting: Setting): boolean =>
	!unranked && runs.length > 0 && runs.every((run) => isRight(run, setting));

/** The processes of a measurement: the shop's, and one of each contender. */
export interface Ground {
	/** A task of the shop, for who measures without it. */
	open(setting: Setting): Promise<Job>;
	/** One run of a contender, warm; in a process of its own where it is to be fresh. */
	run(contender: ContenderName, setting: Setting, fresh?: boolean): Promise<Measured>;
	startRunner(): Child<RunnerCalls>;
	close(): Promise<void>;
}

/** Starts the shop and compiles what the contenders run. */
export function openGround(): Ground {
	const file = compile('bench/speed/contenders/process.ts');
	const shopFile = join(root, 'bench', 'speed', 'tasks', 'shop.ts');
	const shop = startChild<ShopCalls>(shopFile, { execArgv: ['-r', 'ts-node/register'] });
	const runners = new Map<ContenderName, Child<RunnerCalls>>();
	const warm = new Set<string>();

	function startRunner(): Child<RunnerCalls> {
		const node = runtimeNode();
		if (!node) throw new Trouble('There is no Node that n8n runs on.');
		const execArgv = ['--expose-gc', '--max-old-space-size=8192'];
		return startChild<RunnerCalls>(file, { execPath: node.execPath, execArgv });
	}

	type Runner = Child<RunnerCalls>;

	async function once(
		runner: Runner,
		contender: ContenderName,
		setting: Setting,
	): Promise<Measured> {
		const job = await shop.ask('open', setting);
		const result = await runner.ask('run', { contender, job, modules: runtimeModules });
		const { told, ...cost } = result;
		return { ...cost, ...(await shop.ask('judge', told)), words: told.words };
	}

	async function warmUp(
		runner: Runner,
		contender: ContenderName,
		{ task, size }: Setting,
	): Promise<void> {
		const small = { task, size: Math.min(size, WARM_SIZE), latencyMs: 0 };
		for (let round = 0; round < WARM_ROUNDS; round++) await once(runner, contender, small);
	}

	async function runFresh(contender: ContenderName, setting: Setting): Promise<Measured> {
		const runner = startRunner();
		await warmUp(runner, contender, setting);
		const measured = await once(runner, contender, setting);
		await runner.stop();
		return measured;
	}

	return {
		open: async (setting) => await shop.ask('open', setting),
		startRunner,
		run: async (contender, setting, fresh = false) => {
			if (fresh) return await runFresh(contender, setting);
			const runner = runners.get(contender) ?? startRunner();
			runners.set(contender, runner);
			const mark = `${contender} ${setting.task}`;
			if (!warm.has(mark)) await warmUp(runner, contender, setting);
			warm.add(mark);
			return await once(runner, contender, setting);
		},
		close: async () => {
			const all = [shop, ...runners.values()];
			await Promise.all(all.map(async (child) => await child.stop()));
		},
	};
}

/** Runs the contenders of a scene in turn: A, B, C, and again. */
export async function measureScene(ground: Ground, scene: Scene, note: Note): Promise<SceneResult> {
	const { setting, contenders, unranked = [], runs, fresh } = scene;
	const entries = [...contenders, ...unranked].map((contender): Entry => ({
		contender,
		runs: [],
		unranked: unranked.includes(contender),
	}));
	for (let round = 0; round < runs; round++) {
		for (const entry of entries) {
			if (entry.unranked && round > 0) continue;
			note(`${setting.task}, ${setting.size}, ${setting.latencyMs} ms, ${entry.contender}`);
			entry.runs.push(await ground.run(entry.contender, setting, fresh));
		}
	}
	return { scene, entries };
}
