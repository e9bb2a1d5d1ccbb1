import { sleep } from 'n8n-workflow';
import { createPace } from './pace';

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

/** As many as careful clients allow themselves at most (octokit's throttling: 10). */
const START = 10;
const LOOK_AGAIN_MS = 200;
const SLOWER = 2;
const NOISE_MS = 50;
/** Who waited this long because of a small cap goes next, and the others wait until it fits. */
const OVERTAKEN_MS = 2000;

interface Waiting {
	entry: Entry;
	since: number;
	admit(pass: Pass): void;
	refuse(error: Error): void;
}

/**
 * The adaptive bound on calls in flight: it grows while answers are good and latency holds, quickly at first and
 * by one a round after the first trouble, and is halved when the service says that it is too much. Where it counts requests per second, calls in
 * flight say little: after the first 429 the starts are also paced, just below the rate that was served.
 */
export function createThrottle(clock: Clock = systemClock): Throttle {
	let window = START;
	let inFlight = 0;
	let halvedAt = -Infinity;
	/** Until the first sign of trouble the bound grows with each good answer, afterwards by one a round. */
	let untroubled = true;
	let limited = 0;
	let fastest = Infinity;
	let recent = 0;
	let wakeAt = Infinity;
	const pace = createPace(clock);
	const queue: Waiting[] = [];

	const latencyHolds = () => recent <= fastest * SLOWER + NOISE_MS;

	function noteLatency(ms: number): void {
		recent = recent === 0 ? ms : recent * 0.8 + ms * 0.2;
		// The best case drifts, or one lucky answer would hold the bound down for ever.
		fastest = Math.min(fastest * 1.001, ms);
	}

	function speedUp(cap: number): void {
		if (!latencyHolds()) untroubled = false;
		else if (window < cap) window = Math.min(cap, window + (untroubled ? 1 : 1 / window));
	}

	function halve(startedAt: number): void {
		// Calls that were under way when the service complained say nothing new.
		if (startedAt <= halvedAt) return;
		untroubled = false;
		window = Math.max(1, window / 2);
		halvedAt = clock.now();
	}

	function admit({ entry, admit: hand }: Waiting): void {
		const startedAt = clock.now();
		pace.started(inFlight === 0);
		inFlight++;
		let open = true;
		hand({
			done: (outcome) => {
				if (!open) return;
				open = false;
				inFlight--;
				if (outcome === 'good') {
					pace.served();
					noteLatency(clock.now() - startedAt);
					speedUp(entry.cap);
				}
				if (outcome === 'limited') {
					limited++;
					pace.complained(startedAt, queue.length > 0);
				}
				if (outcome === 'limited' || outcome === 'slow') halve(startedAt);
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
		const mine = clock.now() + Math.max(1, Math.min(ms, LOOK_AGAIN_MS));
		if (wakeAt <= mine) return;
		wakeAt = mine;
		void clock.sleep(mine - clock.now()).then(() => {
			if (wakeAt === mine) wakeAt = Infinity;
			dropCancelled();
			pump();
		});
	}

	function findNext(): number {
		const fits = ({ entry }: Waiting) => inFlight < Math.min(Math.floor(window), entry.cap);
		const [first] = queue;
		if (clock.now() - first.since > OVERTAKEN_MS) return fits(first) ? 0 : -1;
		return queue.findIndex(fits);
	}

	function pump(): void {
		while (queue.length > 0) {
			const wait = pace.wait();
			if (wait > 0) return watch(wait);
			const next = findNext();
			if (next < 0) return watch(LOOK_AGAIN_MS);
			admit(queue.splice(next, 1)[0]);
		}
	}

	return {
		enter: async (entry) =>
			await new Promise<Pass>((resolve, reject) => {
				if (entry.cancelled()) return reject(new Cancelled());
				queue.push({ entry, since: clock.now(), admit: resolve, refuse: reject });
				pump();
			}),
		pauseUntil: pace.pauseUntil,
		state: () => ({ window, inFlight, rate: pace.rate(), limited }),
	};
}

const throttles = new Map<string, Throttle>();

/** The one throttle of an account in this process. */
export function throttleOf(account: string): Throttle {
	const known = throttles.get(account) ?? createThrottle();
	throttles.set(account, known);
	return known;
}
