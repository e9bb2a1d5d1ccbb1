import { deflateSync, gzipSync } from 'node:zlib';
import type { Case, Receiver, Row } from './case';
import { event, eventOf, JSON_TYPE, nextOrder, signedRequest } from './event';

const TEXT_TYPE = 'Content-Type: text/plain';
const MIB = 1024 * 1024;

/** JSON as it comes, and the order as the workflow gets it. */
type Written = (id: number) => [text: string | Buffer, order: Row];

const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

/** Bodies that differ from what JSON.stringify would write, so that only the raw bytes verify. */
const READ: Record<string, Written> = {
	'Arabic in UTF-8': (id) => [
		`{"event_code":110,"order":{"order_id":${id},"city":"الرياض"}}`,
		{ order_id: id, city: 'الرياض' },
	],
	'escaped letters, as PHP writes them': (id) => [
		`{"event_code":110,"order":{"order_id":${id},"city":"\\u0645\\u0646\\u0649"}}`,
		{ order_id: id, city: 'منى' },
	],
	'escaped slashes, as PHP writes them': (id) => [
		`{"event_code":110,"order":{"order_id":${id},"url":"a\\/b"}}`,
		{ order_id: id, url: 'a/b' },
	],
	'amounts with their zeros': (id) => [
		`{"event_code":110,"order":{"order_id":${id},"a":24.3500,"b":161.0,"c":1e2,"d":-0.50}}`,
		{ order_id: id, a: 24.35, b: 161, c: 100, d: -0.5 },
	],
	'whole numbers beyond 2^53, kept as text': (id) => [
		`{"event_code":110,"order":{"order_id":${id},"a":12345678901234567890,"b":-9007199254740993}}`,
		{ order_id: id, a: '12345678901234567890', b: '-9007199254740993' },
	],
	'the same key twice, of which the last counts': (id) => [
		`{"event_code":590,"event_code":110,"order":{"order_id":0},"order":{"order_id":${id}}}`,
		{ order_id: id },
	],
	'keys that look like numbers, which JavaScript puts first': (id) => [
		`{"event_code":110,"order":{"order_id":${id},"10":"a","2":"b"}}`,
		{ '2': 'b', '10': 'a', order_id: id },
	],
	'line ends of Windows, and blanks': (id) => [
		`{\r\n\t"event_code": 110,\r\n\t"order": { "order_id": ${id} }\r\n}\r\n`,
		{ order_id: id },
	],
	'a lone surrogate': (id) => [
		`{"event_code":110,"order":{"order_id":${id},"name":"\\ud800"}}`,
		{ order_id: id, name: '\ud800' },
	],
	'NUL in a text': (id) => [
		`{"event_code":110,"order":{"order_id":${id},"name":"a\\u0000b"}}`,
		{ order_id: id, name: 'a\0b' },
	],
	'98 levels inside the order': (id) => [
		`{"event_code":110,"order":{"order_id":${id},"x":${nested(98)}}}`,
		{ order_id: id, x: JSON.parse(nested(98)) },
	],
	'a key that names the prototype, and stays a key': (id) => {
		const order = `{"order_id":${id},"__proto__":{"polluted":1}}`;
		return [`{"event_code":110,"order":${order}}`, JSON.parse(order)];
	},
	'keys that reach for a prototype': (id) => [
		`{"event_code":110,"order":{"order_id":${id},"constructor":{"prototype":{"polluted":1}}}}`,
		{ order_id: id, constructor: { prototype: { polluted: 1 } } },
	],
};

/** What is signed and still no event that can be worked on: 400. */
const UNREADABLE: Record<string, string | Buffer> = {
	nothing: '',
	blanks: ' \r\n\t',
	null: 'null',
	'an empty list': '[]',
	'a text': '"x"',
	'a number': '1',
	true: 'true',
	'an empty object': '{}',
	'an event in a list': '[{"event_code":110,"order":{"order_id":1}}]',
	'an event in the prototype': '{"__proto__":{"event_code":110,"order":{"order_id":1}}}',
	'an event behind a BOM': '\ufeff{"event_code":110,"order":{"order_id":1}}',
	'an event in UTF-16': Buffer.from('{"event_code":110,"order":{"order_id":1}}', 'utf16le'),
	'bytes that are no text': Buffer.from([0xff, 0x00, 0x7b, 0x80]),
	'a form': 'event_code=110&order[order_id]=1',
	XML: '<order><order_id>1</order_id></order>',
	'99 levels inside the order': `{"event_code":110,"order":{"order_id":1,"x":${nested(99)}}}`,
	'100,000 levels of lists': nested(100_000),
	'100,000 levels inside the order': `{"event_code":110,"order":{"order_id":1,"x":${nested(100_000)}}}`,
	'100,000 levels of objects': `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
};

/** The contents of a body, well-formed and not. */
export function bodyCases({ url, secrets: [secret = ''] }: Receiver): Case[] {
	const read = Object.entries(READ).map(([name, write]): Case => {
		const [text, order] = write(nextOrder());
		const { body, row } = eventOf(text, order);
		return { name, bytes: signedRequest(url, body, secret), status: 200, rows: [row] };
	});
	const unreadable = Object.entries(UNREADABLE).map(([name, body]): Case => {
		const bytes = signedRequest(url, body, secret, { headers: [TEXT_TYPE] });
		return { name, bytes, status: 400 };
	});
	const forged = Object.entries(UNREADABLE).map(([name, body]): Case => {
		const bytes = signedRequest(url, body, 'forged', { headers: [TEXT_TYPE] });
		return { name: `${name}, forged`, bytes, status: 401 };
	});
	const rewritten = Object.entries(READ).flatMap(([name, write]): Case[] => {
		const body = write(nextOrder())[0].toString();
		const again = JSON.stringify(JSON.parse(body));
		if (again === body) return [];
		const bytes = signedRequest(url, again, secret, { body });
		return [{ name: `${name}, signed as JSON.stringify would write it`, bytes, status: 401 }];
	});
	return [...read, ...rewritten, ...unreadable, ...forged];
}

const json = (of: string): string[] => [JSON_TYPE, `Content-Encoding: ${of}`];

/** An event of exactly this size. */
function eventOfSize(size: number) {
	const id = nextOrder();
	const frame = `{"event_code":110,"order":{"order_id":${id},"x":""}}`;
	const x = 'x'.repeat(size - frame.length);
	return eventOf(frame.replace('"x":""', `"x":"${x}"`), { order_id: id, x });
}

/** Sizes and compressions. n8n hands on the body as it was before it was compressed, and that is what is signed. */
export function sizeCases({ url, secrets: [secret = ''] }: Receiver): Case[] {
	const packed = (
		name: string,
		encoding: string,
		pack: (body: Buffer) => Buffer,
		status: number,
	) => {
		const { body, row } = event();
		const headers = json(encoding);
		const call = signedRequest(url, body, secret, { headers, body: pack(body) });
		return { name, bytes: call, status, rows: status === 200 ? [row] : undefined };
	};
	const zipped = gzipSync(event().body);
	const bomb = gzipSync(Buffer.alloc(64 * MIB, 'a'));
	const big = eventOfSize(4 * MIB);
	const tooBig = Buffer.alloc(16 * MIB + 1, ' ');
	return [
		packed('gzip', 'gzip', gzipSync, 200),
		packed('deflate', 'deflate', deflateSync, 200),
		packed('n8n: a name of gzip in capitals is not known', 'GZIP', gzipSync, 422),
		packed('n8n: what calls itself gzip and is not', 'gzip', (body) => body, 500),
		packed('n8n: gzip that ends too early', 'gzip', (body) => gzipSync(body).subarray(0, -12), 500),
		packed('n8n: an encoding that it does not know', 'br', gzipSync, 422),
		{
			name: 'gzip whose compressed form was signed',
			bytes: signedRequest(url, zipped, secret, { headers: json('gzip') }),
			status: 401,
		},
		{
			name: 'n8n: 64 kB that unpack to 64 MiB',
			bytes: signedRequest(url, bomb, secret, { headers: json('gzip') }),
			status: 500,
		},
		{ name: '4 MiB', bytes: signedRequest(url, big.body, secret), status: 200, rows: [big.row] },
		{
			name: 'n8n: a byte more than 16 MiB',
			bytes: signedRequest(url, tooBig, secret),
			status: 500,
		},
		{
			name: 'n8n: 20 MiB that are only announced',
			bytes: signedRequest(url, '{}', secret, { contentLength: 20 * MIB }),
			status: 500,
		},
	];
}
