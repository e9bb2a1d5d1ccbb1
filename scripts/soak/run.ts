import { setTimeout as delay } from 'node:timers/promises';
import { machineLine } from '../../bench/shared/machine';
import { longStep, say } from '../lib/say';
import { getExecution } from '../n8n/executions';
import type { N8nRequest } from '../n8n/session';
import { saveSandboxCredentials } from '../stage/credentials';
import { failureOf } from '../stage/orders';
import { disturb } from './disturbances';
import { type Lane, lanesOn } from './lanes';
import { type Load, startLoad } from './load';
import { variablesIn } from './moduleState';
import { publish, raiseN8n } from './raise';
import type { LaneRecord, SoakRecord } from './record';
import { countRequests, type Requests } from './requests';
import type { Sample } from './watch/sample';
import { createWatcher, type Watcher } from './watch/watcher';

const EVERY_MS = 10_000;
/** After the load: until all effects are there, and for what should not come. */
const PATIENCE_MS = 90_000;
const QUIET_MS = 15_000;
const MOST_FAILURES = 10;

export interface SoakOptions {
	minutes: number;
	userFolder: string;
	logName: string;
}

const open = (lanes: Lane[]): number => lanes.reduce((sum, lane) => sum + lane.tally().missing, 0);

function recordOf(
	{ title, text, workflow: { name }, ...lane }: Lane,
	{ database }: Sample,
): LaneRecord {
	const counted = (kind: string) =>
		database.statistics.find((one) => one.name === name && one.kind === kind)?.count ?? 0;
	return {
		...{ title, text, workflow: name, tally: lane.tally(), expected: lane.executions?.() },
		succeeded: counted('production_success'),
		failed: counted('production_error'),
	};
}

/** What the failed executions say, as far as n8n still has them. */
async function wordsOf(request: N8nRequest, bad: Watcher['bad']): Promise<string[]> {
	const words = [...bad].slice(0, MOST_FAILURES).map(async ([id, name]) => {
		const execution = await getExecution(request, String(id)).catch(() => undefined);
		return `${name}, execution ${id}: ${execution ? failureOf(execution) : 'no longer kept'}`;
	});
	return await Promise.all(words);
}

async function watchFor(minutes: number, watcher: Watcher, requests: Requests): Promise<void> {
	const startedAt = Date.now();
	await longStep(`${minutes} minutes of steady load`, async (note) => {
		for (let turn = 1; Date.now() < startedAt + minutes * 60_000; turn++) {
			await delay(Math.max(0, startedAt + turn * EVERY_MS - Date.now()));
			requests.drain();
			const sample = await watcher.look();
			if (!sample) continue;
			const heap = Math.round(sample.metrics.heapUsed / 1e6);
			const { last } = sample.database.executions;
			note(`heap ${heap} MB, ${last} executions, ${watcher.bad.size} failed`);
		}
	});
}

async function finish(load: Load, lanes: Lane[], requests: Requests): Promise<void> {
	await longStep('Waiting for what is under way', async () => {
		await load.stop();
		const until = Date.now() + PATIENCE_MS;
		do {
			await delay(1000);
			requests.drain();
		} while (open(lanes) > 0 && Date.now() < until);
		await delay(QUIET_MS);
		requests.drain();
	});
}

/** Runs the load for that long, and tells all that was seen. */
export async function soak({ minutes, userFolder, logName }: SoakOptions): Promise<SoakRecord> {
	const { sandbox, request, place } = await raiseN8n(userFolder, logName);
	const credentials = await saveSandboxCredentials(request, sandbox);
	const requests = countRequests(sandbox);
	const watcher = createWatcher(place);
	const grounds = { sandbox, credentials, url: place.url, answered: watcher.answered };
	const lanes = lanesOn(grounds, requests.preparedTimes);
	await publish(request, lanes);
	say();

	const startedAt = watcher.start();
	const disturbances = disturb(sandbox);
	const load = startLoad(lanes);
	await watchFor(minutes, watcher, requests);
	disturbances.stop();
	await finish(load, lanes, requests);
	const atEnd = await watcher.lookAtLast();
	const { samples, unanswered, bad } = watcher;
	const { limits, revocations } = disturbances;
	return {
		...{ startedAt: startedAt.toISOString(), minutes, machine: machineLine(startedAt) },
		...{ samples, atEnd, unanswered },
		lanes: lanes.map((lane) => recordOf(lane, atEnd)),
		requests: requests.counts,
		invalid: requests.invalid,
		disturbances: { limits, revocations },
		logins: { edumalls: sandbox.edumalls.loginCount, elryan: sandbox.elryan.loginCount },
		moduleState: await place.probe.measure(variablesIn(userFolder)),
		failures: [...load.failures, ...(await wordsOf(request, bad))],
	};
}
