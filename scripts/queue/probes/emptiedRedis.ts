import { setTimeout as delay } from 'node:timers/promises';
import { writeLetters } from '../letters';
import { eventsUrl } from '../workflows';
import { executionsOf, type Probe, sendInTurn } from './probe';

const COUNT = 5;

/** A Redis that comes back empty, as one does that keeps its data in memory only. */
export const emptiedRedis: Probe = async (cluster) => {
	const { workers, main, redis, webhook } = cluster;
	await Promise.all(workers.map(async ({ stop }) => await stop()));
	const letters = writeLetters(cluster.edumalls, COUNT);
	await sendInTurn(eventsUrl(webhook.url), letters);
	await redis.ask('FLUSHALL');
	await Promise.all(workers.map(async ({ boot }) => await boot()));
	await delay(10_000);
	const statuses = async () => [
		...new Set((await executionsOf(cluster, letters)).map(({ status }) => status)),
	];
	const before = await statuses();
	await main.stop();
	await main.boot();
	await delay(5_000);
	return {
		question:
			'Redis comes back empty while executions wait in it (no append-only file, or FLUSHALL)',
		answer: `the executions of ${COUNT} accepted events stay ‘${before.join(', ')}’ and do not run; when main is started again, they are ‘${(await statuses()).join(', ')}’`,
	};
};
