import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../nodes/shared/call';
import { stopAnswering, type Sent } from './answering';
import { expectEachOnce, expectOwnForm, itemsOf } from './judge';
import { host } from './running';
import { patience, tried } from './runs';
import { subjects } from './subjects';

beforeEach(() => jest.spyOn(Math, 'random').mockReturnValue(0));
afterAll(stopAnswering);

/** An order line, and what may be wrong with it. */
const line = fc.record({
	order: fc.constantFrom<unknown>(1, 2, '1', ' 2 ', 3),
	broken: fc.constantFrom('no', 'no', 'no', 'order', 'line', 'quantity', 'unreadable'),
});

type Line = typeof line extends fc.Arbitrary<infer T> ? T : never;

const inputOf = ({ order, broken }: Line, item: number): IDataObject => ({
	order: (broken === 'order' ? { id: 1 } : order) as IDataObject,
	line: broken === 'line' ? '' : item + 1,
	quantity: broken === 'quantity' ? 'two' : 2,
	remoteId: `of-${item}`,
	broken,
});

/** What is wrong with such an item is wrong with its order too: the package would lack it. */
const spoils = ({ broken }: Line) => broken === 'line' || broken === 'quantity';

/** The items of each order that is sent, by the number of the order. Some items do not even tell theirs. */
function orders(lines: Line[]): Map<number, number[]> {
	const spoilt = new Set(lines.filter(spoils).map(({ order }) => Number(order)));
	const found = new Map<number, number[]>();
	for (const [item, { order, broken }] of lines.entries()) {
		const id = Number(order);
		if (broken === 'no' && !spoilt.has(id)) found.set(id, [...(found.get(id) ?? []), item]);
	}
	return found;
}

const packageIn = ({ body }: Sent) => {
	const { order_id: order, items, remote_id: remoteId } = isRecord(body) ? body : {};
	const lines = Array.isArray(items) ? items.filter(isRecord) : [];
	return { order, remoteId, items: lines.map(({ order_item_id: id }) => Number(id) - 1) };
};

it(
	'one package goes out for each order that is whole, whichever comes first',
	async () => {
		const subject = subjects.find(([title]) => title === 'Elryan package: create')?.[1];
		if (!subject) throw new Error('There is no package: create');
		const { sent, run } = host(subject, () => ({ body: { error_code: 0, data: { id: 1 } } }));
		const parameters = {
			createFrom: 'inputItems',
			orderIdField: 'order',
			orderItemIdField: 'line',
			quantityField: 'quantity',
			additionalFields: {
				remoteId: '={{ $json.broken === "unreadable" ? $("Nobody").first() : $json.remoteId }}',
			},
			options: {},
		};
		const property = fc.asyncProperty(
			fc.array(line, { minLength: 1, maxLength: 8 }),
			async (lines) => {
				const outcome = await run(parameters, lines.map(inputOf), 'continueErrorOutput');
				expect(outcome.error).toBeUndefined();
				expectEachOnce(outcome, lines.length, 'one');
				const [done = [], failed = []] = outcome.branches;
				const wanted = orders(lines);
				expect(sent.map(packageIn)).toEqual(
					[...wanted].map(([order, items]) => ({ order, items, remoteId: `of-${items[0]}` })),
				);
				expect(done.map(itemsOf)).toEqual([...wanted.values()]);
				const sentItems = [...wanted.values()].flat();
				expect(failed.flatMap(itemsOf)).toEqual(
					[...lines.keys()].filter((item) => !sentItems.includes(item)),
				);
				for (const { json } of failed) expectOwnForm(json);
			},
		);
		await fc.assert(property, tried(40));
	},
	patience,
);
