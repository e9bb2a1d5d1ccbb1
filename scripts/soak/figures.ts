import type { SoakRecord } from './record';
import { type Point, type Trend, trendOf } from './trend';
import type { Sample } from './watch/sample';

export const MB = 1e6;
export const KB = 1e3;

/** Trends are told of runs of at least this many minutes, after their first quarter. */
const LONG_ENOUGH = 30;
const WARM_UP = 0.25;

/** A figure that must not rise, and by how much it may seem to. */
export interface Watched {
	text: string;
	unit: string;
	/** Left out where it is shown, and not judged. */
	perHour?: number;
	points(samples: Sample[]): Point[];
}

export const pointsOf = (samples: Sample[], value: (sample: Sample) => number): Point[] =>
	samples.map((sample) => ({ seconds: sample.seconds, value: value(sample) }));

export const liveHeapOf = (samples: Sample[]): Point[] =>
	samples.flatMap(({ seconds, liveHeap }) =>
		liveHeap === undefined ? [] : [{ seconds, value: liveHeap / MB }],
	);

export const WATCHED: Watched[] = [
	{ text: 'Heap after a full collection', unit: 'MB', perHour: 10, points: liveHeapOf },
	{
		text: 'Memory of the n8n process (RSS)',
		unit: 'MB',
		points: (samples) => pointsOf(samples, ({ n8n }) => n8n.rss / MB),
	},
	{
		text: 'Open file descriptors',
		unit: '',
		perHour: 5,
		points: (samples) => pointsOf(samples, ({ n8n }) => n8n.descriptors),
	},
	{
		text: 'Active handles',
		unit: '',
		perHour: 5,
		points: (samples) => pointsOf(samples, ({ metrics }) => metrics.handles),
	},
	{
		text: 'Open connections',
		unit: '',
		perHour: 5,
		points: (samples) => pointsOf(samples, ({ n8n }) => n8n.established),
	},
	{
		text: 'Threads',
		unit: '',
		perHour: 1,
		points: (samples) => pointsOf(samples, ({ n8n }) => n8n.threads),
	},
];

/** A figure that must stay below something, at any time. */
export interface Bounded {
	text: string;
	unit: string;
	most: number;
	of(sample: Sample): number;
}

const largest = (rows: Array<{ bytes: number }>): number =>
	Math.max(0, ...rows.map(({ bytes }) => bytes));

export const BOUNDED: Bounded[] = [
	{
		text: 'Static data of a workflow',
		unit: 'KB',
		most: 300,
		of: ({ database }) => largest(database.staticData) / KB,
	},
	{
		text: 'n8n’s record of processed items, of one trigger',
		unit: 'KB',
		most: 700,
		of: ({ database }) => largest(database.processed) / KB,
	},
	{
		text: 'Entries in it',
		unit: '',
		most: 20_000,
		of: ({ database }) => Math.max(0, ...database.processed.map(({ entries }) => entries)),
	},
	{ text: 'Open file descriptors', unit: '', most: 300, of: ({ n8n }) => n8n.descriptors },
	{ text: 'Connections in CLOSE_WAIT', unit: '', most: 20, of: ({ n8n }) => n8n.closeWait },
	{
		text: 'Heap after a full collection',
		unit: 'MB',
		most: 350,
		of: ({ liveHeap = 0 }) => liveHeap / MB,
	},
	{
		text: 'Executions kept',
		unit: '',
		most: 2500,
		of: ({ database }) => database.executions.rows,
	},
];

export const rounded = (value: number): string =>
	Math.abs(value) < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en');

export const withUnit = (value: number, unit: string): string =>
	`${rounded(value)}${unit ? ` ${unit}` : ''}`;

/** The samples after the warm-up. */
export const settled = ({ samples, minutes }: SoakRecord): Sample[] =>
	samples.filter(({ seconds }) => seconds >= minutes * 60 * WARM_UP);

export const isLong = ({ minutes }: SoakRecord): boolean => minutes >= LONG_ENOUGH;

export const trendIn = (record: SoakRecord, { points }: Watched): Trend =>
	trendOf(points(settled(record)));

export const peakIn = ({ samples, atEnd }: SoakRecord, { of }: Bounded): number =>
	Math.max(...[...samples, atEnd].map(of));
