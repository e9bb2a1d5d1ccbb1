import naughtyStrings from 'big-list-of-naughty-strings/blns.json';
import fc, { type Arbitrary } from 'fast-check';

/** Texts that sellers write, and those that copying, cutting and other programs make of them. */
const TEXTS = [
	'أكواب خزفية',
	'کووپی سیرامیک',
	'\u200Fقهوة (كبيرة)\u200E 250غ',
	'\u202Bاسم\u202C',
	'\u2066SKU-1\u2069',
	'١٢٣',
	'۱۲٫۵۰',
	'1٬234٫5',
	'👩‍👩‍👧 ☕️',
	'\uD83D',
	'cut \uDE00 short',
	'a\u0000b',
	'\uFEFFbom',
	'e\u0301',
	'',
	' ',
	'\t\r\n',
	'A\r\nX-Injected: 1',
	'../../admin',
	'..',
	'.',
	'a/b',
	'a?b=c',
	'a#b',
	'%2F..%2F',
	'%',
	'a\\b',
	'a&b=c;d,e',
	'={{ 1 + 1 }}',
	'{{ $json }}',
	'__proto__',
	'constructor',
	'hasOwnProperty',
	'1,2,,3',
	'null',
	'undefined',
	'NaN',
	'[object Object]',
	'-0',
	'1e21',
	'1e400',
	'0x10',
	'+5',
	'007',
	'9007199254740993',
	'12345678901234567890',
	'2026-02-30',
	'2026-13-01T00:00:00Z',
	'{"a":12345678901234567890}',
	'[{"a":',
	'<script>alert(1)</script>',
	'x'.repeat(100_000),
];

const NUMBERS = [
	0,
	-0,
	-1,
	0.1 + 0.2,
	1e21,
	1e-7,
	2 ** 53 - 1,
	2 ** 53,
	12345678901234567890,
	Number.MAX_VALUE,
	Number.MIN_VALUE,
	NaN,
	Infinity,
	-Infinity,
];

const withKey = (key: string): unknown => JSON.parse(`{"${key}":{"polluted":true}}`);

/** What an expression can yield where a text was meant. */
const THINGS: unknown[] = [
	true,
	false,
	null,
	undefined,
	[],
	[[]],
	[null],
	['a', 'b'],
	[1, '1', { id: 1 }],
	{},
	{ id: 1 },
	{ mode: 'id', value: '1' },
	{ __rl: true, mode: 'id', value: { id: 1 } },
	{ __rl: true, mode: 'nonsense', value: '1' },
	{ __rl: true, mode: 'list', value: null },
	{ values: [{}] },
	{ values: {} },
	{ toString: 'no function' },
	{ length: 1e9 },
	Object.create(null),
	withKey('__proto__'),
	withKey('constructor'),
	new Date('2026-01-15T10:30:00Z'),
	new Date(NaN),
	[new Date(0)],
];

/** A text that may be anything. */
export const anyText: Arbitrary<string> = fc.oneof(
	fc.constantFrom(...TEXTS),
	fc.constantFrom(...naughtyStrings),
	fc.string({ unit: 'binary', maxLength: 20 }),
	fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }).map(String),
);

/** A number that may be any, or none. */
export const anyNumber: Arbitrary<number> = fc.oneof(
	fc.constantFrom(...NUMBERS),
	fc.double(),
	fc.maxSafeInteger(),
);

/** What a parameter may hold by an expression: anything. */
export const anyValue: Arbitrary<unknown> = fc.oneof(
	{ arbitrary: anyText, weight: 4 },
	{ arbitrary: anyNumber, weight: 2 },
	{ arbitrary: fc.constantFrom(...THINGS), weight: 3 },
	{ arbitrary: fc.jsonValue({ maxDepth: 3 }), weight: 1 },
);
