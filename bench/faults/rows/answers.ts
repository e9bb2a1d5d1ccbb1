import { NONE, REPEATABLE, type FaultRow } from './row';

/** Answers that are complete HTTP, and wrong. */

const STATUSES = [500, 502, 503, 504];

const serverErrors = STATUSES.flatMap((status): FaultRow[] => [
	{
		name: `${status} before it was processed`,
		strike: () => ({ kind: 'status', status, when: 'before' }),
		recovers: REPEATABLE,
	},
	{
		name: `${status} after it was processed`,
		strike: () => ({ kind: 'status', status, when: 'after' }),
		recovers: REPEATABLE,
	},
]);

export const answers: FaultRow[] = [
	{
		name: 'JSON that breaks off',
		strike: () => ({ kind: 'truncate' }),
		recovers: REPEATABLE,
	},
	{
		name: 'HTML page of a 502 with status 200, before it was processed',
		strike: () => ({ kind: 'html', status: 200, when: 'before' }),
		recovers: REPEATABLE,
	},
	{
		name: 'HTML page of a 502 with status 200, after it was processed',
		strike: () => ({ kind: 'html', status: 200, when: 'after' }),
		recovers: REPEATABLE,
	},
	{
		name: '204 without a body, before it was processed',
		strike: () => ({ kind: 'empty', when: 'before' }),
		recovers: REPEATABLE,
	},
	{
		name: '204 without a body, after it was processed',
		strike: () => ({ kind: 'empty', when: 'after' }),
		recovers: REPEATABLE,
	},
	...serverErrors,
	{
		name: '`success: false` in a 200',
		strike: () => ({ kind: 'failure', message: 'Something went wrong.' }),
		recovers: NONE,
	},
	{
		name: '`error_code` of 500 in a 200 (Elryan)',
		service: 'elryan',
		strike: () => ({ kind: 'failure', message: 'Something went wrong.' }),
		recovers: NONE,
		// A request of the bulk call carries 100 items.
		strikes: 2,
	},
];
