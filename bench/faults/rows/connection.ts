import { ANY, REPEATABLE, type FaultRow } from './row';

/** Faults below HTTP, and answers that take too long. */

const SHUT_MS = 100;
const TIMEOUT_MS = { one: 600, many: 3000 };
/** As 30 s are to the node's 60 s, but beyond the timeout; see the document. */
const SLOW_MS = { one: 1200, many: 5000 };

export const connection: FaultRow[] = [
	{
		name: `connection refused (for ${SHUT_MS} ms)`,
		shutMs: SHUT_MS,
		strike: ({ door }) => {
			door?.shutFor(SHUT_MS);
			return undefined;
		},
		recovers: ANY,
		strikes: 1,
	},
	{
		name: 'reset before it was processed',
		strike: () => ({ kind: 'reset', when: 'before' }),
		recovers: REPEATABLE,
	},
	{
		name: 'reset after it was processed',
		strike: () => ({ kind: 'reset', when: 'after' }),
		recovers: REPEATABLE,
		quick: true,
	},
	{
		name: 'stalled after the headers',
		strike: () => ({ kind: 'stall' }),
		recovers: REPEATABLE,
		strikes: 3,
		timeoutMs: TIMEOUT_MS,
	},
	{
		name: 'slower than the timeout, then processed',
		strike: ({ isMany }) => ({ kind: 'latency', ms: isMany ? SLOW_MS.many : SLOW_MS.one }),
		recovers: REPEATABLE,
		strikes: 3,
		timeoutMs: TIMEOUT_MS,
		settleMs: SLOW_MS,
	},
	{
		name: '30 s slow, with the timeout as it is by default',
		strike: () => ({ kind: 'latency', ms: 30_000 }),
		recovers: ANY,
		long: true,
		once: true,
	},
];
