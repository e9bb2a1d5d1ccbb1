import { answers } from './answers';
import { connection } from './connection';
import { limits } from './limits';
import { lists } from './lists';
import type { FaultRow } from './row';

export type { FaultRow } from './row';

/** All faults of the matrix, and first of all none. */
export const rows: FaultRow[] = [
	{ name: 'none', strike: () => undefined, recovers: ['read', 'set', 'act'], once: true },
	...connection,
	...answers,
	...limits,
	...lists,
];
