import { Cancelled, createThrottle, throttleOf } from '../../nodes/shared/throttle';
import type { Outcome, Pass, Throttle } from '../../nodes/shared/throttle';
import { BucketServer, pool, readOnce, seeded, SimulatedClock } from './simulation';
import type { Bucket } from './simulation';

const READY = 32;
const CAP = 16;
const never = () => false;

/** Takes as many passes as are given out at once. */
async function takeAll(
	clock: SimulatedClock,
	throttle: Throttle,
	cap = CAP,
	wanted = 50,
): Promise<Pass[]> {
	const passes: Pass[] = [];
	for (let count = 0; count < wanted; count++) {
		void throttle
			.enter({ cap, cancelled: () => passes.length > 0 && clock.now() > 0 })
			.then((pass) => passes.push(pass))
			.catch(() => undefined);
	}
	await clock.pass(1000);
	return passes;
}

async function callOnce(
	clock: SimulatedClock,
	throttle: Throttle,
	ms: number,
	outcome: Outcome = 'good',
	cap = CAP,
) {
	const pass = await throttle.enter({ cap, cancelled: never });
	await clock.sleep(ms);
	pass.done(outcome);
}

async function readAgainst(bucket: Bucket, count: number, cap = CAP) {
	const clock = new SimulatedClock();
	const throttle = createThrottle(clock);
	const server = new BucketServer(clock, bucket);
	const random = seeded(3);
	const results = await clock.run(
		pool(count, READY, async () => await readOnce(clock, throttle, server, cap, random)),
	);
	return {
		seconds: clock.now() / 1000,
		failed: results.filter(({ succeeded }) => !succeeded).length,
		limited: server.limited,
		most: server.most,
		throttle,
		clock,
	};
}

describe('against a service that takes 40 requests a second', () => {
	// Ideal: 1,000 / 40 = 25 s. Measured in this simulation: 5 to 19 answers with 429.
	it.each<
		[burst: number, latencyMs: number, retryAfter: string | undefined, withinSeconds: number]
	>([
		[40, 30, undefined, 31],
		[40, 100, undefined, 31],
		[40, 300, undefined, 31],
		[40, 100, '1', 31],
		[40, 300, '1', 31],
		[10, 30, undefined, 31],
		[10, 100, undefined, 31],
		[10, 100, '1', 31],
		[5, 100, undefined, 31],
		[5, 100, '1', 32],
		// A service that makes every limit cost two seconds, and one that saves nothing up.
		[40, 100, '2', 35],
		[10, 100, '2', 37],
		[1, 100, undefined, 35],
		[1, 300, '1', 40],
	])(
		'1,000 reads all succeed with few 429s (burst %i, %i ms, Retry-After %s, within %i s)',
		async (burst, latencyMs, retryAfter, withinSeconds) => {
			const run = await readAgainst({ perSecond: 40, burst, latencyMs, retryAfter }, 1000);
			expect(run.failed).toBe(0);
			expect(run.limited).toBeLessThan(20);
			expect(run.limited).toBeGreaterThan(0);
			expect(run.seconds).toBeLessThan(withinSeconds);
		},
	);

	it.each([1, 5, 10])('no read is given up where only %i a second are taken', async (perSecond) => {
		for (const burst of [1, 5]) {
			const run = await readAgainst({ perSecond, burst, latencyMs: 100 }, perSecond * 20);
			expect(run.failed).toBe(0);
			expect(run.seconds).toBeLessThan(20 * 2);
		}
	});
});

describe('against a healthy service', () => {
	const healthy = { perSecond: 1e6, burst: 1e6, latencyMs: 100 };

	it('starts with 10 calls in flight', async () => {
		const clock = new SimulatedClock();
		expect(await takeAll(clock, createThrottle(clock))).toHaveLength(10);
	});

	it.each([1, 3, 16, 40])('climbs to the cap of %i and never above', async (cap) => {
		const run = await readAgainst(healthy, 1500, cap);
		expect(run.most).toBe(Math.min(cap, READY));
		expect(run.limited).toBe(0);
		expect(run.throttle.state().rate).toBe(Infinity);
	});

	it('grows with each good answer until the first trouble, then by one a round', async () => {
		const clock = new SimulatedClock();
		const throttle = createThrottle(clock);
		const answers = async (count: number, outcome: Outcome) =>
			await clock.run(
				pool(count, count, async () => await callOnce(clock, throttle, 100, outcome, 64)),
			);
		await answers(10, 'good');
		expect(throttle.state().window).toBe(20);
		await answers(1, 'slow');
		expect(throttle.state().window).toBe(10);
		await answers(10, 'good');
		expect(throttle.state().window).toBeGreaterThan(10.9);
		expect(throttle.state().window).toBeLessThanOrEqual(11);
	});

	it('comes near the speed that the cap allows', async () => {
		const run = await readAgainst(healthy, 1000);
		expect(run.seconds).toBeLessThan((1000 / CAP) * 0.1 * 1.25);
	});
});

describe('when the service complains', () => {
	const grown = async (clock: SimulatedClock) => {
		const throttle = createThrottle(clock);
		await clock.run(pool(500, READY, async () => await callOnce(clock, throttle, 100)));
		expect(throttle.state().window).toBe(CAP);
		return throttle;
	};

	it.each<Outcome>(['limited', 'slow'])(
		'halves once for all calls under way (%s)',
		async (outcome) => {
			const clock = new SimulatedClock();
			const throttle = await grown(clock);
			const passes = await clock.run(
				pool(CAP, CAP, async () => await throttle.enter({ cap: CAP, cancelled: never })),
			);
			await clock.pass(10);
			for (const pass of passes) pass.done(outcome);
			expect(throttle.state().window).toBe(CAP / 2);
			await clock.pass(10_000);
			const later = await clock.run(throttle.enter({ cap: CAP, cancelled: never }));
			await clock.pass(10);
			later.done(outcome);
			expect(throttle.state().window).toBe(CAP / 4);
		},
	);

	it.each<[Outcome, boolean]>([
		['limited', true],
		['slow', false],
	])('paces the starts after a 429 only (%s)', async (outcome, paced) => {
		const clock = new SimulatedClock();
		const throttle = await grown(clock);
		await clock.run(callOnce(clock, throttle, 10, outcome));
		expect(throttle.state().rate !== Infinity).toBe(paced);
	});

	it.each<Outcome>(['good', 'neutral'])(
		'an answer that is %s slows nothing down',
		async (outcome) => {
			const clock = new SimulatedClock();
			const throttle = await grown(clock);
			await clock.run(callOnce(clock, throttle, 10, outcome));
			expect(throttle.state()).toMatchObject({ window: CAP, rate: Infinity, limited: 0 });
		},
	);

	it('never goes below one call in flight', async () => {
		const clock = new SimulatedClock();
		const throttle = createThrottle(clock);
		for (let count = 0; count < 20; count++) {
			await clock.run(callOnce(clock, throttle, 10, 'limited'));
			await clock.pass(100);
		}
		expect(throttle.state().window).toBe(1);
		expect(throttle.state().rate).toBeGreaterThanOrEqual(0.5);
		await clock.run(callOnce(clock, throttle, 10));
	});

	it('a pass handed back twice counts once', async () => {
		const clock = new SimulatedClock();
		const throttle = createThrottle(clock);
		const pass = await throttle.enter({ cap: CAP, cancelled: never });
		pass.done('good');
		pass.done('limited');
		expect(throttle.state()).toMatchObject({ inFlight: 0, limited: 0 });
	});

	it('starts nothing before the time to which all calls are held back', async () => {
		const clock = new SimulatedClock();
		const throttle = createThrottle(clock);
		throttle.pauseUntil(5000);
		throttle.pauseUntil(3000);
		await clock.run(callOnce(clock, throttle, 0));
		expect(clock.now()).toBeGreaterThanOrEqual(5000);
		expect(clock.now()).toBeLessThan(5300);
	});

	it('recovers: after the limit is lifted it is as fast as before within half a minute', async () => {
		const clock = new SimulatedClock();
		const throttle = createThrottle(clock);
		const strict = new BucketServer(clock, { perSecond: 10, burst: 10, latencyMs: 100 });
		const random = seeded(5);
		const read = async (server: BucketServer, count: number) =>
			await clock.run(
				pool(count, READY, async () => await readOnce(clock, throttle, server, CAP, random)),
			);
		await read(strict, 100);
		expect(throttle.state().rate).toBeLessThan(20);
		const open = new BucketServer(clock, { perSecond: 1e6, burst: 1e6, latencyMs: 100 });
		const from = clock.now();
		while (throttle.state().rate < 160 || throttle.state().window < CAP) {
			await read(open, 20);
			expect(clock.now() - from).toBeLessThan(30_000);
		}
	});

	it('an account with little traffic that meets one 429 is soon as fast as before', async () => {
		const clock = new SimulatedClock();
		const throttle = createThrottle(clock);
		for (let count = 0; count < 10; count++) {
			await clock.run(callOnce(clock, throttle, 100, count === 9 ? 'limited' : 'good'));
			await clock.pass(2000);
		}
		// Two seconds later 100 reads come at once. At the rate of the traffic so far: 200 s.
		const from = clock.now();
		await clock.run(pool(100, READY, async () => await callOnce(clock, throttle, 100)));
		expect(clock.now() - from).toBeLessThan(10_000);
	});
});

it('latency that grows with the calls in flight stops the climb', async () => {
	const clock = new SimulatedClock();
	const throttle = createThrottle(clock);
	let inFlight = 0;
	let most = 0;
	// Four workers of 50 ms: more than four calls only wait in line.
	const call = async () => {
		const pass = await throttle.enter({ cap: 64, cancelled: never });
		most = Math.max(most, ++inFlight);
		await clock.sleep(50 * Math.max(1, inFlight / 4));
		inFlight--;
		pass.done('good');
	};
	await clock.run(pool(1000, 64, call));
	expect(most).toBeGreaterThan(4);
	expect(most).toBeLessThan(32);
});

describe('callers of one account', () => {
	it('share one throttle; another account has its own', () => {
		expect(throttleOf('a 1 host.example')).toBe(throttleOf('a 1 host.example'));
		expect(throttleOf('a 1 host.example')).not.toBe(throttleOf('a 2 host.example'));
	});

	it('share the calls in flight, and each keeps its own cap', async () => {
		const clock = new SimulatedClock();
		const throttle = createThrottle(clock);
		await clock.run(pool(500, READY, async () => await callOnce(clock, throttle, 100)));
		const most = { small: 0, large: 0 };
		const inFlight = { small: 0, large: 0 };
		const call = async (name: 'small' | 'large', cap: number) => {
			const pass = await throttle.enter({ cap, cancelled: never });
			most[name] = Math.max(most[name], ++inFlight[name]);
			expect(inFlight.small + inFlight.large).toBeLessThanOrEqual(CAP);
			await clock.sleep(100);
			inFlight[name]--;
			pass.done('good');
		};
		const small = pool(50, 50, async () => await call('small', 3));
		const large = pool(500, READY, async () => await call('large', CAP));
		await clock.run(Promise.all([small, large]));
		expect(most.small).toBeLessThanOrEqual(3);
		expect(most.large).toBe(CAP);
	});

	it('one with a small cap is not overtaken for ever', async () => {
		const clock = new SimulatedClock();
		const throttle = createThrottle(clock);
		const large = pool(3000, READY, async () => await callOnce(clock, throttle, 100));
		await clock.pass(500);
		await clock.run(callOnce(clock, throttle, 100, 'good', 1));
		expect(clock.now()).toBeLessThan(4000);
		await clock.run(large);
	});

	it('come to their turn in the order of asking', async () => {
		const clock = new SimulatedClock();
		const throttle = createThrottle(clock);
		const order: number[] = [];
		await clock.run(
			pool(40, 40, async (index) => {
				const pass = await throttle.enter({ cap: 1, cancelled: never });
				order.push(index);
				await clock.sleep(10);
				pass.done('good');
			}),
		);
		expect(order).toEqual([...order].sort((a, b) => a - b));
	});
});

describe('when the execution is stopped', () => {
	it.each<[string, (throttle: Throttle) => Promise<unknown>]>([
		['the service asked to wait two minutes', async (throttle) => throttle.pauseUntil(120_000)],
		[
			'no call in flight comes back',
			async (throttle) =>
				await Promise.all(
					Array.from(
						{ length: 10 },
						async () => await throttle.enter({ cap: CAP, cancelled: never }),
					),
				),
		],
	])('those who wait are refused within a second although %s', async (_, hold) => {
		const clock = new SimulatedClock();
		const throttle = createThrottle(clock);
		await hold(throttle);
		let stopped = false;
		const waiting = Array.from(
			{ length: 20 },
			async () => await throttle.enter({ cap: CAP, cancelled: () => stopped }),
		);
		const settled = Promise.allSettled(waiting);
		await clock.pass(3000);
		stopped = true;
		const results = await clock.run(settled);
		expect(clock.now() - 3000).toBeLessThan(1000);
		for (const result of results) {
			expect(result).toMatchObject({ status: 'rejected', reason: expect.any(Cancelled) });
		}
	});

	it('one who asks afterwards is refused at once, and others go on', async () => {
		const clock = new SimulatedClock();
		const throttle = createThrottle(clock);
		await expect(throttle.enter({ cap: CAP, cancelled: () => true })).rejects.toThrow(Cancelled);
		await clock.run(callOnce(clock, throttle, 10));
		expect(throttle.state().inFlight).toBe(0);
	});
});
