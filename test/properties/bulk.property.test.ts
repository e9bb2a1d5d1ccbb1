import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import type { Outcome } from '../engine';
import { stopAnswering } from './answering';
import { bulks, type Bulk } from './bulk';
import { expectEachOnce, expectOwnForm, itemsOf } from './judge';
import { host } from './running';
import { patience, tried } from './runs';
import { subjects } from './subjects';

beforeEach(() => jest.spyOn(Math, 'random').mockReturnValue(0));
afterAll(stopAnswering);

/** An id out of few, so that some come again, and some that no marketplace takes. */
const anyId = fc.oneof(
	{
		arbitrary: fc.constantFrom('1', '2', '3', 'a', 'قلم', '👍', 'a b', '__proto__', '007', '7'),
		weight: 5,
	},
	{ arbitrary: fc.constantFrom('refused-1', 'refused-2'), weight: 2 },
	{ arbitrary: fc.constantFrom('', null, {}, [], NaN), weight: 1 },
);

const isReadable = (id: unknown): id is string => typeof id === 'string' && id !== '';

/** What becomes of each item, by the place of its id among the others. */
function expected(ids: unknown[], { counts }: Bulk): Array<'done' | 'failed'> {
	return ids.map((id, place) => {
		const isRepeat = counts === 'first' && ids.indexOf(id) < place;
		const isReplaced = counts === 'last' && ids.lastIndexOf(id) > place;
		if (!isReadable(id) || isRepeat) return 'failed';
		return isReplaced || !id.startsWith('refused') ? 'done' : 'failed';
	});
}

function expectBranches({ branches, error }: Outcome, wanted: Array<'done' | 'failed'>): void {
	expect(error).toBeUndefined();
	const found = new Map<number, string>();
	for (const [branch, name] of [
		[branches[0], 'done'],
		[branches[1], 'failed'],
	] as const) {
		for (const row of branch ?? []) found.set(itemsOf(row)[0], name);
	}
	expect(wanted.map((_, item) => found.get(item))).toEqual(wanted);
	for (const { json } of branches[1] ?? []) expectOwnForm(json);
}

/** What counts of each id, and what the marketplace has in the end. */
function finalValues(ids: unknown[], { counts }: Bulk): Map<string, string> {
	const values = ids.flatMap((id, item): Array<[string, string]> =>
		isReadable(id) ? [[id, String(item)]] : [],
	);
	return new Map(counts === 'first' ? values.reverse() : values);
}

/** How many records go out. */
function sentOf(ids: unknown[], { counts }: Bulk): number {
	const readable = ids.filter(isReadable);
	return counts === 'each' ? readable.length : new Set(readable).size;
}

describe.each(bulks)('$title', (bulk) => {
	it(
		'gives every item its own result, and sends each record once, with what counts of it',
		async () => {
			const subject = subjects.find(([title]) => title === bulk.title)?.[1];
			if (!subject) throw new Error(`There is no ${bulk.title}`);
			const stored = new Map<string, string>();
			const requests: string[][] = [];
			const { run } = host(subject, (sent) => {
				const records = bulk.recordsIn(sent);
				const ids = records.map(([id]) => id);
				requests.push(ids);
				for (const [id, value] of records) stored.set(id, value);
				return { body: bulk.answer(ids, new Set(ids.filter((id) => id.startsWith('refused')))) };
			});
			const size = fc.integer({ min: 1, max: 6 });
			const property = fc.asyncProperty(
				fc.array(anyId, { maxLength: 14, minLength: 1 }),
				size,
				async (ids, batchSize) => {
					stored.clear();
					requests.length = 0;
					const parameters = { ...bulk.parameters, options: { batchSize } };
					const input = ids.map((id, item) => ({ id, value: String(item) }) as IDataObject);
					const outcome = await run(parameters, input, 'continueErrorOutput');
					expectEachOnce(outcome, ids.length, 'one');
					expectBranches(outcome, expected(ids, bulk));
					expect(stored).toEqual(finalValues(ids, bulk));
					expect(requests.flat()).toHaveLength(sentOf(ids, bulk));
					for (const one of requests) {
						expect(one.length).toBeLessThanOrEqual(batchSize);
						expect(new Set(one).size).toBe(one.length);
					}
				},
			);
			await fc.assert(property, tried(40, bulk.title));
		},
		patience,
	);
});
