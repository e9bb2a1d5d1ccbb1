import type { Case, Receiver } from './case';
import { event, type Event, JSON_TYPE, signatureLine, signatureOf, signedRequest } from './event';
import { type Manner, type RequestParts, requestTo } from './wire';

const CHUNKED = 'Transfer-Encoding: chunked';

/** A body in chunks of 7 bytes. */
function chunks(body: Buffer, end = '0\r\n\r\n'): Buffer {
	const parts: Buffer[] = [];
	for (let at = 0; at < body.length; at += 7) {
		const piece = body.subarray(at, at + 7);
		parts.push(Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n'));
	}
	return Buffer.concat([...parts, Buffer.from(end)]);
}

interface Oddity {
	status: number | readonly number[];
	starts?: true;
	parts?: (event: Event, secret: string) => RequestParts;
	manner?: Manner;
	responses?: number;
}

const line = ({ body }: Event, secret: string) => signatureLine(signatureOf(body, secret));

const chunked =
	(end?: string, more: string[] = []) =>
	(event: Event, secret: string): RequestParts => ({
		headers: [line(event, secret), JSON_TYPE, CHUNKED, ...more],
		contentLength: null,
		body: chunks(event.body, end),
	});

const withBody =
	(change: (body: Buffer) => Buffer | string, more: RequestParts = {}) =>
	(event: Event, secret: string): RequestParts => ({
		headers: [line(event, secret), JSON_TYPE],
		body: change(event.body),
		...more,
	});

const length =
	(of: (size: number) => number | string | null) => (event: Event, secret: string) => ({
		headers: [line(event, secret), JSON_TYPE],
		body: event.body,
		contentLength: of(event.body.length),
	});

const method = (name: string) => (): RequestParts => ({ method: name });

/** The same request, sent in ways that HTTP allows or forbids. */
const ODDITIES: Record<string, Oddity> = {
	'in chunks': { status: 200, starts: true, parts: chunked() },
	'byte by byte': { status: 200, starts: true, manner: { pieces: 24 } },
	'over HTTP/1.0': { status: 200, starts: true, parts: () => ({ version: 'HTTP/1.0' }) },
	'with a slash behind the address': { status: 200, starts: true, parts: () => ({ query: '/' }) },
	'with a query nobody asked for': {
		status: 200,
		starts: true,
		parts: () => ({ query: '?a=1&a[]=2' }),
	},
	'that asks first whether it may': {
		status: 200,
		starts: true,
		parts: (event, secret) => ({
			headers: [line(event, secret), JSON_TYPE, 'Expect: 100-continue'],
		}),
	},
	'with a trailer behind its chunks': {
		status: 200,
		starts: true,
		parts: (event, secret) => chunked('0\r\nX-Trailer: 1\r\n\r\n')(event, secret),
	},
	'with its signature in the trailer only': {
		status: 401,
		parts: (event, secret) => ({
			...chunked(`0\r\n${line(event, secret)}\r\n\r\n`)(event, secret),
			headers: [JSON_TYPE, CHUNKED, 'Trailer: X-IntegrationHub-Signature'],
		}),
	},
	'whose body is empty': { status: 401, parts: withBody(() => '') },
	'whose body is cut, and so is its length': {
		status: 401,
		parts: (event, secret) => ({
			headers: [line(event, secret), 'Content-Type: text/plain'],
			body: event.body.subarray(0, -5),
		}),
	},
	'whose connection ends in mid-body': {
		status: 400,
		manner: { hangsUp: true },
		parts: length((size) => size + 10),
	},
	'whose connection ends in mid-chunk': {
		status: 400,
		manner: { hangsUp: true },
		parts: chunked(''),
	},
	'with a chunk of no size': {
		status: 400,
		parts: (event, secret) => ({ ...chunked()(event, secret), body: 'zz\r\n{}\r\n0\r\n\r\n' }),
	},
	'with a chunk of a size beyond all numbers': {
		status: 400,
		parts: (event, secret) => ({
			...chunked()(event, secret),
			body: 'fffffffffffffffff\r\n{}\r\n',
		}),
	},
	'with a length and chunks': {
		status: 400,
		parts: (event, secret) => ({ headers: [line(event, secret), CHUNKED] }),
	},
	'with two lengths': {
		status: 400,
		parts: (event, secret) => ({ headers: [line(event, secret), 'Content-Length: 3'] }),
	},
	'without a length': { status: 400, parts: length(() => null) },
	'with a length below zero': { status: 400, parts: length(() => -1) },
	'with a length that is no number': { status: 400, parts: length(() => 'abc') },
	'with a length beyond all numbers': { status: 400, parts: length(() => '9'.repeat(20)) },
	'that expects what nobody can': {
		status: 417,
		parts: (event, secret) => ({ headers: [line(event, secret), JSON_TYPE, 'Expect: 200-ok'] }),
	},
	'by GET': { status: 404, parts: method('GET') },
	'by PUT': { status: 404, parts: method('PUT') },
	'by HEAD': { status: 404, parts: method('HEAD') },
	'by DELETE': { status: 404, parts: method('DELETE') },
	'by PATCH': { status: 404, parts: method('PATCH') },
	'by OPTIONS, which n8n answers itself': { status: 204, parts: method('OPTIONS') },
	'by TRACE, which n8n calls its own error': { status: 500, parts: method('TRACE') },
	'by a method in small letters': { status: 400, parts: method('post') },
	'by a method that is none': { status: 400, parts: method('BREW') },
	'by CONNECT, which is hung up on': { status: 200, responses: 0, parts: method('CONNECT') },
};

function oddityCase(url: string, secret: string, name: string, oddity: Oddity): Case {
	const { status, starts, manner, responses, parts } = oddity;
	const sent = event();
	const headers = [line(sent, secret), JSON_TYPE];
	const bytes = requestTo(url, { body: sent.body, headers, ...parts?.(sent, secret) });
	const rows = starts ? [sent.row] : undefined;
	return { name: `a signed event ${name}`, bytes, manner, status, responses, rows };
}

/** Several requests on one connection, one behind the other. */
function pipelined(url: string, secret: string, secrets: string[], status: number): Case {
	const events = secrets.map(() => event());
	const requests = events.map(({ body }, index) => {
		const isLast = index === events.length - 1;
		const parts: RequestParts = isLast ? {} : { isKeptAlive: true };
		return signedRequest(url, body, secrets[index] ?? '', parts);
	});
	const rows = events.filter((_, index) => secrets[index] === secret).map(({ row }) => row);
	return {
		name: `${events.length} requests in one go`,
		bytes: Buffer.concat(requests),
		status: [200, status],
		responses: events.length,
		rows,
	};
}

/** HTTP as nobody sends it on purpose. */
export function transportCases({ url, secrets: [secret = ''] }: Receiver): Case[] {
	const garbage = Buffer.from([0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3, 0, 0, 0x0d, 0x0a]);
	return [
		...Object.entries(ODDITIES).map(([name, oddity]) => oddityCase(url, secret, name, oddity)),
		{ name: 'the first bytes of TLS', bytes: garbage, status: 400 },
		pipelined(url, secret, [secret, secret, secret], 200),
		pipelined(url, secret, [secret, 'forged', secret], 401),
	];
}
