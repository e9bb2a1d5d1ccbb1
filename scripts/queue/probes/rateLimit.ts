import { duration } from '../../lib/say';
import { rightStocks, setStocks } from '../stocks';
import { type Probe, settled } from './probe';

const PER_SECOND = 40;
const EXECUTIONS = 4;
const ITEMS = 250;

/** A marketplace that counts requests, and two workers that do not know of each other. */
export const rateLimit: Probe = async (cluster) => {
	const { edumalls, webhook } = cluster;
	const skus = edumalls.store.products.slice(0, EXECUTIONS * ITEMS).map(({ sku }) => sku);
	const wanted = new Map(skus.map((sku, index) => [sku, 50_000 + index]));
	const runs = Array.from(
		{ length: EXECUTIONS },
		(_, run) => new Map([...wanted].slice(run * ITEMS, (run + 1) * ITEMS)),
	);
	edumalls.resetStats();
	edumalls.limits.set({ requestsPerSecond: PER_SECOND });
	const since = Date.now();
	await Promise.all(runs.map(async (run) => await setStocks(webhook, run)));
	await settled(cluster, 180_000);
	const took = Date.now() - since;
	edumalls.limits.set({ requestsPerSecond: null });
	const refused = edumalls.requests.filter(({ status }) => status === 429).length;
	const right = rightStocks(edumalls, wanted);
	return {
		question: `The marketplace takes ${PER_SECOND} requests a second, and ${EXECUTIONS} executions with ${ITEMS} stocks each are spread over the workers`,
		answer: `${right} of ${wanted.size} set after ${duration(took)}; ${refused} calls were refused with 429 and repeated`,
	};
};
