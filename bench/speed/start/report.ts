import type { Goal, Section, Spread, Table } from '../section';
import { megabytes, shownSpread, runsOf } from './figures';
import type { Load } from './loading';
import type { Started } from './starting';

/** Everything that was measured. */
export interface Facts {
	lazy: Load[];
	eager: Load[];
	/** Starts of n8n without the package, and with it. */
	plain: Started[];
	ours: Started[];
}

const GOAL_MS = 50;

const TEXT = `**Loading**: n8n's own loader, in a process of its own that has loaded n8n's own nodes before, as n8n has. \
*With its lists* is how n8n starts: it reads the lists that the build made, and the classes of the credentials; \
a node's class is read when a workflow first needs it. *Every class* is how n8n loads a package that has no such \
lists. **Start**: n8n on SQLite in a folder that it knows, from the start of its process until \`/healthz\` and the \
editor's settings answer, in turns with and without the package; memory three seconds later.`;

const over = <T>(runs: T[], value: (run: T) => number): Spread => runsOf(runs.map(value));

function loadTable({ lazy, eager }: Facts): Table {
	const row = (name: string, loads: Load[]): string[] => [
		name,
		shownSpread(over(loads, ({ load }) => load)),
		shownSpread(over(loads, ({ processor }) => processor)),
		shownSpread(over(loads, ({ firstNode }) => firstNode)),
		shownSpread(over(loads, ({ grown }) => megabytes(grown))),
	];
	return {
		caption: `Loading the package: median of ${lazy.length} (lowest–highest)`,
		head: ['', 'Load, ms', 'of the processor, ms', 'First node, ms', 'Memory with one node, MB'],
		rows: [row('With its lists', lazy), row('Every class', eager)],
	};
}

function startTable({ plain, ours }: Facts): Table {
	const row = (name: string, starts: Started[]): string[] => [
		name,
		shownSpread(
			over(starts, ({ ready }) => ready / 1000),
			2,
		),
		shownSpread(
			over(starts, ({ memory }) => megabytes(memory)),
			0,
		),
	];
	return {
		caption: `Start of n8n: median of ${plain.length} (lowest–highest)`,
		head: ['', 'Ready after, s', 'Memory, MB'],
		rows: [row('n8n', plain), row('n8n with the package', ours)],
	};
}

function loadGoal({ lazy }: Facts): Goal {
	const load = over(lazy, (run) => run.load);
	const processor = over(lazy, (run) => run.processor);
	const reached = load.median < GOAL_MS;
	return {
		text: `Loading the package takes less than ${GOAL_MS} ms`,
		measured: `${shownSpread(load)} ms`,
		reached,
		cause: reached
			? undefined
			: `The processor worked ${shownSpread(processor)} ms of it; the rest is waiting for the machine.`,
	};
}

/** The chapter, with no word on time after a quick run. */
export function sectionOf(facts: Facts, quick: boolean): Section {
	return {
		title: 'Load and start',
		text: TEXT,
		tables: quick ? [loadTable(facts)] : [loadTable(facts), startTable(facts)],
		plots: [],
		goals: quick ? [] : [loadGoal(facts)],
	};
}
