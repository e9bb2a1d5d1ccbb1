import { pairUp } from '../../nodes/shared/pairing';

interface Entry {
	id?: string;
	says: string;
}

const paired = (ids: string, entries: Entry[]) =>
	pairUp(
		ids.split(' '),
		entries,
		(id) => id,
		({ id }) => id,
	).map((entry) => entry?.says);

describe('elements get their entries of an answer', () => {
	it('by id, in whatever order they come', () => {
		const entries = [
			{ id: 'b', says: 'B' },
			{ id: 'a', says: 'A' },
		];
		expect(paired('a b', entries)).toEqual(['A', 'B']);
	});

	it('by their place, where no entry has an id', () => {
		expect(paired('a b', [{ says: '1' }, { says: '2' }])).toEqual(['1', '2']);
	});

	it('by the place that is left over', () => {
		const entries = [{ says: 'nameless' }, { id: 'a', says: 'A' }, { id: 'c', says: 'C' }];
		expect(paired('a b c', entries)).toEqual(['A', 'nameless', 'C']);
	});

	it('also where the entry has an id that nobody asked for', () => {
		expect(
			paired('a b', [
				{ id: 'a', says: 'A' },
				{ id: 'x', says: 'X' },
			]),
		).toEqual(['A', 'X']);
	});

	it('not at all, where too few are left to tell whose they are', () => {
		expect(paired('a b c', [{ id: 'b', says: 'B' }, { says: '?' }])).toEqual([
			undefined,
			'B',
			undefined,
		]);
		expect(paired('a', [])).toEqual([undefined]);
	});

	it('once each, where an id comes twice', () => {
		const entries = [
			{ id: 'a', says: 'first' },
			{ id: 'a', says: 'second' },
		];
		expect(paired('a a', entries)).toEqual(['first', 'second']);
	});

	it('never that of another: one that names an element which is served already is left over', () => {
		const twice = [
			{ id: 'a', says: 'first' },
			{ id: 'a', says: 'second' },
		];
		expect(paired('a b', twice)).toEqual(['first', undefined]);
		expect(paired('a b', [...twice, { says: 'nameless' }])).toEqual(['first', 'nameless']);
	});
});
