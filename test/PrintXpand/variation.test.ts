import { differentIds } from '../../nodes/PrintXpand/resources/variation';

const idsOf = (...ids: unknown[]) => ids.map((id) => ({ id }));
const COULD_BE_ONE = /^The variations '.+' and '.+' could become one$/;

it.each<[unknown[], unknown]>([
	[['1', '2', 'shop-7', 'shop7'], undefined],
	[['', undefined, null], undefined],
	[['1', '2', 1], "The variation '1' comes twice"],
	[
		['Mug_Red', 'blue', 'mugred'],
		[
			expect.stringMatching(COULD_BE_ONE) as string,
			expect.stringContaining('capital letters or underscores') as string,
		],
	],
])('the IDs %j: %j', (ids, words) => {
	expect(differentIds({ variations: idsOf(...ids) })).toEqual(words);
	expect(differentIds({ variationsJson: idsOf(...ids) })).toEqual(words);
});
