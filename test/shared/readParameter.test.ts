import fc from 'fast-check';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { readParameter } from '../../nodes/shared/readParameter';
import { createEngine } from '../engine';
import { nodeThat } from '../engine/nodeThat';
import { tried } from '../properties/runs';

const PROPERTIES: INodeProperties[] = [
	{ displayName: 'Text', name: 'text', type: 'string', default: '' },
	{ displayName: 'Flag', name: 'flag', type: 'boolean', default: true },
	{ displayName: 'Locator', name: 'locator', type: 'resourceLocator', default: {}, modes: [] },
	{
		displayName: 'Extras',
		name: 'extras',
		type: 'collection',
		default: {},
		options: ['stock', 'note', 'date'].map((name) => ({
			displayName: name,
			name,
			type: name === 'stock' ? 'number' : 'string',
			default: '',
		})),
	},
	{
		displayName: 'Rows',
		name: 'rows',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		options: [
			{
				displayName: 'Row',
				name: 'values',
				values: [{ displayName: 'SKU', name: 'sku', type: 'string', default: '' }],
			},
		],
	},
];
const NAMES = [...PROPERTIES.map(({ name }) => name), 'absent'];

/** What each way of reading gives for every item and parameter: a value, or that it throws. */
async function readBoth(parameters: IDataObject, input: IDataObject[]) {
	const found: Array<{ ours: unknown; n8n: unknown; asked: number }> = [];
	const attempt = (read: () => unknown) => {
		try {
			return { value: read() };
		} catch (error) {
			return { error: (error as Error).message };
		}
	};
	const Probe = nodeThat(PROPERTIES, (context) => {
		for (const [item] of input.entries()) {
			for (const name of NAMES) {
				const asked = jest.spyOn(context, 'getNodeParameter');
				const ours = attempt(() => readParameter(context, name, item, 'nothing'));
				const times = asked.mock.calls.filter(([, , , how]) => how === undefined).length;
				asked.mockRestore();
				const n8n = attempt(() => context.getNodeParameter(name, item, 'nothing'));
				found.push({ ours, n8n, asked: times });
			}
		}
	});
	const engine = createEngine({ nodes: [Probe], credentialTypes: [], credentials: {} });
	await engine.run('probe', { parameters }, input);
	return found;
}

const KEYS = ['sku', 'a b', 'länge', 'order', '0', 'constructor', 'prototype', 'length', '$x'];
const json = fc.letrec((tie) => ({
	value: fc.oneof(
		{ maxDepth: 3 },
		fc.string(),
		fc.double(),
		fc.boolean(),
		fc.constantFrom(null, undefined, '', 0, -0, '={{ 1 }}', new Date(0)),
		fc.array(tie('value'), { maxLength: 3 }),
		fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 4 }),
	),
})).value;
const item = fc.dictionary(fc.constantFrom(...KEYS), json, {
	maxKeys: 6,
}) as fc.Arbitrary<IDataObject>;
const step = fc.oneof(
	fc
		.constantFrom(...KEYS, 'missing')
		.map((key) => (/^[a-z]\w*$/i.test(key) ? `.${key}` : `["${key}"]`)),
	fc.constantFrom('[0]', "['sku']", '[ "order" ]', '?.sku', '.länge', '[sku]', '.sku()'),
);
const stored = fc.oneof(
	fc.string(),
	fc.array(step, { minLength: 1, maxLength: 3 }).map((path) => `={{ $json${path.join('')} }}`),
	fc.constantFrom(
		'={{$json.sku}}',
		'= {{ $json.sku }}',
		'={{ $json.sku }} ',
		'=SKU-{{ $json.sku }}',
		'={{ $json.sku }}{{ $json.order }}',
		'={{ $json }}',
		'={{ $json.order.sku + 1 }}',
		'={{ $json["__proto__"] }}',
		'=',
		'={{',
	),
);
const parameters = fc.record({
	text: stored,
	flag: fc.oneof(fc.boolean(), stored),
	locator: fc.record({
		__rl: fc.constant(true),
		mode: fc.constantFrom('list', 'id'),
		value: stored,
	}),
	extras: fc.dictionary(fc.constantFrom('stock', 'note', 'date'), stored),
	rows: fc.oneof(
		fc.record({ values: fc.array(fc.record({ sku: stored }), { maxLength: 3 }) }),
		fc.constant({}),
	),
}) as unknown as fc.Arbitrary<IDataObject>;

it('gives what n8n gives, whatever is stored and whatever the item holds', async () => {
	await fc.assert(
		fc.asyncProperty(
			parameters,
			fc.array(item, { minLength: 1, maxLength: 3 }),
			async (given, input) => {
				for (const { ours, n8n } of await readBoth(given, input)) expect(ours).toStrictEqual(n8n);
			},
		),
		tried(100),
	);
});

it('asks n8n only for what it cannot know', async () => {
	const given = {
		text: '={{ $json.sku }}',
		locator: { __rl: true, mode: 'id', value: '={{ $json["order"].id }}' },
		extras: { stock: '={{ $json.stock }}' },
	};
	const input = [
		{ sku: 'A', order: { id: 1 }, stock: 5 },
		{ sku: null, order: {}, stock: '5' },
	];
	const found = await readBoth(given, input);
	expect(found.map(({ asked }) => asked)).toEqual([0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0]);
	expect(found[2].ours).toEqual({ value: { __rl: true, mode: 'id', value: 1 } });
});

it('hands out values that nobody else holds', async () => {
	const [first, second] = (await readBoth({ extras: { note: 'x' } }, [{}, {}]))
		.filter((_, index) => index % NAMES.length === 3)
		.map(({ ours }) => (ours as { value: unknown }).value);
	expect(first).toEqual({ note: 'x' });
	expect(second).toEqual(first);
	expect(second).not.toBe(first);
});
