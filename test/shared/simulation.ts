import { decide } from '../../nodes/shared/retry';
import type { Clock, Outcome, Throttle } from '../../nodes/shared/throttle';

/** A time that passes only when everything else has come to rest: no test waits for real. */
export class SimulatedClock implements Clock {
	private time = 0;
	private order = 0;
	private readonly timers: Array<{ at: number; order: number; ring(): void }> = [];

	now(): number {
		return this.time;
	}

	async sleep(ms: number): Promise<void> {
		await new Promise<void>((resolve) => {
			this.timers.push({ at: this.time + Math.max(0, ms), order: this.order++, ring: resolve });
		});
	}

	/** Lets time pass until `work` is done or `limit` is reached, and gives what it yields. */
	async run<T>(work: Promise<T>, limit = 3_600_000): Promise<T> {
		let done = false;
		const settled = work.finally(() => {
			done = true;
		});
		settled.catch(() => undefined);
		for (;;) {
			await new Promise((resolve) => setImmediate(resolve));
			if (done) return await settled;
			this.timers.sort((a, b) => a.at - b.at || a.order - b.order);
			const next = this.timers.shift();
			if (!next || next.at > limit) throw new Error(`Nothing ended by ${this.time} ms`);
			this.time = next.at;
			next.ring();
		}
	}

	/** Lets `ms` pass. */
	async pass(ms: number): Promise<void> {
		await this.run(this.sleep(ms));
	}
}

/** The same numbers in every run (mulberry32). */
export function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** Requests a second and how many may come at once, as many services count them. */
export interface Bucket {
	perSecond: number;
	burst: number;
	latencyMs: number;
	/** What a 429 says in its header; nothing where it is left out. */
	retryAfter?: string;
}

/** A service that refuses with 429 what is beyond its bucket. */
export class BucketServer {
	limited = 0;
	served = 0;
	most = 0;
	private inFlight = 0;
	private tokens: number;
	private filledAt = 0;

	constructor(
		private readonly clock: SimulatedClock,
		private readonly bucket: Bucket,
		private readonly random = seeded(7),
	) {
		this.tokens = bucket.burst;
	}

	async call(): Promise<200 | 429> {
		this.most = Math.max(this.most, ++this.inFlight);
		const { perSecond, burst, latencyMs } = this.bucket;
		const now = this.clock.now();
		this.tokens = Math.min(burst, this.tokens + ((now - this.filledAt) / 1000) * perSecond);
		this.filledAt = now;
		const taken = this.tokens >= 1;
		if (taken) this.tokens -= 1;
		// A refusal costs the service less than an answer.
		const spread = 0.75 + this.random() / 2;
		await this.clock.sleep(latencyMs * spread * (taken ? 1 : 0.3));
		this.inFlight--;
		if (taken) this.served++;
		else this.limited++;
		return taken ? 200 : 429;
	}

	get retryAfter(): string | undefined {
		return this.bucket.retryAfter;
	}
}

/** One read as the engine sends it: within the throttle, again after a 429. Gives its attempts. */
export async function readOnce(
	clock: SimulatedClock,
	throttle: Throttle,
	server: BucketServer,
	cap: number,
	random: () => number,
): Promise<{ attempts: number; succeeded: boolean }> {
	for (let attempts = 1; ; attempts++) {
		const pass = await throttle.enter({ cap, cancelled: () => false });
		const status = await server.call();
		const outcome: Outcome = status === 429 ? 'limited' : 'good';
		const { retryAfter } = server;
		const decision = decide({ status, retryAfter }, 'read', attempts, random);
		if (status === 429 && decision.again) throttle.pauseUntil(clock.now() + decision.waitMs);
		pass.done(outcome);
		if (status === 200) return { attempts, succeeded: true };
		if (!decision.again) return { attempts, succeeded: false };
		await clock.sleep(decision.waitMs);
	}
}

/** `count` jobs, `atOnce` at a time. */
export async function pool<T>(
	count: number,
	atOnce: number,
	job: (index: number) => Promise<T>,
): Promise<T[]> {
	const results: T[] = [];
	let next = 0;
	const worker = async () => {
		while (next < count) {
			const index = next++;
			results[index] = await job(index);
		}
	};
	await Promise.all(Array.from({ length: Math.min(atOnce, count) }, worker));
	return results;
}
