import type { ContenderName } from '../contenders';
import type { Scene } from './measure';
import type { Effort } from '../section';
import type { TaskName } from './task';

/**
 * What is measured. Not every latency with every task: 100 ms only where the network and not the machine
 * is what takes the time and a run is over in seconds.
 */

const RUNS = 5;
const LIMIT = 40;
/** One request in 20 fails. */
const FAULT_EVERY = 20;

interface Row {
	task: TaskName;
	size: number;
	latencies: number[];
	contenders: ContenderName[];
	unranked?: ContenderName[];
	perSecond?: number;
	faultEvery?: number;
	fresh?: true;
	runs?: number;
}

const scenes = (rows: Row[]): Scene[] =>
	rows.flatMap(({ latencies, contenders, unranked, fresh, runs = RUNS, ...rest }) =>
		latencies.map((latencyMs) => ({
			setting: { ...rest, latencyMs },
			contenders,
			unranked,
			runs,
			fresh,
		})),
	);

const LATE = [5, 20, 100];
const NEAR = [5, 20];

/** One request for each item. */
const single = scenes([
	{
		task: 'stock',
		size: 1000,
		latencies: NEAR,
		contenders: ['ours', 'http', 'httpLoop', 'inNode', 'inHelper', 'bare'],
		unranked: ['httpUnbounded'],
	},
	{ task: 'stock', size: 1000, latencies: [100], contenders: ['ours', 'http', 'inHelper', 'bare'] },
]);

/** A hundred items in a request. */
const bulk = scenes([
	{
		task: 'prices',
		size: 1000,
		latencies: [20],
		contenders: [
			'ours',
			'http',
			'httpLoop',
			'httpBulk',
			'httpBulkLoop',
			'inNode',
			'inHelper',
			'bare',
		],
	},
	{
		task: 'prices',
		size: 10_000,
		latencies: LATE,
		contenders: ['ours', 'httpBulk', 'httpBulkLoop', 'inNode', 'inHelper', 'bare'],
	},
]);

const lists = scenes([
	{
		task: 'edumallsOrders',
		size: 10_000,
		latencies: NEAR,
		contenders: ['ours', 'http', 'httpPages', 'inHelper', 'bare'],
	},
	{
		task: 'edumallsOrders',
		size: 10_000,
		latencies: [100],
		contenders: ['ours', 'httpPages', 'inHelper', 'bare'],
	},
	{
		task: 'elryanOrders',
		size: 10_000,
		latencies: NEAR,
		contenders: ['ours', 'http', 'inHelper', 'bare'],
	},
]);

/** n8n's Magento 2 node: where none of this package's marketplaces answers it, and where it is at home. */
const magento = scenes([
	{ task: 'edumallsOrders', size: 10_000, latencies: [5], contenders: ['magento'], runs: 1 },
	{ task: 'magentoOrders', size: 10_000, latencies: [5], contenders: ['magento'], runs: 1 },
]);

const shipments = scenes([
	{
		task: 'shipments',
		size: 1000,
		latencies: [5],
		faultEvery: FAULT_EVERY,
		contenders: ['ours', 'httpLoop', 'bare'],
		unranked: ['http'],
	},
	{
		task: 'mails',
		size: 300,
		latencies: [5],
		faultEvery: FAULT_EVERY,
		contenders: ['ours', 'httpLoop', 'bare'],
		unranked: ['http'],
	},
]);

const limited = scenes([
	{
		task: 'stock',
		size: 200,
		latencies: [20],
		perSecond: LIMIT,
		contenders: ['ours', 'http', 'bare'],
		unranked: ['httpUnbounded'],
	},
	{
		task: 'prices',
		size: 10_000,
		latencies: [20],
		perSecond: LIMIT,
		contenders: ['ours', 'httpBulk', 'bare'],
	},
	{
		task: 'edumallsOrders',
		size: 10_000,
		latencies: [20],
		perSecond: LIMIT,
		contenders: ['ours', 'http', 'httpPages', 'bare'],
	},
]);

const memory = scenes([
	{
		task: 'stock',
		size: 1000,
		latencies: [5],
		contenders: ['ours', 'http', 'httpLoop', 'httpUnbounded', 'bare'],
		fresh: true,
		runs: 3,
	},
	{
		task: 'prices',
		size: 10_000,
		latencies: [5],
		contenders: ['ours', 'httpBulk', 'httpBulkLoop', 'bare'],
		fresh: true,
		runs: 3,
	},
	{
		task: 'edumallsOrders',
		size: 10_000,
		latencies: [5],
		contenders: ['ours', 'http', 'httpPages', 'bare'],
		fresh: true,
		runs: 3,
	},
]);

const WHOLE = { single, bulk, lists, magento, shipments, limited, memory };

export type Chapter = keyof typeof WHOLE;

export const isChapter = (name: string): name is Chapter => Object.hasOwn(WHOLE, name);

export const CHAPTERS: Chapter[] = Object.keys(WHOLE).filter(isChapter);

const QUICK_SIZE = 150;
const QUICK_LATENCY_MS = 5;
/** Where a shop serves so few, even a small task takes seconds. */
const QUICK_LIMITED = 60;
const QUICK_ACTS = 60;

function quickSize({ task, size, perSecond }: Scene['setting']): number {
	if (task === 'shipments' || task === 'mails') return QUICK_ACTS;
	return Math.min(size, perSecond !== undefined && task === 'stock' ? QUICK_LIMITED : QUICK_SIZE);
}

/** Little of everything, once. */
function quickly(all: Scene[]): Scene[] {
	const known = new Set<string>();
	return all.flatMap((scene) => {
		const { setting } = scene;
		const { contenders, fresh } = scene;
		const mark = fresh ? 'fresh' : `${setting.task} ${setting.perSecond ?? ''}`;
		if (known.has(mark)) return [];
		known.add(mark);
		return [
			{
				...scene,
				// A process for each run is what takes the time.
				contenders: contenders.filter((name) => (fresh ? name === 'ours' : name !== 'inNode')),
				unranked: [],
				runs: 1,
				setting: { ...setting, size: quickSize(setting), latencyMs: QUICK_LATENCY_MS },
			},
		];
	});
}

/** The scenes of a chapter. */
export const scenesOf = (chapter: Chapter, { quick }: Effort): Scene[] =>
	quick ? quickly(WHOLE[chapter]) : WHOLE[chapter];
