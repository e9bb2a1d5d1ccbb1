import { setTimeout as delay } from 'node:timers/promises';
import { type Place, type Sample, takeSample } from './sample';

/** A full collection holds n8n up for a moment. */
const COLLECT_AFTER_SECONDS = 240;
const TRIES = 10;
const TRY_AGAIN_MS = 3000;

/** Looks from time to time, and keeps what it saw. */
export interface Watcher {
	readonly samples: Sample[];
	/** The load begins. */
	start(): Date;
	/** Looks that n8n did not answer in time. */
	readonly unanswered: number;
	/** Failed executions: the workflow, by the number of the execution. n8n may drop them meanwhile. */
	readonly bad: ReadonlyMap<number, string>;
	/** Told how long n8n took to answer. */
	answered(milliseconds: number): void;
	/** Nothing where n8n did not answer. */
	look(): Promise<Sample | undefined>;
	/** The look after the load, with a full collection; it has to succeed, and is not kept with the others. */
	lookAtLast(): Promise<Sample>;
}

export function createWatcher(place: Place): Watcher {
	let startedAt = Date.now();
	const samples: Sample[] = [];
	const bad = new Map<number, string>();
	let unanswered = 0;
	let collectAt = COLLECT_AFTER_SECONDS;
	let times: number[] = [];

	async function take(isLast = false): Promise<Sample> {
		const seconds = (Date.now() - startedAt) / 1000;
		const collect = isLast || seconds >= collectAt;
		const sample = await takeSample(place, { seconds, times, collect });
		if (collect) collectAt = seconds + COLLECT_AFTER_SECONDS;
		times = [];
		for (const { id, name } of sample.database.bad) bad.set(id, name);
		return sample;
	}

	return {
		samples,
		bad,
		get unanswered() {
			return unanswered;
		},
		start() {
			startedAt = Date.now();
			return new Date(startedAt);
		},
		answered: (milliseconds) => times.push(milliseconds),
		async look() {
			try {
				const sample = await take();
				samples.push(sample);
				return sample;
			} catch {
				unanswered++;
				return undefined;
			}
		},
		async lookAtLast() {
			for (let tries = 1; tries < TRIES; tries++) {
				const sample = await take(true).catch(() => undefined);
				if (sample) return sample;
				await delay(TRY_AGAIN_MS);
			}
			return await take(true);
		},
	};
}
