import { choice, flag, longText, text, texts } from '../../nodes/shared/fields';
import { amount, decimal } from '../../nodes/shared/numbers';
import type { Fields, Marketplace, Operation } from '../../nodes/shared/operation';
import { callOptions } from '../../nodes/shared/options';

const shop: Marketplace = {
	name: 'Shop',
	credential: 'shopApi',
	baseUrl: () => '',
	examplePath: '/',
	resources: {},
	readFailure: () => undefined,
};

/** The fields that *Send Empty* offers. */
function offered(optional: Fields, effect: Operation['effect'] = 'set'): unknown {
	const options = callOptions(shop, {
		name: 'Update',
		action: 'Update thing',
		description: 'Update a thing',
		effect,
		method: 'POST',
		path: '/things',
		optional,
	});
	return options.sendEmpty?.property.options;
}

const price = decimal('Price');

describe('Send Empty', () => {
	it('offers the texts that may be empty, by their labels', () => {
		expect(offered({ note: longText('Note'), name: text('Name') })).toEqual([
			{ name: 'Name', value: 'name' },
			{ name: 'Note', value: 'note' },
		]);
	});

	it('offers an amount only where an empty text takes it away', () => {
		const special = { ...price, encode: (value: unknown) => (value === '' ? '' : value) };
		expect(offered({ price, special })).toEqual([{ name: 'Price', value: 'special' }]);
	});

	it.each<[string, Fields]>([
		['a decimal', { price }],
		['a number in a text box', { qty: amount('Quantity') }],
		['several texts', { tags: texts('Tags') }],
		['a choice', { kind: choice('Kind', { a: 'A' }) }],
		['a switch', { live: flag('Live') }],
		['a text that is sent as something else', { tags: text('Tags', { encode: () => [] }) }],
	])('is not there for %s', (_, optional) => {
		expect(offered(optional)).toBeUndefined();
	});

	it('is not there for what does not set values', () => {
		expect(offered({ name: text('Name') }, 'act')).toBeUndefined();
		expect(offered({ name: text('Name') }, 'read')).toBeUndefined();
	});
});
