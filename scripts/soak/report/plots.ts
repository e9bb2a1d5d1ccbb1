import type { SoakRecord } from '../record';
import { BOUNDED, KB, liveHeapOf, MB, pointsOf } from '../figures';
import type { Point } from '../trend';
import type { Sample } from '../watch/sample';

/** One line of a picture. */
export interface Line {
	name: string;
	points: Point[];
	/** As dots, for what is measured now and then. */
	dots?: boolean;
}

/** A picture over the time of the run. */
export interface Plot {
	/** Its file, without an ending. */
	name: string;
	title: string;
	/** What it shows, for whoever cannot see it. */
	alt: string;
	unit: string;
	lines: Line[];
	/** A bound to draw. */
	bound?: number;
	logarithmic?: boolean;
}

const line = (name: string, samples: Sample[], value: (sample: Sample) => number): Line => ({
	name,
	points: pointsOf(samples, value),
});

const bytesOf = (rows: Array<{ name: string; bytes: number }>, name: string): number =>
	rows.find((row) => row.name === name)?.bytes ?? 0;

/** Workflows that keep something: by name, as a legend. */
const KEEPERS = { 'Soak: order events': 'Edumalls Trigger', 'Soak: order lines': 'Elryan Trigger' };

const staticData = (samples: Sample[]): Line[] =>
	Object.entries(KEEPERS).map(([workflow, name]) =>
		line(
			`${name}: static data`,
			samples,
			({ database }) => bytesOf(database.staticData, workflow) / KB,
		),
	);

/** The pictures of a run. */
export const plotsOf = ({ samples }: SoakRecord): Plot[] => [
	{
		name: 'memory',
		title: 'Memory of n8n',
		alt: 'The heap goes up and down with each collection; what is left after a full collection stays level',
		unit: 'MB',
		lines: [
			line('whole process (RSS)', samples, ({ n8n }) => n8n.rss / MB),
			line('heap in use', samples, ({ metrics }) => metrics.heapUsed / MB),
			{ name: 'heap after a full collection', points: liveHeapOf(samples), dots: true },
			line('task runner (RSS)', samples, ({ taskRunner }) => taskRunner / MB),
		],
	},
	{
		name: 'handles',
		title: 'What n8n holds open',
		alt: 'File descriptors, handles, connections and threads stay level',
		unit: '',
		lines: [
			line('file descriptors', samples, ({ n8n }) => n8n.descriptors),
			line('active handles', samples, ({ metrics }) => metrics.handles),
			line('connections', samples, ({ n8n }) => n8n.established),
			line('threads', samples, ({ n8n }) => n8n.threads),
		],
	},
	{
		name: 'data',
		title: 'What the triggers keep in n8n’s database',
		alt: 'Static data and the record of processed items rise and then stay level',
		unit: 'KB',
		lines: [
			...staticData(samples),
			line(
				'Elryan Trigger: n8n’s record of processed items',
				samples,
				({ database }) => bytesOf(database.processed, 'Soak: order lines') / KB,
			),
		],
		bound: BOUNDED[0]?.most,
	},
	{
		name: 'answers',
		title: 'Answers to signed webhooks',
		alt: 'The time of the answers, median and 95th percentile of each ten seconds',
		unit: 'ms',
		logarithmic: true,
		lines: [
			line('median', samples, ({ answers }) => answers.median),
			line('95th percentile', samples, ({ answers }) => answers.p95),
		],
	},
	{
		name: 'database',
		title: 'n8n’s database',
		alt: 'The file grows until n8n prunes, and then stays level',
		unit: 'MB',
		lines: [line('file with its log', samples, ({ databaseFile }) => databaseFile / MB)],
	},
];
