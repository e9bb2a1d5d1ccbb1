import { MANY, type CellResult } from '../cell';
import { ourNode } from '../../shared/contenders/node';
import { PATIENCE } from '../rows/lists';
import { TASKS } from '../taskNames';
import { machineLine } from '../../shared/machine';
import { forEverTable, summary, taskTable } from './tables';
import { nameOf } from './words';

const HOW = `
Every cell is one run of one node on n8n's own engine, against a sandbox of its own. The sandbox's store says
what became of the records; what the run said is held against it:

- **lost**: a record that is neither done nor told. Of a list: one that was there all the time, did not come out, and no error or hint says so.
- **twice**: something that was done once more than it should. Of a list: a row that comes again. Setting the same stock again is not twice.
- **misreported**: told as done and is not, or told as failed and is done. Of a list: a row that is no record. *Unknown* is an answer only where it is true: an *act* whose answer was lost. Of a *set* or a *read* it counts as misreported, unless the fault does not go away.
- **said**: what the run said of its items; of a list, the records that came out.
- **requests**: those that reached the sandbox, and in brackets the most attempts that one call took. The bound is 4, and one more after a new token.

The goal is 0 / 0 / 0 in every cell, with bounded attempts, and not by giving up: where repeating does no harm, all is done in the end.

With one item the fault strikes the first request. With ${MANY} items it strikes 10 requests, spread over the run (3 where each costs a wait, 2 a revoked token, 2 of the pages of a list).
A refused connection is a closed port for 100 ms at the start and once in the middle. Tokens are really revoked, by the shop. A list without end is ended by the sandbox after ${PATIENCE} requests, or some runs would not end.

**The baseline** is n8n's own HTTP Request node (version 4.5), in the same engine, with *Retry On Fail* at 3 tries a second apart and, for the list, its pagination setting. The token stands in a header, as a workflow that logs in first hands it over; it is good when the run starts. *Stop* is what a node does by default: a run that fails says of all its items that they failed. *Continue* is *On Error: Continue (using error output)*; there *Retry On Fail* looks at the first item only. This package's nodes run with *Continue (using error output)* and without *Retry On Fail*.

**Shortened**: timeouts are 0.6 s with one item and 3 s with ${MANY}, by the option *Timeout*, instead of 60 s; slow answers take 1.2 s and 5 s then. One row has the real 30 s and the timeout as it is by default. Retry-After is a second or two, but for the day that is refused. The back-off between attempts is the real one. Runs with one item go side by side, and times are rough.
`.trim();

const FOREVER = `
The same faults where they do not go away, one item: how often this package tries, and what it says in the end.
\`unknown\` of a *set* comes with the advice to run it again, which does no harm.
`.trim();

function shortfalls(results: CellResult[]): string {
	const missed = results.filter(
		({ cell, shortfall }) => cell.contender === ourNode && shortfall !== undefined,
	);
	if (missed.length === 0) return 'This package reaches the goal in every cell.';
	const lines = missed.map(({ cell, shortfall }) => `- ${nameOf(cell)}: ${shortfall}`);
	return ['This package misses the goal here:', '', ...lines].join('\n');
}

/** The document, all of it made from the results. */
export const documentOf = (results: CellResult[]): string =>
	[
		'# Reliability: every fault, every kind of operation',
		'Made by `npm run faults`; do not edit.',
		machineLine(),
		'## Result',
		summary(results),
		shortfalls(results),
		'## How it is measured',
		HOW,
		...TASKS.map((task) => taskTable(results, task)),
		'## Faults that do not go away',
		FOREVER,
		forEverTable(results),
	].join('\n\n');
