import type { Clock } from '../../shared/clock';

export interface Throttle {
	/** Counts one request, and says whether it is one too many. */
	hit(perMinute: number): { refused: boolean; headers: Record<string, string> };
	reset(): void;
}

const MINUTE = 60_000;

/** Laravel's `throttle` middleware: so many requests from the first one on, then none till the minute is over. */
export function createThrottle(clock: Clock): Throttle {
	let endsAt = 0;
	let hits = 0;
	return {
		hit(perMinute) {
			if (perMinute <= 0) return { refused: false, headers: {} };
			if (clock.now() >= endsAt) {
				endsAt = clock.now() + MINUTE;
				hits = 0;
			}
			const refused = hits >= perMinute;
			if (!refused) hits += 1;
			const headers = {
				'x-ratelimit-limit': String(perMinute),
				'x-ratelimit-remaining': String(perMinute - hits),
			};
			if (!refused) return { refused, headers };
			const seconds = Math.ceil((endsAt - clock.now()) / 1000);
			const reset = String(Math.ceil(endsAt / 1000));
			return {
				refused,
				headers: { ...headers, 'retry-after': String(seconds), 'x-ratelimit-reset': reset },
			};
		},
		reset() {
			endsAt = 0;
			hits = 0;
		},
	};
}
