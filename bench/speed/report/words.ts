import type { ContenderName } from '../contenders';
import { BOUND } from '../contenders/bound';
import type { Spread } from '../section';
import type { Setting, TaskName } from '../tasks/task';

/** Contenders as the document calls them. */
export const NAMES: Record<ContenderName, string> = {
	ours: 'this package',
	http: 'HTTP Request',
	httpLoop: 'HTTP Request + Loop Over Items',
	httpBulk: 'HTTP Request, chunks by Aggregate and Split Out',
	httpBulkLoop: 'HTTP Request + Loop Over Items and Aggregate',
	httpPages: 'HTTP Request, pages as items',
	httpUnbounded: 'HTTP Request without a bound',
	magento: "n8n's Magento 2 node",
	inNode: 'bare client behind n8n expressions',
	inHelper: 'bare client on n8n’s HTTP helper',
	bare: 'bare client',
};

export const TASK_WORDS: Record<TaskName, string> = {
	stock: 'stocks at Edumalls',
	prices: 'prices and stocks at Elryan',
	edumallsOrders: 'orders of Edumalls',
	elryanOrders: 'order lines of Elryan',
	magentoOrders: "orders of a shop with Magento's own list",
	shipments: 'shipments at Edumalls',
	mails: 'mails to buyers by Edumalls',
};

export const count = (number: number): string => Math.round(number).toLocaleString('en');

/** A time as a person reads it: two figures that count. */
export function time(ms: number): string {
	if (ms < 1000) return `${Math.round(ms)} ms`;
	return `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`;
}

/** The median, and between what the runs lay. */
export const timeSpread = ({ median, low, high, runs }: Spread): string =>
	runs === 1 ? time(median) : `${time(median)} (${time(low)} – ${time(high)})`;

export const times = (ratio: number): string => `${ratio.toFixed(2)} ×`;

/** A setting in words. */
export function settingWords({ task, size, latencyMs, perSecond, faultEvery }: Setting): string {
	return [
		`${count(size)} ${TASK_WORDS[task]}`,
		`${latencyMs} ms`,
		...(perSecond === undefined ? [] : [`${perSecond} requests a second`]),
		...(faultEvery === undefined ? [] : [`every ${faultEvery}th request fails`]),
	].join(', ');
}

export const BOUND_WORDS = `at most ${BOUND} calls in flight`;
