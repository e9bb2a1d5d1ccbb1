import type { Cluster } from '../cluster';
import { entries, type Entry, underWay } from '../ledger';
import { type Letter, timesDone } from '../letters';
import { sendOnce } from '../sender';
import { until } from '../watch';

/** Something that a seller wants to know before there is a second process, and what was seen. */
export interface Finding {
	question: string;
	answer: string;
}

export type Probe = (cluster: Cluster) => Promise<Finding>;

const PATIENCE_MS = 180_000;

/** Waits until nothing is under way, and what was sent last has had its chance to begin. */
export async function settled({ postgres }: Cluster, patienceMs = PATIENCE_MS): Promise<boolean> {
	await until(async () => (await underWay(postgres)) > 0, 3_000);
	return await until(async () => (await underWay(postgres)) === 0, patienceMs, 500);
}

export async function executionsOf({ postgres }: Cluster, letters: Letter[]): Promise<Entry[]> {
	const ids = new Set(letters.map(({ id }) => id));
	return (await entries(postgres)).filter(({ delivery }) => ids.has(delivery ?? ''));
}

/** How many of the letters were done more than once. */
export const doneTwice = ({ edumalls }: Cluster, letters: Letter[]): number =>
	letters.filter((letter) => timesDone(edumalls, letter) > 1).length;

/** Sends letters one after another, each answered before the next goes out. */
export async function sendInTurn(
	url: string,
	letters: Letter[],
): Promise<Array<number | undefined>> {
	const answers: Array<number | undefined> = [];
	for (const letter of letters) answers.push(await sendOnce(url, letter));
	return answers;
}
