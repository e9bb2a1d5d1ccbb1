import { masking } from '../../nodes/Dispatch/masking';
import { Failure } from '../../nodes/shared/failure';

const SECRET = 'a"b&c d/é😀';
const mask = masking({
	'API Key': 'key-1234',
	'API Secret': SECRET,
	'Store URL': 'https://s.example',
});

describe('a text', () => {
	it.each([
		['as it is', `no ${SECRET}!`],
		['percent-encoded', `no ${encodeURIComponent(SECRET)}!`],
		['in JSON', `no ${JSON.stringify(SECRET).slice(1, -1)}!`],
		['in HTML', 'no a&quot;b&amp;c d/é😀!'],
		['in HTML by numbers', 'no a&#34;b&#x26;c d/&#233;&#x1F600;!'],
		['partly in HTML', 'no a"b&amp;c d/é😀!'],
		['in JSON of PHP', String.raw`no a\"b&c d\/\u00e9\ud83d\ude00!`],
		['in a form', 'no a%22b%26c+d%2f%c3%a9%f0%9f%98%80!'],
	])('with a secret %s', (_, text) => {
		expect(mask.text(text)).toBe('no [API Secret]!');
	});

	it.each([
		['every time', 'key-1234, key-1234', '[API Key], [API Key]'],
		['with its path', 'https://s.example/admin?x=1', '[Store URL]/admin?x=1'],
		['in other letters', 'HTTPS://S.Example', '[Store URL]'],
		['cut off within one', 'It is key-12…', 'It is [API Key]…'],
		['cut off within an encoded one', 'a%22b%26c%20…', '[API Secret]…'],
		['cut off elsewhere', 'It is a ke…', 'It is a ke…'],
		['without one', 'Invalid credentials', 'Invalid credentials'],
	])('%s', (_, text, masked) => {
		expect(mask.text(text)).toBe(masked);
	});
});

it('the longer of two comes first, where one is part of the other', () => {
	const nested = masking({ 'API Key': 'abcd', 'API Secret': 'abcdefgh' });
	expect(nested.text('abcdefgh abcd')).toBe('[API Secret] [API Key]');
});

it.each(['', 'a', 'abc'])('%j is no secret, and tears no words apart', (short) => {
	expect(masking({ 'API Key': short }).text('abc a')).toBe('abc a');
});

it('half of a character pair does not stop it', () => {
	expect(masking({ 'API Key': 'ab\uD800cd' }).text('ab\uD800cd')).toBe('[API Key]');
});

it('a row is masked to its depth, names and numbers included, and the rest stays as it is', () => {
	const numeric = masking({ 'API Key': '123456' });
	const row = {
		guid: 'g',
		count: 7,
		id: 123456,
		flag: false,
		none: null,
		inner: { list: ['x 123456', { a123456: 1 }] },
	};
	expect(numeric.row(row)).toEqual({
		...row,
		id: '[API Key]',
		inner: { list: ['x [API Key]', { 'a[API Key]': 1 }] },
	});
	expect(row.id).toBe(123456);
});

it('a failure is masked in all that is told of it', () => {
	const { message, facts } = mask.failure(
		new Failure({
			title: 'No key-1234',
			words: `no ${SECRET}`,
			advice: 'see https://s.example',
			outcome: 'refused',
			status: 400,
			kind: 'conflict',
		}),
	);
	expect(facts).toEqual({
		title: 'No [API Key]',
		words: 'no [API Secret]',
		advice: 'see [Store URL]',
		outcome: 'refused',
		status: 400,
		kind: 'conflict',
	});
	expect(message).toBe('No [API Key]. no [API Secret]. see [Store URL].');
});
