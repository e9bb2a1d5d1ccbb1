import type { Clock } from './throttle';

/** Starts a second. */
const SLOWEST = 0.5;
const SECOND = 1000;
/** The shortest stretch over which a rate is told. */
const STRETCH_MS = 100;

/** What is known of a limit on requests per second since the service last complained. */
interface Limit {
	/** Starts a second right after the complaint. */
	rate: number;
	at: number;
	/** When calls went on after the pause that the complaint brought. */
	resumedAt: number;
	/** The rate was measured over a second with calls waiting, and not guessed. */
	measured: boolean;
}

/** How fast calls may follow one another. */
export interface Pace {
	/** Milliseconds until the next call may start. */
	wait(): number;
	/** A call starts; `idle` where no other is under way. */
	started(idle: boolean): void;
	/** A call was served. */
	served(): void;
	/** The service said that it is too much to a call that started then, while others wait or not. */
	complained(startedAt: number, othersWait: boolean): void;
	pauseUntil(time: number): void;
	/** Starts a second; unlimited until the service has complained. */
	rate(): number;
}

/** Keeps the times of the last second. */
function note(times: number[], now: number): void {
	times.push(now);
	while (times[0] <= now - SECOND) times.shift();
}

const since = (times: number[], from: number): number => times.filter((time) => time > from).length;

/** Spaces the starts out where a service counts requests per second: just below the rate that it served. */
export function createPace(clock: Clock): Pace {
	let resumeAt = 0;
	let nextStart = 0;
	let limit: Limit | undefined;
	/** Since when calls have come without a rest. */
	let busySince = 0;
	const starts: number[] = [];
	const answers: number[] = [];

	/**
	 * The limit is tried again slowly at first, quickly after some calm, and the later the longer the
	 * service made us wait for having tried.
	 */
	function rate(): number {
		if (!limit) return Infinity;
		const calm = clock.now() - limit.resumedAt;
		const waited = limit.resumedAt - limit.at;
		const patience = limit.measured ? 10 * (SECOND + waited) : 5 * SECOND;
		return limit.rate * Math.exp((calm / patience) ** 2);
	}

	return {
		rate,
		wait: () => Math.max(resumeAt, limit ? nextStart : 0) - clock.now(),
		pauseUntil: (time) => {
			resumeAt = Math.max(resumeAt, time);
		},
		started: (idle) => {
			const now = clock.now();
			if (idle && now - (starts.at(-1) ?? -Infinity) > SECOND) busySince = now;
			busySince = Math.max(busySince, resumeAt);
			if (limit) limit.resumedAt = Math.max(limit.resumedAt, resumeAt);
			note(starts, now);
			nextStart = Math.max(nextStart, now) + SECOND / rate();
		},
		served: () => note(answers, clock.now()),
		complained: (startedAt, othersWait) => {
			// Calls that were under way when the service complained say nothing new.
			if (limit && startedAt <= limit.at) return;
			const now = clock.now();
			const from = Math.max(busySince, now - SECOND);
			const stretch = now - from;
			// In less than a second a service may have given what it saved up, or not have answered yet.
			const isWhole = stretch >= SECOND;
			const begun = (since(starts, from - 1) / Math.max(stretch, STRETCH_MS)) * SECOND;
			const told = isWhole
				? Math.min(since(answers, from), rate()) * 0.9
				: Math.min(begun, rate()) * (0.5 + 0.4 * (stretch / SECOND));
			const measured = isWhole && othersWait;
			limit = { rate: Math.max(SLOWEST, told), at: now, resumedAt: now, measured };
			nextStart = now + SECOND / limit.rate;
		},
	};
}
