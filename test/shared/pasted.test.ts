import { cleanUrl, trimmed } from '../../nodes/shared/pasted';

it.each<[unknown, string]>([
	[' key\n', 'key'],
	['a key', 'a key'],
	[42, '42'],
	['', ''],
	[undefined, ''],
	[null, ''],
])('%j is the text %j', (value, text) => {
	expect(trimmed(value)).toBe(text);
});

it.each<[unknown, string]>([
	['https://shop.example', 'https://shop.example'],
	[' https://shop.example// ', 'https://shop.example'],
	['https://shop.example/rest/V1/', 'https://shop.example'],
	['https://shop.example/REST', 'https://shop.example'],
	['https://shop.example/rest/ar', 'https://shop.example/rest/ar'],
	['https://shop.example/store/rest', 'https://shop.example/store'],
	[undefined, ''],
])('%j is the address %j', (given, address) => {
	expect(cleanUrl(given, /\/rest(\/V1)?$/i)).toBe(address);
});
