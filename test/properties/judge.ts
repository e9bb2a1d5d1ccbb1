import type { IDataObject, INodeExecutionData, IPairedItemData } from 'n8n-workflow';
import type { Operation } from '../../nodes/shared/operation';
import type { Outcome } from '../engine';

/** What no seller should read, and no marketplace should get: the traces of a programming error. */
const TRACES =
	/Cannot (read|set|convert|destructure|mix|access)|is not (a function|iterable|defined|a constructor|valid JSON)|\[object|\bundefined\b|\bNaN\b|Infinity|Maximum call|Invalid (array|time|date)|URI malformed|Unexpected (token|end|non)|circular|BigInt|\bERR_|primitive value/;

/** A text without what the user gave: that may hold anything. */
const without = (text: string, given: unknown[]): string =>
	given
		.filter((one): one is string => typeof one === 'string' && TRACES.test(one))
		.some((one) => text.includes(one.slice(0, 50).trim()))
		? ''
		: text;

/** Says nothing that comes from a programming error; what was `given` may be quoted. */
export function expectNoTraces(text: string, given: unknown[] = []): void {
	expect(without(text, given)).not.toMatch(TRACES);
}

/** The input items that a row comes from. */
export function itemsOf({ pairedItem }: INodeExecutionData): number[] {
	return [pairedItem as IPairedItemData | IPairedItemData[]].flat().map(({ item }) => item);
}

/** The words of a row of the error branch. */
export const wordsOf = ({ error, message }: IDataObject): string =>
	`${String(error)} ${String(message)}`;

/** The package's own form of an error, in words that a person can read. */
export function expectOwnForm(json: IDataObject, given: unknown[] = []): void {
	expect(json).toMatchObject({
		error: expect.stringMatching(/\S/) as string,
		message: expect.stringMatching(/\S/) as string,
		details: { outcome: expect.stringMatching(/^(refused|unknown|notSent)$/) as string },
	});
	expect(wordsOf(json).length).toBeLessThan(3000);
	expectNoTraces(wordsOf(json), given);
}

/** How many rows an item may come to where it went well. */
export type Rows = 'one' | 'any';

/** An operation whose answer is a list, or whatever the user asked for, may have any number of rows. */
export const rowsOf = ({ list, effect, arrange }: Operation): Rows =>
	list || arrange || typeof effect === 'function' ? 'any' : 'one';

/** Every item is in one branch only, and in that of errors once; rows keep the order of the items. */
export function expectEachOnce({ branches }: Outcome, count: number, rows: Rows): void {
	const [done = [], failed = []] = branches.map((branch) => branch.map(itemsOf));
	for (let item = 0; item < count; item++) {
		const [good, bad] = [done, failed].map((all) => all.filter((of) => of.includes(item)).length);
		const isRight = bad === 0 ? rows === 'any' || good > 0 : bad === 1 && good === 0;
		expect(isRight ? '' : `item ${item}: ${good} rows and ${bad} errors`).toBe('');
	}
	for (const all of [done, failed]) {
		const firsts = all.map((of) => Math.min(...of));
		expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
	}
}
