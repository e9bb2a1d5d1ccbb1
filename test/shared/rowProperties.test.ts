import { rows, text, type Field } from '../../nodes/shared/fields';
import type { Fields } from '../../nodes/shared/operation';
import { rowProperties } from '../../nodes/shared/rowProperties';

const size = text('Size', { required: true, placeholder: 'e.g. M' });
const id = text('ID', { to: 'own.id', required: true, placeholder: 'e.g. 7' });
const note = text('Note');

const listOf = (of: Fields): Field => rows('Parts', of, { row: 'Part' });
const twinOf = (of: Fields) => rowProperties('parts', listOf(of))[2];

it('a list of rows is the way it is given, the rows, and their JSON twin', () => {
	expect(rowProperties('parts', listOf({ size })).map(({ name }) => name)).toEqual([
		'partsInput',
		'parts',
		'partsJson',
	]);
});

describe('the JSON twin', () => {
	it('shows by an example what an entry must hold, as the marketplace calls it', () => {
		expect(twinOf({ size, id }).hint).toBe('e.g. [{"size":"M","own":{"id":"7"}}]');
	});

	it('names what it may hold besides', () => {
		const more = { zone: text('Zone', { to: 'at.zone' }), area: text('Area', { to: 'at.area' }) };
		const { hint, description } = twinOf({ size, note, ...more });
		expect(hint).toBe('e.g. [{"size":"M"}]');
		expect(description).toMatch(/'Parts'\. An entry may also hold: at, note\.$/);
	});

	it('shows all where nothing is required', () => {
		const { hint, description } = twinOf({ note });
		expect(hint).toBe('e.g. [{"note":"…"}]');
		expect(description).toMatch(/'Parts'$/);
	});

	it('shows rows inside a row', () => {
		const inner = rows('Sizes', { size, note }, { row: 'Size' });
		expect(twinOf({ sizes: inner }).hint).toBe('e.g. [{"sizes":[{"size":"M"}]}]');
	});
});
