import fc from 'fast-check';
import { group } from '../../nodes/shared/batches';

describe('elements are grouped', () => {
	it.each<[number[], number, number[][]]>([
		[[], 3, []],
		[[1], 3, [[1]]],
		[[1, 2, 3], 3, [[1, 2, 3]]],
		[[1, 2, 3, 4], 3, [[1, 2, 3], [4]]],
		[[1, 2], 1, [[1], [2]]],
	])('%j by %i: %j', (elements, size, groups) => {
		expect(group(elements, size)).toEqual(groups);
	});

	it('those with the same mark never share a group', () => {
		expect(group(['a', 'b', 'a', 'c', 'c'], 10, (name) => name)).toEqual([
			['a', 'b'],
			['a', 'c'],
			['c'],
		]);
	});

	it('in their order, none lost, none twice, none too large, no mark twice', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 0, max: 5 })),
				fc.integer({ min: 1, max: 6 }),
				fc.boolean(),
				(elements, size, marked) => {
					const groups = group(elements, size, marked ? String : undefined);
					expect(groups.flat()).toEqual(elements);
					for (const members of groups) {
						expect(members.length).toBeGreaterThan(0);
						expect(members.length).toBeLessThanOrEqual(size);
						if (marked) expect(new Set(members).size).toBe(members.length);
					}
				},
			),
		);
	});
});
