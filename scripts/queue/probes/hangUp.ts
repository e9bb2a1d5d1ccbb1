import { setTimeout as delay } from 'node:timers/promises';
import { writeLetters } from '../letters';
import { sendOnce } from '../sender';
import { eventsUrl } from '../workflows';
import { doneTwice, type Probe, sendInTurn, settled } from './probe';

const COUNT = 40;
const TIMED = 5;

/** A sender whose patience ends while n8n is at work, and who sends again. */
export const hangUp: Probe = async (cluster) => {
	const url = eventsUrl(cluster.webhook.url);
	const since = Date.now();
	await sendInTurn(url, writeLetters(cluster.edumalls, TIMED));
	const usual = (Date.now() - since) / TIMED;
	const letters = writeLetters(cluster.edumalls, COUNT);
	let hungUp = 0;
	for (const [index, letter] of letters.entries()) {
		const patience = Math.ceil((usual * (index + 1)) / COUNT);
		if ((await sendOnce(url, letter, patience)) === undefined) hungUp++;
	}
	await delay(2_000);
	await sendInTurn(url, letters);
	await settled(cluster);
	return {
		question: `A sender hangs up at ${COUNT} different moments before n8n answers (usually after ${Math.round(usual)} ms), and sends the same bytes again 2 s later`,
		answer: `${hungUp} of ${COUNT} hung up; ${doneTwice(cluster, letters)} were done twice`,
	};
};
