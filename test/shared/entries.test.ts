import type { IDataObject } from 'n8n-workflow';
import { entries, joined, toObject } from '../../nodes/shared/entries';
import { text, type Field } from '../../nodes/shared/fields';
import type { Marketplace, Operation } from '../../nodes/shared/operation';
import { readValues } from '../../nodes/shared/parameters';
import { toProperties } from '../../nodes/shared/properties';
import { toParts } from '../../nodes/shared/request';
import { parameterContext } from './context';
import { refusedBy } from './refused';

const headers: Field = entries(
	'Headers',
	{
		header: { ...text('Header', { required: true, placeholder: 'e.g. X-Key' }), to: 'name' },
		content: { ...text('Content', { required: true, placeholder: 'e.g. abc' }), to: 'value' },
	},
	{ row: 'Header' },
);

const operation: Operation = {
	name: 'Call',
	action: 'Call thing',
	description: 'Call a thing',
	effect: 'act',
	method: 'POST',
	path: '/things',
	optional: { headers },
};

/** The object that comes of what the user gave. */
function made(given: IDataObject): IDataObject {
	const context = parameterContext({ additionalFields: given });
	const values = readValues(context, operation, 'call', 0);
	return toObject('Headers', toParts(operation, values, 'UTC').body.headers);
}

const row = (header: string, content: string) => ({ header, content });

it.each<[name: string, given: IDataObject, object: IDataObject]>([
	['rows', { headers: { values: [row('A', '1'), row('b.c', '2')] } }, { A: '1', 'b.c': '2' }],
	['JSON as text', { headersJson: '{"A":1,"B":{"c":true}}' }, { A: 1, B: { c: true } }],
	['JSON as data', { headersJson: { A: 1 } }, { A: 1 }],
	['an empty object', { headersJson: '{}' }, {}],
	['nothing', {}, {}],
	[
		'a name that looks like a prototype',
		{ headersJson: '{"constructor":"x"}' },
		{ constructor: 'x' },
	],
])('an object is made of %s', (_, given, object) => {
	expect(made(given)).toEqual(object);
});

it.each<[name: string, given: IDataObject, words: string]>([
	[
		'a name given twice',
		{ headers: { values: [row('A', '1'), row('A', '2')] } },
		"'A' is given twice",
	],
	[
		'a row without a value',
		{ headers: { values: [row('A', '')] } },
		"'Content' is empty in a row of 'Headers'",
	],
	['a list as JSON', { headersJson: '[{"A":1}]' }, "'Headers (JSON)' needs an object: { … }"],
	['a number as JSON', { headersJson: '1' }, "'Headers (JSON)' needs an object: { … }"],
	['broken JSON', { headersJson: '{' }, "'Headers (JSON)' needs valid JSON"],
	['rows by an expression', { headers: {} }, "'Headers' has no rows"],
])('%s is refused', (_, given, words) => {
	expect(refusedBy(() => made(given)).title).toBe(words);
});

it('two objects are joined, unless both have a name', () => {
	expect(joined('Headers', { a: 1 }, { b: 2 })).toEqual({ a: 1, b: 2 });
	const { title, advice } = refusedBy(() => joined('Headers', { a: 1 }, { a: undefined }));
	expect([title, advice]).toEqual(["'a' is given twice", "Remove one of the two; see 'Headers'"]);
});

it('no name reaches a prototype', () => {
	const object = made({ headers: { values: [row('__proto__', 'x')] } });
	expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
	expect({}).not.toHaveProperty('x');
});

it('the JSON twin shows an object', () => {
	const shop: Marketplace = {
		name: 'Shop',
		credential: 'shopApi',
		baseUrl: () => '',
		examplePath: '/',
		resources: { thing: { name: 'Thing', operations: { call: operation } } },
		readFailure: () => undefined,
	};
	const twin = toProperties(shop)
		.flatMap(({ options = [] }) => options)
		.find(({ name }) => name === 'headersJson');
	expect(twin).toMatchObject({
		displayName: 'Headers (JSON)',
		description:
			"An object in the marketplace's own form, typed or from an earlier node, in the place of 'Headers'",
		hint: 'e.g. {"X-Key":"abc"}',
	});
});
