import { sleep } from 'n8n-workflow';

/** How one call ended, as far as the speed of the next ones is concerned. */
export type Outcome = 'good' | 'limited' | 'slow' | 'neutral';

/** Leave to make one call; handed back once, with how it ended. */
export interface Pass {
	done(outcome: Outcome): void;
}

/** What a caller asks for. */
export interface Entry {
	/** Most calls in flight that this caller wants to be part of. */
	cap: number;
	cancelled(): boolean;
}

/** The time source; tests bring their own. Milliseconds. */
export interface Clock {
	now(): number;
	sleep(ms: number): Promise<void>;
}

export interface Throttle {
	/** Resolves when a call may start; rejects with `Cancelled` where the execution was stopped. */
	enter(entry: Entry): Promise<Pass>;
	/** Holds all calls back until a time (milliseconds since the epoch). */
	pauseUntil(time: number): void;
	/** For hints and tests. */
	state(): { window: number; inFlight: number; rate: number; limited: number };
}

/** Thrown to those who wait when their execution is stopped. */
export class Cancelled extends Error {}

export const systemClock: Clock = { now: () => Date.now(), sleep };

const START = 4;
const LOOK_AGAIN_MS = 200;
const SLOWER = 2;
const NOISE_MS = 50;
/** Starts a second. */
const SLOWEST = 0.5;
const GROWTH = 0.02;

interface Waiting {
	entry: Entry;
	admit(pass: Pass): void;
	refuse(error: Error): void;
}

/**
 * The adaptive bound on calls in flight: additive increase while answers are good and latency holds,
 * halved when the service says that it is too much. Where it counts requests per second, calls in
 * flight say little: after the first 429 the starts are also paced, just below the rate that was served.
 */
export function createThrottle(clock: Clock = systemClock): Throttle {
	let window = START;
	let inFlight = 0;
	let resumeAt = 0;
	let nextStart = 0;
	/** Starts a second; unlimited until the service has complained. */
	let rate = Infinity;
	let complaintAt = -Infinity;
	/** Good answers in this second of the clock and in the one before. */
	let served = { second: 0, now: 0, before: 0 };
	let limited = 0;
	let fastest = Infinity;
	let recent = 0;
	let watching = false;
	const queue: Waiting[] = [];

	const latencyHolds = () => recent <= fastest * SLOWER + NOISE_MS;

	function noteLatency(ms: number): void {
		recent = recent === 0 ? ms : recent * 0.8 + ms * 0.2;
		// The best case drifts, or one lucky answer would hold the bound down for ever.
		fastest = Math.min(fastest * 1.01, ms);
	}

	function countServed(good: 0 | 1): number {
		const second = Math.floor(clock.now() / 1000);
		if (second !== served.second) {
			served = { second, now: 0, before: second === served.second + 1 ? served.now : 0 };
		}
		served.now += good;
		return Math.max(served.now, served.before);
	}

	function speedUp(cap: number): void {
		countServed(1);
		if (latencyHolds() && window < cap) window = Math.min(cap, window + 1 / window);
		if (rate !== Infinity) {
			const calmSeconds = (clock.now() - complaintAt) / 1000;
			// A second's answers add 2 % for each second of calm: careful near the limit, quick far from it.
			rate += GROWTH * calmSeconds;
		}
	}

	function slowDown(startedAt: number, paced: boolean): void {
		// Calls that were under way when the service complained say nothing new.
		if (startedAt < complaintAt) return;
		window = Math.max(1, window / 2);
		if (paced) rate = Math.max(SLOWEST, Math.min(rate, countServed(0)) * 0.9);
		complaintAt = clock.now();
	}

	function admit({ entry, admit: hand }: Waiting): void {
		const startedAt = clock.now();
		inFlight++;
		nextStart = Math.max(nextStart, startedAt) + 1000 / rate;
		let open = true;
		hand({
			done: (outcome) => {
				if (!open) return;
				open = false;
				inFlight--;
				if (outcome === 'good') {
					noteLatency(clock.now() - startedAt);
					speedUp(entry.cap);
				}
				if (outcome === 'limited') limited++;
				if (outcome === 'limited' || outcome === 'slow') {
					slowDown(startedAt, outcome === 'limited');
				}
				pump();
			},
		});
	}

	function dropCancelled(): void {
		for (let index = queue.length - 1; index >= 0; index--) {
			if (queue[index].entry.cancelled()) queue.splice(index, 1)[0].refuse(new Cancelled());
		}
	}

	function watch(ms: number): void {
		if (watching) return;
		watching = true;
		void clock.sleep(Math.max(1, Math.min(ms, LOOK_AGAIN_MS))).then(() => {
			watching = false;
			dropCancelled();
			pump();
		});
	}

	function pump(): void {
		while (queue.length > 0) {
			const wait = Math.max(resumeAt, rate === Infinity ? 0 : nextStart) - clock.now();
			if (wait > 0) return watch(wait);
			const next = queue.findIndex(
				({ entry }) => inFlight < Math.min(Math.floor(window), entry.cap),
			);
			if (next < 0) return watch(LOOK_AGAIN_MS);
			admit(queue.splice(next, 1)[0]);
		}
	}

	return {
		enter: async (entry) =>
			await new Promise<Pass>((resolve, reject) => {
				if (entry.cancelled()) return reject(new Cancelled());
				queue.push({ entry, admit: resolve, refuse: reject });
				pump();
			}),
		pauseUntil: (time) => {
			resumeAt = Math.max(resumeAt, time);
		},
		state: () => ({ window, inFlight, rate, limited }),
	};
}

const throttles = new Map<string, Throttle>();

/** The one throttle of an account in this process. */
export function throttleOf(account: string): Throttle {
	const known = throttles.get(account) ?? createThrottle();
	throttles.set(account, known);
	return known;
}
