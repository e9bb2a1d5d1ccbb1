import type { IDataObject } from 'n8n-workflow';
import { choice, dateTime, flag, json, text, texts } from '../../nodes/shared/fields';
import { number } from '../../nodes/shared/numbers';
import { id, record } from '../../nodes/shared/locators';
import type { Operation, Values } from '../../nodes/shared/operation';
import { toCall } from '../../nodes/shared/request';
import { refusedBy } from './refused';

const operation = (more: Partial<Operation>): Operation => ({
	name: 'Update',
	action: 'Update thing',
	description: 'Update a thing',
	effect: 'set',
	method: 'POST',
	path: '/things',
	...more,
});

const call = (more: Partial<Operation>, values: Values, endpoint = {}) =>
	toCall(operation(more), values, { timezone: 'Asia/Riyadh', endpoint });

describe('where a value goes', () => {
	const optional = {
		name: text('Name'),
		qty: number('Quantity', { to: 'stock.qty' }),
		page: number('Page', { in: 'query' }),
		hidden: text('Hidden', { in: 'none' }),
	};

	it('into the body, at its dot path, or the query, or nowhere', () => {
		const { body, query } = call({ optional }, { name: 'x', qty: 1, page: 2, hidden: 'h' });
		expect(body).toEqual({ name: 'x', stock: { qty: 1 } });
		expect(query).toEqual({ page: 2 });
	});

	it.each<'GET' | 'DELETE'>(['GET', 'DELETE'])('into the query of %s', (method) => {
		const { body, query } = call({ method, optional }, { name: 'x', qty: 1 });
		expect(query).toEqual({ name: 'x', stock: { qty: 1 } });
		expect(body).toBeUndefined();
	});

	it('into the path alone, where the path names it', () => {
		const more: Partial<Operation> = {
			path: '/things/{sku}',
			fields: { sku: text('SKU', { required: true }) },
		};
		expect(call(more, { sku: 'a/b' })).toMatchObject({ path: '/things/a%2Fb', body: undefined });
	});

	it('an envelope is there even if nothing was given', () => {
		const envelope = (data: IDataObject) => ({ action: 'x', data });
		expect(call({ envelope, optional }, {}).body).toEqual({ action: 'x', data: {} });
		expect(call({ optional }, {}).body).toBeUndefined();
	});

	it('the operation has the last word', () => {
		const request: Operation['request'] = (made, values) => ({ ...made, path: `/${values.name}` });
		expect(call({ optional, request }, { name: 'x' }).path).toBe('/x');
	});
});

describe('what is sent', () => {
	const optional = {
		live: flag('Live'),
		qty: number('Quantity'),
		name: text('Name'),
		when: dateTime('When'),
		tags: texts('Tags'),
		extra: json('Extra'),
		kind: choice('Kind', { a: 'A', b: 'B' }),
	};

	it.each<[Values, IDataObject | undefined]>([
		[{ live: false }, { live: false }],
		[{ live: 'false' }, { live: false }],
		[{ live: 'true' }, { live: true }],
		[{ live: 'TRUE' }, { live: true }],
		[{ live: 1 }, { live: true }],
		[{ live: '0' }, { live: false }],
		[{ qty: 0 }, { qty: 0 }],
		[{ qty: '0' }, { qty: 0 }],
		[{ qty: '24.50' }, { qty: 24.5 }],
		[{ name: '' }, { name: '' }],
		[{ name: 0 }, { name: '0' }],
		[{ name: false }, { name: 'false' }],
		[{ name: ' x ' }, { name: ' x ' }],
		[{ when: '2026-03-01T10:00:00Z' }, { when: '2026-03-01 13:00:00' }],
		[{ tags: 'a, b,,c ' }, { tags: ['a', 'b', 'c'] }],
		[{ tags: ['a,b', ' c '] }, { tags: ['a,b', 'c'] }],
		[{ extra: '{"a":[1]}' }, { extra: { a: [1] } }],
		[{ extra: { a: 1 } }, { extra: { a: 1 } }],
		[{ kind: 'b' }, { kind: 'b' }],
		[{}, undefined],
	])('%j is sent as %j', (values, body) => {
		expect(call({ optional }, values).body).toEqual(body);
	});

	it.each<[Values, string]>([
		[{ live: 'yes' }, "'Live' needs true or false"],
		[{ live: 2 }, "'Live' needs true or false"],
		[{ qty: 'many' }, "'Quantity' needs a number"],
		[{ qty: ' ' }, "'Quantity' needs a number"],
		[{ qty: Infinity }, "'Quantity' needs a number"],
		[{ qty: [1] }, "'Quantity' needs a number"],
		[{ name: { a: 1 } }, "'Name' needs a text, not a list or an object"],
		[{ name: ['a'] }, "'Name' needs a text, not a list or an object"],
		[{ when: 'soon' }, "'When' needs a date and time, not 'soon'"],
		[{ extra: '{' }, "'Extra' needs valid JSON"],
	])('%j is refused by its label', (values, title) => {
		expect(refusedBy(() => call({ optional }, values))).toMatchObject({
			title,
			outcome: 'notSent',
		});
	});

	it.each<[number, boolean, 0 | 1 | undefined, boolean]>([
		[-1, false, 0, false],
		[0, false, 0, true],
		[0, false, 1, false],
		[1.5, true, undefined, false],
		[2 ** 53, true, undefined, false],
		[-1.5, false, undefined, true],
	])('the number %d (whole: %s, at least: %s) is taken: %s', (value, whole, min, taken) => {
		const field = number('N', { min, words: 'vendor words', ...(whole ? { whole } : {}) });
		const send = () => call({ optional: { n: field } }, { n: value });
		if (taken) expect(send().body).toEqual({ n: value });
		else expect(refusedBy(send).title).toBe('vendor words');
	});
});

describe('a record that is named in one of several ways', () => {
	const order = record(
		'Order',
		{ method: 'searchOrders', choices: [] },
		{
			list: { to: 'order_id', encode: id.number },
			incrementId: { to: 'increment_id' },
			orderId: { to: 'order_id', encode: id.number },
		},
		{ missing: 'You must provide one' },
	);

	it.each<[mode: string, value: unknown, body: IDataObject]>([
		['list', 7, { order_id: 7 }],
		['list', '7', { order_id: 7 }],
		['orderId', ' 7 ', { order_id: 7 }],
		['incrementId', '000123', { increment_id: '000123' }],
		['incrementId', 123, { increment_id: '123' }],
	])('%s %j sends %j', (mode, value, body) => {
		expect(call({ fields: { order } }, { order: { mode, value } }).body).toEqual(body);
	});

	it.each<[mode: string, value: unknown, words: string | RegExp]>([
		['list', '', 'You must provide one'],
		['incrementId', undefined, 'You must provide one'],
		['orderId', null, 'You must provide one'],
		['orderId', 'abc', /whole number, not 'abc'/],
		['orderId', -1, /whole number/],
		['orderId', 1.5, /whole number/],
		['orderId', '12345678901234567', /whole number/],
		['incrementId', { a: 1 }, /needs a text/],
	])('%s %j is refused', (mode, value, words) => {
		const { title } = refusedBy(() => call({ fields: { order } }, { order: { mode, value } }));
		expect(title).toMatch(words);
	});
});

describe('before any request', () => {
	it('a required field that is missing is refused by its label', () => {
		const fields = { sku: text('SKU', { required: true }) };
		expect(refusedBy(() => call({ fields }, {})).title).toBe("'SKU' is empty");
	});

	it('so is one of blanks', () => {
		const fields = { sku: text('SKU', { required: true }) };
		expect(refusedBy(() => call({ fields }, { sku: ' \n' })).title).toBe("'SKU' is empty");
	});

	it("the checks tell the vendor's words", () => {
		const checks: Operation['checks'] = [({ a }) => (a === undefined ? 'Give a.' : undefined)];
		expect(refusedBy(() => call({ checks }, {})).title).toBe('Give a.');
		expect(() => call({ checks }, { a: 0 })).not.toThrow();
	});
});
