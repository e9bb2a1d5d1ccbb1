import { type Letter, writeLetters } from '../letters';
import type { Machine } from '../machine';
import { sendOnce } from '../sender';
import { tuning } from '../settings';
import { eventsUrl } from '../workflows';
import { type Probe, settled } from './probe';

const COUNT = 150;
const CONNECTIONS = 10;

/** Events a second that a webhook process accepts. */
async function rateOf({ url }: Machine, letters: Letter[]): Promise<string> {
	const left = [...letters];
	const since = Date.now();
	let accepted = 0;
	const line = async () => {
		for (let letter = left.pop(); letter; letter = left.pop()) {
			if ((await sendOnce(eventsUrl(url), letter)) === 200) accepted++;
		}
	};
	await Promise.all(Array.from({ length: CONNECTIONS }, line));
	return ((1000 * accepted) / (Date.now() - since)).toFixed(1);
}

/** The two settings that the table recommends, against n8n's defaults. */
export const capacity: Probe = async (cluster) => {
	const untuned = await cluster.prepare('webhook-untuned', 'webhook', {
		env: Object.fromEntries(Object.keys(tuning).map((name) => [name, undefined])),
	});
	await untuned.boot();
	const rates: string[] = [];
	for (const machine of [untuned, cluster.webhook, untuned, cluster.webhook]) {
		rates.push(await rateOf(machine, writeLetters(cluster.edumalls, COUNT)));
		await settled(cluster, 120_000);
	}
	await untuned.stop();
	const [plain, tuned, plainAgain, tunedAgain] = rates;
	return {
		question: `Events a second that one webhook process accepts, ${CONNECTIONS} at a time, while the workers run them`,
		answer: `with \`${Object.keys(tuning).join('` and `')}\` as above ${tuned} and ${tunedAgain}, with n8n’s defaults ${plain} and ${plainAgain}`,
	};
};
