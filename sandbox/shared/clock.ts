/** The time a service believes in. Tests move it instead of waiting for a lock or a token to run out. */
export interface Clock {
	now(): number;
	advance(ms: number): void;
	reset(): void;
}

export function createClock(): Clock {
	let offset = 0;
	return {
		now: () => Date.now() + offset,
		advance: (ms) => {
			offset += ms;
		},
		reset: () => {
			offset = 0;
		},
	};
}

/** Magento's form, `YYYY-MM-DD HH:MM:SS`. The vendors name no zone; the sandbox keeps UTC. */
export const timestamp = (ms: number): string =>
	new Date(ms).toISOString().slice(0, 19).replace('T', ' ');

/** Timers that can all be ended at once, so that nothing outlives `close()`. */
export interface Timers {
	after(ms: number, run: () => void): void;
	sleep(ms: number): Promise<void>;
	clear(): void;
}

export function createTimers(): Timers {
	const pending = new Map<NodeJS.Timeout, () => void>();
	const start = (ms: number, run: () => void, cancelled: () => void): void => {
		const timer = setTimeout(() => {
			pending.delete(timer);
			run();
		}, ms);
		pending.set(timer, cancelled);
	};
	return {
		after: (ms, run) => start(ms, run, () => undefined),
		sleep: async (ms) => await new Promise((resolve) => start(ms, resolve, resolve)),
		clear: () => {
			for (const [timer, cancelled] of pending) {
				clearTimeout(timer);
				cancelled();
			}
			pending.clear();
		},
	};
}
