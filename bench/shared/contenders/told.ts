import type { INodeExecutionData } from 'n8n-workflow';
import { at } from '../../../nodes/shared/call';
import type { Outcome } from '../../../test/engine';
import type { Said, Told } from './contender';

/** The input item of a row. */
export function itemOf({ pairedItem }: INodeExecutionData): number | undefined {
	const first = Array.isArray(pairedItem) ? pairedItem[0] : pairedItem;
	return typeof first === 'object' ? first.item : first;
}

/** Whether a row of the error output says that it is not known what became of its item. */
export const saidBy = (row: INodeExecutionData): Said =>
	at(row.json, 'details.outcome') === 'unknown' ? 'unknown' : 'failed';

const MISSING = /could be read|may be missing|did not end/;

/** Reads the two branches of a node that was set to *Continue (using error output)*, or stopped. */
export function readOutcome(outcome: Outcome, count: number): Told {
	const { branches, error, hints } = outcome;
	const [good = [], bad = []] = branches;
	const warned = hints.some((hint) => MISSING.test(hint));
	if (error) {
		const failed = Array.from({ length: count }, (): Said => 'failed');
		return { said: failed, rows: [], warned, words: error.message };
	}
	const said = Array.from({ length: count }, (): Said => 'nothing');
	for (const row of good) said[itemOf(row) ?? -1] = 'done';
	for (const row of bad) said[itemOf(row) ?? -1] = saidBy(row);
	const words = bad[0]?.json.error;
	const attempts = at(bad[0]?.json, 'details.attempts');
	return {
		said,
		rows: good.map(({ json }) => json),
		warned,
		...(typeof words === 'string' ? { words } : {}),
		...(typeof attempts === 'number' ? { attempts } : {}),
	};
}
