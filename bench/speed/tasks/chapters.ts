import { longStep } from '../../../scripts/lib/say';
import { sectionOf, timesPlot } from '../report/chapter';
import { memorySection } from '../report/memory';
import * as texts from '../report/texts';
import { count } from '../report/words';
import type { Effort, Section } from '../section';
import { measureScene, type Ground, type SceneResult } from './measure';
import { scenesOf, type Chapter } from './scenes';
import type { Setting } from './task';

/** Chapters, and what they were made of. */
export interface Chapters {
	sections: Section[];
	results: SceneResult[];
}

const byLatency = ({ latencyMs, size }: Setting): string => `${count(size)}, ${latencyMs} ms`;

const byTask = ({ task, latencyMs }: Setting): string =>
	`${task === 'edumallsOrders' ? 'Edumalls' : 'Elryan'}, ${latencyMs} ms`;

const byLimit = ({ task }: Setting): string =>
	({ stock: 'single sets', prices: 'many in a request' })[String(task)] ?? 'list';

type Make = (results: SceneResult[]) => Section;

const MAKE: Record<Chapter, Make> = {
	single: (results) =>
		sectionOf('Stock, one request an item', texts.STOCK, results, [
			timesPlot('single', 'Stock of 1,000 products, one request each', results, byLatency),
		]),
	bulk: (results) =>
		sectionOf('Prices and stock, many items a request', texts.PRICES, results, [
			timesPlot('bulk', 'Prices and stock, 100 items a request', results, byLatency),
		]),
	lists: (results) =>
		sectionOf('Lists', texts.LISTS, results, [
			timesPlot('lists', 'A list of 10,000 orders', results, byTask),
		]),
	magento: (results) => sectionOf("n8n's Magento 2 node", texts.MAGENTO, results, []),
	shipments: (results) =>
		sectionOf('Shipments and mails, while 5 % of the requests fail', texts.SHIPMENTS, results, []),
	limited: (results) =>
		sectionOf('A limit of 40 requests a second', texts.LIMITED, results, [
			timesPlot('limited', 'Under a limit of 40 requests a second', results, byLimit),
		]),
	memory: memorySection,
};

/** The chapters that are measured against the sandbox. */
export async function measureChapters(
	ground: Ground,
	effort: Effort,
	wanted: Chapter[],
): Promise<Chapters> {
	const sections: Section[] = [];
	const all: SceneResult[] = [];
	for (const chapter of wanted) {
		const scenes = scenesOf(chapter, effort);
		const results = await longStep(`Speed: ${chapter}`, async (note) => {
			const found: SceneResult[] = [];
			for (const scene of scenes) found.push(await measureScene(ground, scene, note));
			return found;
		});
		sections.push(MAKE[chapter](results));
		all.push(...results);
	}
	return { sections, results: all };
}
