import type { Letter } from '../letters';
import { eventsUrl } from '../workflows';
import { doneTwice, type Probe, sendInTurn, settled } from './probe';

/** What the filter of repeats still knows after its process began anew. */
export const receiverRestart =
	(done: Letter[]): Probe =>
	async (cluster) => {
		const before = doneTwice(cluster, done);
		await cluster.webhook.stop();
		await cluster.webhook.boot();
		await sendInTurn(eventsUrl(cluster.webhook.url), done);
		await settled(cluster);
		return {
			question: `The webhook process is restarted, and ${done.length} deliveries of the run come again`,
			answer: `${doneTwice(cluster, done) - before} of them were done twice`,
		};
	};
