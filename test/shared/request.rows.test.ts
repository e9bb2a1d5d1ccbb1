import { flag, rows, text } from '../../nodes/shared/fields';
import { number } from '../../nodes/shared/numbers';
import type { Fields, Operation, Values } from '../../nodes/shared/operation';
import { toCall } from '../../nodes/shared/request';
import { refusedBy } from './refused';

const call = (more: Partial<Operation>, values: Values) => {
	const operation: Operation = {
		name: 'Update',
		action: 'Update thing',
		description: 'Update a thing',
		effect: 'set',
		method: 'POST',
		path: '/things',
		...more,
	};
	return toCall(operation, values, { timezone: 'Asia/Riyadh' });
};

describe('a list of rows', () => {
	const parcels = rows(
		'Parcels',
		{
			code: text('Code', { to: 'track.code', required: true }),
			weight: number('Weight'),
			live: flag('Live'),
		},
		{ row: 'Parcel', to: 'tracking' },
	);

	it('is sent row by row, each field at its place; what is empty is left out', () => {
		const values = {
			parcels: [
				{ code: 'a', weight: 0, live: false },
				{ code: 'b', weight: '' },
			],
		};
		expect(call({ optional: { parcels } }, values).body).toEqual({
			tracking: [{ track: { code: 'a' }, weight: 0, live: false }, { track: { code: 'b' } }],
		});
	});

	it('as JSON is sent as it was given', () => {
		const list = [{ any: { thing: 1 } }, 'x', null];
		const { body } = call({ optional: { parcels } }, { parcelsJson: list });
		expect(body).toEqual({ tracking: list });
	});

	it('with a required field that is empty is refused by both labels', () => {
		for (const code of ['', undefined, null]) {
			const values = { parcels: [{ code, weight: 1 }] };
			const { title } = refusedBy(() => call({ optional: { parcels } }, values));
			expect(title).toBe("'Code' is empty in a row of 'Parcels'");
		}
	});

	it('that is required may be given as JSON', () => {
		const required = { ...parcels, property: { ...parcels.property, required: true } };
		const made = call({ fields: { parcels: required } }, { parcelsJson: [{ a: 1 }] });
		expect(made.body).toEqual({ tracking: [{ a: 1 }] });
		const { title } = refusedBy(() => call({ fields: { parcels: required } }, {}));
		expect(title).toBe("'Parcels' is empty");
	});
});

describe('rows inside a row', () => {
	const optional: Fields = {
		variants: rows(
			'Variants',
			{
				sku: text('SKU', { required: true }),
				attributes: rows(
					'Attributes',
					{ name: text('Name', { required: true }), remoteId: text('ID', { to: 'remote_id' }) },
					{ row: 'Attribute', to: 'attrs' },
				),
			},
			{ row: 'Variant' },
		),
	};
	const send = (attributes: unknown) =>
		call({ optional }, { variants: [{ sku: 'a', attributes }] }).body;
	const given = [{ name: 'Size', remoteId: 's' }, { name: 'Colour' }];
	const attrs = [{ name: 'Size', remote_id: 's' }, { name: 'Colour' }];

	it.each<[string, unknown]>([
		['as n8n keeps them', { values: given }],
		['as a list', given],
		['as the JSON of what n8n keeps', JSON.stringify({ values: given })],
		['as the JSON of a list', ` ${JSON.stringify(given)} `],
	])('are taken %s', (_, attributes) => {
		expect(send(attributes)).toEqual({ variants: [{ sku: 'a', attrs }] });
	});

	it.each<[unknown]>([
		[undefined],
		[null],
		[''],
		[' '],
		[{}],
		['{}'],
		[[]],
		['[]'],
		[{ values: [] }],
	])('%j is none', (attributes) => {
		expect(send(attributes)).toEqual({ variants: [{ sku: 'a' }] });
	});

	it.each<[unknown]>([
		[{ name: 'Size' }],
		[{ values: { name: 'Size' } }],
		[{ values: 'Size' }],
		[['Size']],
		[[[]]],
		['Size'],
		['"Size"'],
		['[{'],
		[44],
		[true],
	])('%j is refused by both labels', (attributes) => {
		expect(refusedBy(() => send(attributes)).title).toBe(
			"'Attributes' needs a list of rows in a row of 'Variants'",
		);
	});

	it('are held to what is required of them', () => {
		const { title } = refusedBy(() => send([{ remoteId: 's' }]));
		expect(title).toBe("'Name' is empty in a row of 'Attributes'");
	});
});

/** n8n makes rows of nothing, one for each character, of an expression in the place of a list's rows. */
describe('a row that holds nothing', () => {
	const languages = rows('Languages', { code: text('Code') }, { row: 'Language' });
	const optional = { languages, pages: rows('Pages', { languages }, { row: 'Page' }) };
	const advice = (list: string) =>
		`Fill it in, or remove it. Rows that an earlier node gives go into '${list} (JSON)'`;

	it('is refused, and where rows of an earlier node go is said', () => {
		expect(refusedBy(() => call({ optional }, { languages: [{ code: 'ar' }, {}] }))).toMatchObject({
			title: "A row of 'Languages' is empty",
			advice: advice('Languages'),
		});
	});

	it('is refused inside a row, where the outer list is what can come as JSON', () => {
		const pages = [{ languages: { values: [{ code: '' }] } }];
		expect(refusedBy(() => call({ optional }, { pages }))).toMatchObject({
			title: "A row of 'Languages' is empty",
			advice: advice('Pages'),
		});
	});
});
