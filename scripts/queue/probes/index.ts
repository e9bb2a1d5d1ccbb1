import { longStep, say } from '../../lib/say';
import type { Cluster } from '../cluster';
import { ofKind } from '../judge';
import type { Course } from '../run';
import { isAccepted } from '../sender';
import { capacity } from './capacity';
import { emptiedRedis } from './emptiedRedis';
import { hangUp } from './hangUp';
import { polling } from './polling';
import type { Finding, Probe } from './probe';
import { rateLimit } from './rateLimit';
import { receiverRestart } from './receiverRestart';
import { twoReceivers } from './twoReceivers';
import { receiverWithoutPackage, workerWithoutPackage } from './withoutPackage';

const REPEATED = 200;

/** Answers the questions one after another, on the cluster that the load has left. */
export async function tryAll(cluster: Cluster, course: Course): Promise<Finding[]> {
	const accepted = ofKind(course, 'event').filter(isAccepted).slice(-REPEATED);
	const probes: Record<string, Probe> = {
		'what a webhook process accepts': capacity,
		'a sender that hangs up': hangUp,
		'two receiving processes': twoReceivers,
		'repeats after a restart': receiverRestart(accepted.map(({ letter }) => letter)),
		'a webhook process without the package': receiverWithoutPackage,
		'a worker without the package': workerWithoutPackage,
		'a marketplace with a rate limit': rateLimit,
		'a polling trigger': polling,
		'a Redis that forgets': emptiedRedis,
	};
	const findings: Finding[] = [];
	for (const [title, probe] of Object.entries(probes)) {
		const finding = await longStep(`Trying ${title}`, async () => await probe(cluster));
		say(`  ${finding.question}: ${finding.answer}`);
		findings.push(finding);
	}
	return findings;
}
