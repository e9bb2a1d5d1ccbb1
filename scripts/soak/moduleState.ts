import { join } from 'node:path';
import { packageName } from '../n8n/package';
import type { Variable } from './watch/probe';

/** Something that a module keeps between calls, and why it cannot grow for ever. */
export interface ModuleState {
	/** Below `nodes/shared`, without its ending. */
	module: string;
	variable: string;
	what: string;
	bound: string;
	why: string;
	/** What is counted of it, and the exported function in whose scope it is seen. */
	counted?: { seenBy: string; count: string; /** In this run. */ most: number };
}

const size = 'all => all.size';

/** All state that the nodes and credentials keep in the process, found by reading. */
export const MODULE_STATE: ModuleState[] = [
	{
		module: 'login',
		variable: 'accounts',
		what: 'per account: the last token, the logins of the last minute (at most 6), a refused password',
		bound: 'one entry an account and password',
		why: 'an entry is added only by a login with a name, host or password that was not used since the start; some hundred bytes each',
		counted: { seenBy: 'logIn', count: size, most: 2 },
	},
	{
		module: 'renewals',
		variable: 'accounts',
		what: 'per account: whether a 403 is worth a new token',
		bound: 'one entry a credential and host',
		why: 'holds one time; the key is the id of the credential and the host',
		counted: { seenBy: 'renewalsOf', count: size, most: 5 },
	},
	{
		module: 'throttle',
		variable: 'throttles',
		what: 'per account: calls in flight, those that wait, the starts and answers of the last second',
		bound: 'one entry a credential and host',
		why: 'who waits leaves when it starts or is cancelled; times older than a second are dropped with the next',
		counted: { seenBy: 'throttleOf', count: size, most: 5 },
	},
	{
		module: 'probe',
		variable: 'found',
		what: 'per set of keys: the outcome of the last check of a credential',
		bound: 'one entry a set of keys that was tried',
		why: 'an entry is added only when someone tests or first uses other keys; a hash and an outcome each',
		counted: { seenBy: 'probe', count: size, most: 2 },
	},
	{
		module: 'webhook/deliveries',
		variable: 'registers',
		what: 'per webhook trigger: the deliveries of 24 hours',
		bound: '5,000 deliveries a trigger',
		why: 'the oldest go when a new one is noted',
		counted: {
			seenBy: 'reserve',
			count: 'all => [...all.values()].reduce((sum, one) => sum + one.seen.size, 0)',
			most: 5000,
		},
	},
	{
		module: 'polling/poll',
		variable: 'polling',
		what: 'the polling triggers at work at this moment',
		bound: 'one entry a trigger',
		why: 'taken out when the poll ends, however it ends',
		counted: { seenBy: 'poll', count: size, most: 1 },
	},
	{
		module: 'polling/poll',
		variable: 'seen',
		what: 'which activations have polled before',
		bound: 'those that n8n itself keeps',
		why: 'a WeakSet: what n8n drops goes from here too',
	},
	{
		module: 'polling/deduplicate',
		variable: 'queues',
		what: 'executions of a trigger that wait for one another',
		bound: 'one entry a trigger with an execution under way',
		why: 'the last one takes the entry out',
		counted: { seenBy: 'deduplicate', count: size, most: 1 },
	},
	{
		module: 'polling/run',
		variable: 'id',
		what: 'a name of the present run of n8n',
		bound: 'one text',
		why: 'never changes',
	},
	{
		module: 'webhook/deliveries',
		variable: 'registers',
		what: 'per webhook trigger: the deliveries that are being answered',
		bound: 'one entry a request under way',
		why: 'the place is given back when n8n has answered, also where the sender has hung up',
		counted: {
			seenBy: 'reserve',
			count: 'all => [...all.values()].reduce((sum, one) => sum + one.inFlight.size, 0)',
			most: 0,
		},
	},
];

/** Where the variables are in the n8n that uses a folder. */
export function variablesIn(userFolder: string): Variable[] {
	const shared = join('.n8n', 'nodes', 'node_modules', packageName, 'dist', 'nodes', 'shared');
	return MODULE_STATE.flatMap(({ module, variable: name, counted }) => {
		if (!counted) return [];
		const { seenBy, count } = counted;
		return [{ file: join(userFolder, shared, `${module}.js`), seenBy, name, count }];
	});
}
