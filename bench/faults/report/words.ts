import type { Cell, CellResult } from '../cell';
import type { Verdict } from '../../shared/judge';
import type { TaskName } from '../taskNames';

/** A task as a heading, and what it does. */
export const TASK_WORDS: Record<TaskName, [title: string, what: string]> = {
	list: [
		'Read: a list of products',
		'`Product: Get Many` with *Return All*, pages of at most 50. With one item the list holds one product, with 500 it holds 500. At Elryan: `Variant: Get Many`.',
	],
	stock: [
		'Set: the stock of products',
		'`Product: Update Stock`, one product an item. At Elryan: `Variant: Update Price and Stock`, which carries 100 items in one request.',
	],
	shipment: [
		'Act: shipments',
		'`Order: Create Shipment`, one order an item. The sandbox refuses a second shipment of an order, so nothing can be twice here, whoever sends it twice; the next table has no such guard. At Elryan: `Order: Cancel`.',
	],
	comment: [
		'Act: mails to buyers',
		'`Order: Add Comment` with *Notify Buyer*, one order an item. A comment that is sent twice is mailed twice.',
	],
};

/** A cell in words, for whoever looks for it. */
export const nameOf = ({ row, task, size, forEver }: Cell): string =>
	`${TASK_WORDS[task][0]}, ${row.name}, ${size === 1 ? 'one item' : `${size} items`}${forEver ? ', for ever' : ''}`;

const part = (count: number, word: string): string[] => (count > 0 ? [`${count} ${word}`] : []);

/** What the run said of its records. */
export function outcome({ done, failed, unknown }: Verdict): string {
	const parts = [
		...part(done, 'done'),
		...part(failed, 'failed'),
		...part(unknown, 'unknown'),
	].join(', ');
	return parts || 'nothing said';
}

/** Whole seconds: a finer figure would be about the machine. */
export const seconds = (ms: number): string => (ms < 1000 ? '< 1 s' : `${Math.round(ms / 1000)} s`);

export const DASH = '–';

/** A figure of a result, or a dash where there is no such cell. */
export const shown = (
	result: CellResult | undefined,
	text: (result: CellResult) => string,
): string => (result ? text(result) : DASH);
