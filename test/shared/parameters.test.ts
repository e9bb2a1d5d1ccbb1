import type { IDataObject } from 'n8n-workflow';
import { flag, json, rows, text, texts } from '../../nodes/shared/fields';
import { number } from '../../nodes/shared/numbers';
import { record } from '../../nodes/shared/locators';
import type { Operation } from '../../nodes/shared/operation';
import { collectionOf, located, readValues } from '../../nodes/shared/parameters';
import { parameterContext } from './context';
import { refusedBy } from './refused';

const order = record(
	'Order',
	{ method: 'searchOrders', choices: [] },
	{ list: { to: 'order_id' }, incrementId: { to: 'increment_id' } },
);
const parcels = rows(
	'Parcels',
	{ code: text('Code', { required: true }), weight: number('Weight') },
	{ row: 'Parcel' },
);

const operation = (more: Partial<Operation>): Operation => ({
	name: 'Update',
	action: 'Update thing',
	description: 'Update a thing',
	effect: 'set',
	method: 'POST',
	path: '/things',
	...more,
});

const optional = {
	name: text('Name'),
	qty: number('Quantity'),
	live: flag('Live'),
	tags: texts('Tags'),
	extra: json('Extra'),
	buyer: { ...order, property: { ...order.property, required: undefined } },
	parcels,
};

const read = (given: IDataObject, options: IDataObject = {}, name = 'update') =>
	readValues(
		parameterContext({ updateFields: given, filters: given, additionalFields: given, options }),
		operation({ optional }),
		name,
		0,
	);

describe('what was left empty is absent; false and 0 are values', () => {
	it.each<[IDataObject, IDataObject]>([
		[{}, {}],
		[{ name: 'x' }, { name: 'x' }],
		[{ name: '' }, {}],
		[{ name: ' ' }, { name: ' ' }],
		[{ name: null }, {}],
		[{ name: undefined }, {}],
		[{ qty: 0 }, { qty: 0 }],
		[{ qty: '0' }, { qty: '0' }],
		[{ live: false }, { live: false }],
		[{ tags: [] }, { tags: [] }],
		[{ extra: '{}' }, { extra: '{}' }],
		[{ buyer: { mode: 'list', value: '' } }, {}],
		[
			{ buyer: { mode: 'incrementId', value: 'A1' } },
			{ buyer: { mode: 'incrementId', value: 'A1' } },
		],
		[{ unknown: 'x' }, {}],
	])('%j gives %j', (given, values) => {
		expect(read(given)).toEqual(values);
	});
});

describe('Send Empty', () => {
	it('sends a text empty that was left empty, and no other', () => {
		expect(read({ name: '' }, { sendEmpty: ['name'] })).toEqual({ name: '' });
		expect(read({}, { sendEmpty: ['name'] })).toEqual({ name: '' });
	});

	it('does not take the place of a value', () => {
		expect(read({ name: 'x', qty: 0 }, { sendEmpty: ['name', 'qty'] })).toEqual({
			name: 'x',
			qty: 0,
		});
	});
});

describe('the collection that is read follows the operation', () => {
	it.each([
		['getAll', 'filters'],
		['getUnfulfilled', 'filters'],
		['update', 'updateFields'],
		['updateStock', 'updateFields'],
		['create', 'additionalFields'],
		['createShipment', 'additionalFields'],
		['cancel', 'additionalFields'],
	])('%s: %s', (name, collection) => {
		expect(collectionOf(name)).toBe(collection);
	});

	it.each(['x', 1, [], null, [{ name: 'x' }]])('given as %j it is refused', (given) => {
		const { title } = refusedBy(() => read(given as unknown as IDataObject));
		expect(title).toContain('cannot be given by an expression');
	});
});

describe('a record', () => {
	it.each<[unknown, IDataObject]>([
		[
			{ __rl: true, mode: 'orderId', value: 7 },
			{ mode: 'orderId', value: 7 },
		],
		['A1', { mode: '', value: 'A1' }],
		[7, { mode: '', value: 7 }],
		['', { mode: '', value: '' }],
		[undefined, { mode: '', value: undefined }],
	])('given as %j is %j', (given, expected) => {
		expect(located(given)).toEqual(expected);
	});

	it('that is required is there even if empty, so that its own words can be told', () => {
		const values = readValues(
			parameterContext({ order: { mode: 'list', value: '' } }),
			operation({ fields: { order } }),
			'get',
			0,
		);
		expect(values).toEqual({ order: { mode: 'list', value: '' } });
	});
});

describe('a list of rows', () => {
	const row = { code: 'a', weight: 0 };

	it.each<[name: string, given: IDataObject, values: IDataObject]>([
		['rows', { parcels: { values: [row] } }, { parcels: [row] }],
		['JSON as text', { parcelsJson: '[{"code":"a"}]' }, { parcelsJson: [{ code: 'a' }] }],
		['JSON as data', { parcelsJson: [{ code: 'a' }] as never }, { parcelsJson: [{ code: 'a' }] }],
		['an empty JSON list', { parcelsJson: '[]' }, { parcelsJson: [] }],
		['nothing', {}, {}],
		['an empty twin', { parcelsJson: '' }, {}],
		[
			'the way that was chosen: rows',
			{ parcelsInput: 'rows', parcels: { values: [row] }, parcelsJson: '[]' },
			{ parcels: [row] },
		],
		[
			'the way that was chosen: JSON',
			{ parcelsInput: 'json', parcels: { values: [row] }, parcelsJson: '[1]' },
			{ parcelsJson: [1] },
		],
	])('is taken from %s', (_, given, values) => {
		expect(read(given)).toEqual(values);
	});

	it('as JSON keeps the digits of an ID that is too long for a number', () => {
		const parcelsJson = '[{"code":12345678901234567}]';
		expect(read({ parcelsJson })).toEqual({ parcelsJson: [{ code: '12345678901234567' }] });
	});

	it.each<[name: string, given: IDataObject, words: RegExp]>([
		['given as a text', { parcels: '={{ $json.rows }}' }, /'Parcels' has no rows/],
		['emptied by an expression', { parcels: {} }, /'Parcels' has no rows/],
		['without rows', { parcels: { values: [] } }, /'Parcels' has no rows/],
		['given twice', { parcels: { values: [row] }, parcelsJson: '[]' }, /'Parcels' is given twice/],
		['broken JSON', { parcelsJson: '[{' }, /'Parcels \(JSON\)' needs valid JSON/],
		['an object', { parcelsJson: '{"a":1}' }, /'Parcels \(JSON\)' needs a list/],
		['an object as data', { parcelsJson: { a: 1 } }, /'Parcels \(JSON\)' needs a list/],
		['a number', { parcelsJson: '7' }, /'Parcels \(JSON\)' needs a list/],
		['null', { parcelsJson: 'null' }, /'Parcels \(JSON\)' needs a list/],
	])('%s is refused', (_, given, words) => {
		expect(refusedBy(() => read(given)).title).toMatch(words);
	});

	it('at the top level is read with its way and its twin', () => {
		const values = readValues(
			parameterContext({ parcelsInput: 'json', parcels: {}, parcelsJson: '[{"code":"z"}]' }),
			operation({ fields: { parcels } }),
			'create',
			0,
		);
		expect(values).toEqual({ parcelsJson: [{ code: 'z' }] });
	});
});

it('no key that was given reaches a prototype', () => {
	const evil = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"x":1}}}');
	const values = read({ ...evil, name: 'x', parcelsJson: JSON.stringify([evil]) });
	expect(values.name).toBe('x');
	expect({}).not.toHaveProperty('polluted');
	expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
});
