import type { INode } from 'n8n-workflow';
import * as batchRequest from '../../nodes/shared/batchRequest';
import * as problems from '../../nodes/shared/problems';
import { items, openShop } from '../shop/open';
import type { Reply } from '../shop/server';

let shop: Awaited<ReturnType<typeof openShop>>;
afterEach(async () => {
	jest.restoreAllMocks();
	await shop.close();
});

const many = { qty: '={{ $json.qty }}' };
const continues = 'continueErrorOutput' as const;

/** A service that goes on refusing; more requests than there could be are taken, so that the run ends. */
const refusing =
	(...paths: string[]) =>
	({ count }: { count: number }): Reply => {
		if (count > 9) return { status: 500, body: {} };
		const named = Object.fromEntries(paths.map((path) => [path, 'It is too small.']));
		return { status: 422, body: { problems: named } };
	};

const importTwo = async (onError?: INode['onError']) =>
	await shop.run('importMany', items(2), many, { onError });

describe.each([
	['beyond the last', 'items.7.qty'],
	['just after the last', 'items.2.qty'],
	['that no number can hold', `items.${'9'.repeat(400)}.qty`],
	['before the first', 'items.-1.qty'],
	['that is no whole number', 'items.1e0.qty'],
	['that is empty', 'items..qty'],
])('a refusal that names a place %s', (_, path) => {
	it('blames nobody in particular: every item has it, and nothing goes out again', async () => {
		shop = await openShop(refusing('items.0.qty', path));
		const { branches, error } = await importTwo(continues);
		expect(error).toBeUndefined();
		expect(branches[0]).toEqual([]);
		expect(branches[1].map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		for (const { json } of branches[1]) {
			expect(json.message).toContain(`'${path}': It is too small.`);
		}
		expect(shop.requests).toHaveLength(1);
	});

	it('stops the workflow, where it stops at failures', async () => {
		shop = await openShop(refusing(path));
		const { error, rows } = await importTwo();
		expect(error?.message).toBe("Shop refused 'Import Many'");
		expect(error?.description).toContain('0 are done, 2 items failed, and 0 were not started');
		expect(rows).toEqual([]);
		expect(shop.requests).toHaveLength(1);
	});
});

it('a refusal of an item as a whole is told in its own words', async () => {
	shop = await openShop(refusing('items.1'));
	const { error } = await importTwo();
	expect(error?.context?.itemIndex).toBe(1);
	expect(error?.description).toMatch(/^It is too small\./);
});

describe('whatever else were wrong', () => {
	it('a group that was refused never goes out again as it was', async () => {
		const { blamed } = problems;
		jest.spyOn(problems, 'blamed').mockImplementation((operation, { list }, failure) => {
			return blamed(operation, { list, count: 100 }, failure);
		});
		shop = await openShop(refusing('items.7.qty'));
		const { branches } = await importTwo(continues);
		expect(branches[1]).toHaveLength(2);
		expect(shop.requests).toHaveLength(1);
	});

	it.each([undefined, continues])(
		'no item ends without a row or an error (%s)',
		async (onError) => {
			jest.spyOn(batchRequest, 'sendGroup').mockImplementation(async (_, elements) => {
				return await Promise.resolve(elements.map(() => undefined));
			});
			shop = await openShop(() => ({ body: {} }));
			const { branches, error } = await importTwo(onError);
			if (onError) expect(branches[1]).toHaveLength(2);
			else expect(error?.message).toBe('Shop said nothing about this item');
		},
	);

	it('what breaks on the way is the error of its items', async () => {
		jest.spyOn(batchRequest, 'sendGroup').mockRejectedValue(new Error('Broken'));
		shop = await openShop(() => ({ body: {} }));
		const { branches } = await importTwo(continues);
		expect(branches[1].map(({ json }) => json.error)).toEqual(['Broken', 'Broken']);
		expect((await importTwo()).error?.message).toBe('Broken');
	});
});
