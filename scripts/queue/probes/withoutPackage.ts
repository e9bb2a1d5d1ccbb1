import { writeLetters } from '../letters';
import { eventsUrl } from '../workflows';
import { executionsOf, type Probe, sendInTurn, settled } from './probe';

const COUNT = 3;

/** A receiving process that the package was forgotten in. */
export const receiverWithoutPackage: Probe = async (cluster) => {
	const bare = await cluster.prepare('webhook-bare', 'webhook', { withPackage: false });
	await bare.boot();
	const letters = writeLetters(cluster.edumalls, COUNT);
	const answers = await sendInTurn(eventsUrl(bare.url), letters);
	await settled(cluster);
	await bare.stop();
	const started = await executionsOf(cluster, letters);
	return {
		question: 'A webhook process without the package',
		answer: `answers ${[...new Set(answers)].join(', ')}; ${started.length} of ${COUNT} events led to an execution`,
	};
};

/** A worker that the package was forgotten in. */
export const workerWithoutPackage: Probe = async (cluster) => {
	const bare = await cluster.prepare('worker-bare', 'worker', { withPackage: false });
	await Promise.all(cluster.workers.map(async ({ stop }) => await stop()));
	await bare.boot();
	const letters = writeLetters(cluster.edumalls, COUNT);
	const answers = await sendInTurn(eventsUrl(cluster.webhook.url), letters);
	await settled(cluster);
	await bare.stop();
	await Promise.all(cluster.workers.map(async ({ boot }) => await boot()));
	const started = await executionsOf(cluster, letters);
	const ends = new Set(started.map(({ status, error }) => `${status} (“${error ?? ''}”)`));
	return {
		question: 'A worker without the package',
		answer: `the events are accepted (${[...new Set(answers)].join(', ')}), and every execution it takes ends as ${[...ends].join(', ')}`,
	};
};
