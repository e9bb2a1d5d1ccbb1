import { MANY, type Cell, type CellResult } from '../cell';
import type { Contender } from '../../shared/contenders/contender';
import { httpContinue, httpStop } from '../baselines';
import { ourNode } from '../../shared/contenders/node';
import { isClean } from '../../shared/judge';
import { table, triple } from '../../shared/markdown';
import { rows, type FaultRow } from '../rows';
import { PATIENCE } from '../rows/lists';
import { TASKS, type TaskName } from '../taskNames';
import { outcome, seconds, shown, TASK_WORDS } from './words';

type Wanted = Pick<Cell, 'contender' | 'row' | 'task' | 'size' | 'forEver'>;

const find = (results: CellResult[], wanted: Wanted): CellResult | undefined =>
	results.find(
		({ cell }) =>
			cell.contender === wanted.contender &&
			cell.row === wanted.row &&
			cell.task === wanted.task &&
			cell.size === wanted.size &&
			cell.forEver === wanted.forEver,
	);

/** All figures of this package for one cell. */
const ours = (result: CellResult | undefined): string[] => [
	shown(result, ({ verdict }) => triple(verdict)),
	shown(result, ({ verdict }) => outcome(verdict)),
	shown(result, ({ requests, most }) => `${requests} (${most})`),
	shown(result, ({ ms }) => seconds(ms)),
];

const isEndless = ({ cell, requests }: CellResult): boolean =>
	cell.task === 'list' && requests >= PATIENCE;

/** What matters of the baseline: the three figures, and what it did not do. */
const theirs = (found: CellResult | undefined): string =>
	shown(found, (result) => {
		const { verdict } = result;
		const failed = verdict.failed === 0 ? [] : [`${verdict.failed} failed`];
		const ended = isEndless(result) ? ['did not end'] : [];
		return [triple(verdict), ...failed, ...ended].join(', ');
	});

const HEADS = ['lost / twice / misreported', 'said', 'requests', 'time'];

function rowOf(results: CellResult[], task: TaskName, row: FaultRow): string[] {
	const of = (contender: Contender, size: Cell['size']) =>
		find(results, { contender, row, task, size });
	const baseline = [
		theirs(of(httpStop, 1)),
		theirs(of(httpStop, MANY)),
		...(task === 'list' ? [] : [theirs(of(httpContinue, MANY))]),
	];
	return [row.name, ...ours(of(ourNode, 1)), ...ours(of(ourNode, MANY)), ...baseline];
}

/** The matrix of one task. */
export function taskTable(results: CellResult[], task: TaskName): string {
	const [title, what] = TASK_WORDS[task];
	const mine = rows.filter((row) =>
		results.some(({ cell }) => cell.row === row && cell.task === task),
	);
	const heads = [
		'Fault',
		...HEADS.map((head) => `1 item: ${head}`),
		...HEADS.map((head) => `${MANY} items: ${head}`),
		'HTTP Request, 1 item',
		`HTTP Request, ${MANY} items, stop`,
		...(task === 'list' ? [] : [`HTTP Request, ${MANY} items, continue`]),
	];
	const body = mine.map((row) => rowOf(results, task, row));
	return [`## ${title}`, what, table(heads, body)].join('\n\n');
}

/** The faults that do not go away: how often it is tried, and what it says in the end. */
export function forEverTable(results: CellResult[]): string {
	const mine = rows.filter((row) => results.some(({ cell }) => cell.forEver && cell.row === row));
	const heads = ['Fault', ...TASKS.map((task) => TASK_WORDS[task][0])];
	const body = mine.map((row) => [
		row.name.replace(/ \(for \d+ ms\)/, ''),
		...TASKS.map((task) =>
			shown(
				find(results, { contender: ourNode, row, task, size: 1, forEver: true }),
				({ verdict, most }) => `${most} ×, ${outcome(verdict)}${isClean(verdict) ? '' : ' **✗**'}`,
			),
		),
	]);
	return table(heads, body);
}

const total = (results: CellResult[], figure: 'lost' | 'twice' | 'misreported'): string =>
	results.reduce((sum, { verdict }) => sum + verdict[figure], 0).toLocaleString('en');

/** Each contender on one line. What comes twice of a list without end says nothing, since it has no end. */
export function summary(results: CellResult[]): string {
	const lineOf = (contender: Contender, size: Cell['size']): string[] => {
		const mine = results.filter(
			({ cell }) => cell.contender === contender && cell.size === size && !cell.forEver,
		);
		const lists = mine.filter((result) => result.cell.task === 'list' && !isEndless(result));
		const writes = mine.filter(({ cell }) => cell.task !== 'list');
		const clean = mine.filter(({ verdict }) => isClean(verdict)).length;
		const reached = mine.filter(({ shortfall }) => shortfall === undefined).length;
		return [
			contender.name,
			String(size),
			String(mine.length),
			String(clean),
			String(reached),
			total(mine, 'lost'),
			total(lists, 'twice'),
			total(writes, 'twice'),
			total(mine, 'misreported'),
			String(mine.filter(isEndless).length),
		];
	};
	return table(
		[
			...['', 'items', 'cells', 'cells at 0 / 0 / 0', 'and all done that can be'],
			...['records lost', 'rows twice', 'writes twice', 'misreported', 'lists that did not end'],
		],
		[
			lineOf(ourNode, 1),
			lineOf(httpStop, 1),
			lineOf(ourNode, MANY),
			lineOf(httpStop, MANY),
			lineOf(httpContinue, MANY),
		],
	);
}
