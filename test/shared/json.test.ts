import fc from 'fast-check';
import { givenJson, jsonMap, parseJson } from '../../nodes/shared/json';
import { refusedBy } from './refused';

describe('integers that a number would change come as strings', () => {
	it.each<[text: string, value: unknown]>([
		['9007199254740991', 9007199254740991],
		['9007199254740992', '9007199254740992'],
		['9007199254740993', '9007199254740993'],
		['-9007199254740991', -9007199254740991],
		['-9007199254740993', '-9007199254740993'],
		['12345678901234567890', '12345678901234567890'],
		['[1234567890123456]', [1234567890123456]],
		['[12345678901234567,1]', ['12345678901234567', 1]],
		['{"id":12345678901234567}', { id: '12345678901234567' }],
		['{"id" : 12345678901234567 }', { id: '12345678901234567' }],
		['{"a":{"b":[{"c":-12345678901234567}]}}', { a: { b: [{ c: '-12345678901234567' }] } }],
	])('%s', (text, value) => {
		expect(parseJson(text)).toEqual(value);
	});
});

describe('all else stays as JSON.parse has it', () => {
	it.each([
		'0.12345678901234567',
		'[0.12345678901234567890,1]',
		'-0.12345678901234567',
		'12345678901234567.5',
		'1e21',
		'12345678901234567e2',
		'12345678901234567E-2',
		'1e-0000000000000000001',
		'1.5e+0000000000000000001',
		'"12345678901234567"',
		'"a \\" 12345678901234567"',
		'"\\\\"',
		'["\\\\",12345]',
		'{"12345678901234567":"x 12345678901234567 y"}',
		'"\\u0031234567890123456"',
		'"161.0000"',
		'161.0',
		'0',
		'-0',
		'null',
		'" 1234567890123456 \\\\\\" 12345678901234567 "',
	])('%s', (text) => {
		expect(parseJson(text)).toEqual(JSON.parse(text));
	});

	it('whatever the JSON, as long as it holds no such integer', () => {
		fc.assert(
			fc.property(fc.json({ maxDepth: 5 }), fc.constantFrom(0, 2), (text, indent) => {
				const value: unknown = JSON.parse(text);
				fc.pre(!/\d{16}/.test(text));
				const spaced = JSON.stringify(value, undefined, indent);
				expect(parseJson(spaced)).toEqual(value);
			}),
		);
	});

	it('whatever stands in a string', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.bigInt(), (text, id) => {
				const json = JSON.stringify({ a: `${text}${id}`, b: [text, `${id}\\`] });
				expect(parseJson(json)).toEqual(JSON.parse(json));
			}),
		);
	});

	it('whatever the integers: each is a number if it is safe, and its digits otherwise', () => {
		fc.assert(
			fc.property(fc.array(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n })), (ids) => {
				const expected = ids.map((id) =>
					Number.isSafeInteger(Number(id)) ? Number(id) : String(id),
				);
				expect(parseJson(`[${ids.join(',')}]`)).toEqual(expected);
			}),
		);
	});
});

it.each([
	'',
	' ',
	'{',
	'{"a":}',
	"{'a':1}",
	'[1,]',
	'undefined',
	'NaN',
	'{12345678901234567:1}',
	'[01234567890123456789]',
	'[12345678901234567 12345678901234567]',
	'-',
	'\uFEFF{"a":1}',
	'{"id":12345678901234567',
	'12345678901234567.',
	'<html>12345678901234567</html>',
])('%j is refused with a SyntaxError', (text) => {
	expect(() => parseJson(text)).toThrow(SyntaxError);
});

it('a label of 12 MB beside a long id is no trouble', () => {
	const label = 'QUJD'.repeat(3 * 1024 * 1024);
	const parsed = parseJson(`{"label":"${label}","id":12345678901234567}`) as { label: string };
	expect(parsed).toMatchObject({ id: '12345678901234567' });
	expect(parsed.label).toHaveLength(label.length);
});

it('many escapes in one string are no trouble', () => {
	const text = JSON.stringify({ text: '"\\\n'.repeat(3_000_000), id: 1 });
	expect(parseJson(text.replace(/1\}$/, '12345678901234567}'))).toMatchObject({
		id: '12345678901234567',
	});
});

it('100,000 levels of nesting do not overflow', () => {
	const deep = `${'['.repeat(100_000)}12345678901234567${']'.repeat(100_000)}`;
	expect(() => parseJson(deep)).not.toThrow();
});

it('no key reaches the prototype', () => {
	parseJson('{"__proto__":{"polluted":12345678901234567}}');
	expect({}).not.toHaveProperty('polluted');
});

describe('a map written as JSON', () => {
	it('keeps the order of keys that look like numbers', () => {
		const text = jsonMap([
			['102', { name: 'ب "x"' }],
			['101', [1]],
			['a"b', null],
		]);
		expect(text).toBe('{"102":{"name":"ب \\"x\\""},"101":[1],"a\\"b":null}');
		expect(JSON.parse(text)).toEqual({ 101: [1], 102: { name: 'ب "x"' }, 'a"b': null });
	});
});

describe('JSON that was given', () => {
	it('is read where it was typed, and taken as it is where it is data', () => {
		const data = { id: 1 };
		expect(givenJson('{"id":12345678901234567}', 'Body')).toEqual({ id: '12345678901234567' });
		expect(givenJson(data, 'Body')).toBe(data);
	});

	it('is refused by its label where it is none', () => {
		expect(refusedBy(() => givenJson('{', 'Body')).title).toBe("'Body' needs valid JSON");
	});
});
