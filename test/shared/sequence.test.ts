import fc from 'fast-check';
import { gates, inSequence, waitsOf } from '../../nodes/shared/sequence';

interface Category {
	id: string;
	parent?: string;
}

const dependence = {
	mark: ({ id }: Category) => id,
	after: ({ parent }: Category) => parent,
};

const category = (text: string): Category => {
	const [id, parent] = text.split('<');
	return { id, parent };
};

const names = (elements: Category[]) => elements.map(({ id }) => id).join(' ');

describe('elements come after the one they need', () => {
	it.each<[string, string]>([
		['a b c', 'a b c'],
		['child<top top', 'top child'],
		['leaf<child child<top other top', 'top child leaf other'],
		['child<elsewhere top', 'child top'],
		['a<b b<a c', 'b a c'],
		['self<self a', 'self a'],
	])('%s: %s', (given, expected) => {
		expect(names(inSequence(given.split(' ').map(category), dependence))).toBe(expected);
	});

	it('none lost, none twice, and every need met that is not a circle', () => {
		const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e');
		const anyCategory = fc.record({ id: ids, parent: fc.option(ids, { nil: undefined }) });
		fc.assert(
			fc.property(fc.array(anyCategory, { maxLength: 8 }), (elements) => {
				const sequence = inSequence(elements, dependence);
				expect(new Set(sequence)).toEqual(new Set(elements));
				expect(sequence).toHaveLength(elements.length);
			}),
		);
	});

	it('a chain of 50,000, given backwards', () => {
		const chain = Array.from({ length: 50_000 }, (_, index) => ({
			id: String(index),
			parent: String(index - 1),
		}));
		expect(inSequence([...chain].reverse(), dependence)).toEqual(chain);
	});
});

describe('groups wait for those they depend on', () => {
	const groups = (text: string) => text.split(' | ').map((part) => part.split(' ').map(category));

	it.each<[string, number[][]]>([
		['a b | c d', [[], []]],
		['a b | a c', [[], [0]]],
		['top | child<top | leaf<child', [[], [0], [1]]],
		['top child<top | a', [[], []]],
		['a | a | a', [[], [0], [1]]],
		['a b | c<a d<b', [[], [0]]],
	])('%s', (given, expected) => {
		expect(waitsOf(groups(given), dependence)).toEqual(expected);
	});

	it('a gate lets pass once it is open', async () => {
		const { pass, open } = gates(2);
		let passed = false;
		const waiting = pass([0, 1]).then(() => (passed = true));
		open(0);
		await Promise.resolve();
		expect(passed).toBe(false);
		open(1);
		await waiting;
		expect(passed).toBe(true);
	});
});
