export interface RateLimit {
	/** Tokens a second; null or 0 switches the limit off. */
	requestsPerSecond: number | null;
	/** How many requests may come at once; default: `requestsPerSecond`. */
	burst: number | null;
	/** Value of Retry-After on a refusal; null sends none. */
	retryAfterSeconds: number | null;
}

export interface RateLimiter {
	readonly limits: RateLimit;
	set(change: Partial<RateLimit>): void;
	/** Takes one token; false when there is none. */
	take(): boolean;
}

export const NO_LIMIT: RateLimit = {
	requestsPerSecond: null,
	burst: null,
	retryAfterSeconds: null,
};

/** A token bucket on real time: a limit is about load, so it does not follow the service's clock. */
export function createRateLimiter(now: () => number = () => performance.now()): RateLimiter {
	const limits: RateLimit = { ...NO_LIMIT };
	let tokens = 0;
	let filledAt = now();
	const size = (rate: number): number => Math.max(1, limits.burst ?? rate);
	return {
		limits,
		set(change) {
			Object.assign(limits, change);
			tokens = size(limits.requestsPerSecond ?? 1);
			filledAt = now();
		},
		take() {
			const rate = limits.requestsPerSecond;
			if (!rate) return true;
			const at = now();
			tokens = Math.min(size(rate), tokens + ((at - filledAt) / 1000) * rate);
			filledAt = at;
			if (tokens < 1) return false;
			tokens -= 1;
			return true;
		},
	};
}
