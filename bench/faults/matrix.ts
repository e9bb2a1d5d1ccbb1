import { exists, MANY, runCell, type Cell, type CellResult } from './cell';
import type { Contender } from '../shared/contenders/contender';
import { httpContinue, httpStop } from './baselines';
import { ourNode } from '../shared/contenders/node';
import { inLanes } from '../shared/lanes';
import { rows, type FaultRow } from './rows';
import { TASKS } from './taskNames';

type Size = Cell['size'];

/** Cells with one item wait more than they work. */
const LANES = 8;

interface Choice {
	contender: Contender;
	size: Size;
	forEver?: true;
	of?(row: FaultRow): boolean;
}

function cellsOf({ of = () => true, ...choice }: Choice): Cell[] {
	const cells = rows.filter(of).flatMap((row) => TASKS.map((task) => ({ ...choice, row, task })));
	return cells.filter(exists);
}

/** The whole matrix. */
export const wholeMatrix = (): Cell[] => [
	...cellsOf({ contender: ourNode, size: 1 }),
	...cellsOf({ contender: ourNode, size: 1, forEver: true }),
	...cellsOf({ contender: httpStop, size: 1 }),
	...cellsOf({ contender: ourNode, size: MANY }),
	...cellsOf({ contender: httpStop, size: MANY }),
	// A list is one item: what is done about the others makes no difference.
	...cellsOf({ contender: httpContinue, size: MANY }).filter(({ task }) => task !== 'list'),
];

/** What is worth a minute of every change: this package, every fault once, and the worst with many items. */
export const quickMatrix = (): Cell[] => [
	...cellsOf({ contender: ourNode, size: 1, of: ({ long }) => !long }),
	...cellsOf({ contender: ourNode, size: MANY, of: ({ quick }) => quick === true }),
];

/** Runs cells: those with one item side by side, those with many alone, so that none is slow for another. */
export async function runMatrix(
	cells: Cell[],
	note: (done: number) => void,
): Promise<CellResult[]> {
	let done = 0;
	const work = async (cell: Cell): Promise<CellResult> => {
		const result = await runCell(cell);
		note(++done);
		return result;
	};
	const single = cells.filter(({ size }) => size === 1);
	const many = cells.filter(({ size }) => size === MANY);
	return [...(await inLanes(single, LANES, work)), ...(await inLanes(many, 1, work))];
}
