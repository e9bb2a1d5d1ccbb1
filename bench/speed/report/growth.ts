import type { ContenderName } from '../contenders';
import { spreadOf } from './figures';
import type { Goal, Plot, Section, Spread, Table } from '../section';
import type { TaskName } from '../tasks/task';
import { GROWTH } from './texts';
import { count, NAMES, TASK_WORDS, time } from './words';

/** One run of one size. */
export interface Step {
	cpuMs: number;
	ms: number;
	addedMb: number;
}

/** One contender's runs by size. */
export interface Growth {
	contender: ContenderName;
	task: TaskName;
	steps: Map<number, Step[]>;
}

const MICRO = 1000;

/** The processor's time is not exact to a tenth from process to process. */
const FLAT = 1.25;

const perItem = (size: number, steps: Step[]): Spread | undefined =>
	spreadOf(steps.map(({ cpuMs }) => (cpuMs * MICRO) / size));

const nameOf = ({ contender, task }: Growth): string =>
	`${NAMES[contender]}, ${task === 'prices' ? '100 items a request' : 'one request an item'}`;

function tableOf(growth: Growth): Table {
	const rows = [...growth.steps].map(([size, steps]) => {
		const cost = perItem(size, steps);
		const wall = spreadOf(steps.map(({ ms }) => ms));
		const added = spreadOf(steps.map(({ addedMb }) => addedMb));
		return [
			count(size),
			cost ? `${count(cost.median)} µs (${count(cost.low)} – ${count(cost.high)})` : '–',
			wall ? time(wall.median) : '–',
			added ? `${count(added.median)} MB` : '–',
		];
	});
	return {
		caption: `${NAMES[growth.contender]}, ${TASK_WORDS[growth.task]}`,
		head: ['items', 'processor, an item', 'whole run', 'memory added'],
		rows,
	};
}

/** How much an item costs more than it did with fewer of them, at worst. */
function riseOf({ steps }: Growth): number {
	let least = Infinity;
	let rise = 1;
	for (const [size, runs] of [...steps].sort(([a], [b]) => a - b)) {
		const cost = perItem(size, runs)?.median ?? Infinity;
		least = Math.min(least, cost);
		rise = Math.max(rise, cost / least);
	}
	return rise;
}

/** Seen in a CPU profile of a run of 100,000 items that took 12 s and not 2. */
const WHERE_IT_RISES =
	'n8n 2.41 sorts what failed from what did not by taking each row off the front of the list (`handleNodeErrorOutput`, with *Continue (using error output)* only). In some processes V8 moves all the other rows each time: there it is 85 % of the processor’s time at 100,000 items, in the others 28 %.';

function goalOf(all: Growth[]): Goal {
	const ours = all.filter(({ contender }) => contender === 'ours');
	const words = ours.map((growth) => {
		const costs = [...growth.steps].map(
			([size, steps]) => `${count(perItem(size, steps)?.median ?? 0)} µs at ${count(size)}`,
		);
		return `${TASK_WORDS[growth.task]}: ${costs.join(', ')}`;
	});
	return {
		text: 'What an item costs the engine does not rise from 100 items to 100,000',
		measured: words.join('; '),
		reached: ours.every((growth) => riseOf(growth) <= FLAT),
		cause: WHERE_IT_RISES,
	};
}

function plotOf(all: Growth[]): Plot {
	const sizes = [...new Set(all.flatMap(({ steps }) => [...steps.keys()]))];
	return {
		name: 'growth',
		title: 'What an item costs as there are more of them',
		kind: 'lines',
		unit: 'microseconds of the processor, an item',
		logarithmic: true,
		labels: sizes.map((size) => `${count(size)} items`),
		series: all.map((growth) => ({
			name: nameOf(growth),
			values: sizes.map((size) => perItem(size, growth.steps.get(size) ?? [])),
		})),
	};
}

/** The chapter on growth. */
export const growthSection = (all: Growth[]): Section => ({
	title: 'Growth',
	text: GROWTH,
	tables: all.map(tableOf),
	plots: [plotOf(all)],
	goals: [goalOf(all)],
});
