import { setTimeout as delay } from 'node:timers/promises';
import { writeLetters } from '../letters';
import { sendOnce } from '../sender';
import { eventsUrl } from '../workflows';
import { doneTwice, type Probe, settled } from './probe';

const COUNT = 40;

/** The filter of repeated deliveries, where two processes receive. */
export const twoReceivers: Probe = async (cluster) => {
	const first = eventsUrl(cluster.webhook.url);
	const second = eventsUrl(cluster.main.url);
	const atOnce = writeLetters(cluster.edumalls, COUNT);
	for (const letter of atOnce) {
		await Promise.all([first, second].map(async (url) => await sendOnce(url, letter)));
	}
	const later = writeLetters(cluster.edumalls, COUNT);
	for (const letter of later) {
		await sendOnce(first, letter);
		await delay(500);
		await sendOnce(second, letter);
	}
	await settled(cluster);
	return {
		question: 'The same bytes reach two receiving processes (here the webhook process and main)',
		answer: `at the same moment: ${doneTwice(cluster, atOnce)} of ${COUNT} done twice; half a second apart, one letter at a time: ${doneTwice(cluster, later)} of ${COUNT}`,
	};
};
