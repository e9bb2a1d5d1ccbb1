/** How much is sent, and how quickly a dead worker is noticed. */
export interface Effort {
	quick: boolean;
	/** Deliveries of all kinds. */
	deliveries: number;
	/** Products whose stock is set in one execution. */
	items: number;
	/** Deliveries on their way at the same time. */
	connections: number;
	/** n8n's settings of the lock that a worker holds on its jobs; none are n8n's defaults. */
	locks: NodeJS.ProcessEnv;
	/** How long n8n may take to tell what became of everything. */
	patienceMs: number;
}

/** Of a dead worker's jobs n8n hears after a minute and a half; the checks of each change cannot wait for that. */
const shortLocks = {
	QUEUE_WORKER_LOCK_DURATION: '6000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '2000',
	QUEUE_WORKER_STALLED_INTERVAL: '3000',
};

export const effortOf = (quick: boolean): Effort =>
	quick
		? {
				quick,
				deliveries: 200,
				items: 1_000,
				connections: 10,
				locks: shortLocks,
				patienceMs: 90_000,
			}
		: {
				quick,
				deliveries: 2_000,
				items: 10_000,
				connections: 20,
				locks: {},
				patienceMs: 20 * 60_000,
			};
