import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** Who has no answer by then is left hanging. Long, since other programs may slow n8n down. */
const PATIENCE_MS = 45_000;

/** All that a connection brought. */
export interface Answer {
	/** Of each response, in order; `100 Continue` is none. Empty where the connection was closed without one. */
	statuses: number[];
	text: string;
	isHanging: boolean;
}

/** How the bytes are sent, where it is not all at once. */
export interface Manner {
	/** The sender ends its side of the connection after the last byte. */
	hangsUp?: true;
	/** In pieces of this many bytes, with a short pause between. */
	pieces?: number;
}

export interface RequestParts {
	method?: string;
	/** What is appended to the address. */
	query?: string;
	/** What stands in the place of the address's path. */
	path?: string;
	/** Whole lines, sent as they are: `Name: value`. */
	headers?: readonly string[];
	body?: Buffer | string;
	/** What the header says instead of the true length; `null` leaves it out. */
	contentLength?: number | string | null;
	/** The connection stays open for another request. */
	isKeptAlive?: true;
	version?: string;
}

/** A request as bytes: an HTTP client would be too polite to send most of what is tried here. */
export function requestTo(url: string, parts: RequestParts = {}): Buffer {
	const { method = 'POST', query = '', version = 'HTTP/1.1', headers = [] } = parts;
	const { pathname, host } = new URL(url);
	const body = Buffer.from(parts.body ?? '');
	const length = parts.contentLength === undefined ? body.length : parts.contentLength;
	const lines = [
		`${method} ${parts.path ?? pathname}${query} ${version}`,
		`Host: ${host}`,
		`Connection: ${parts.isKeptAlive ? 'keep-alive' : 'close'}`,
		...headers,
		...(length === null ? [] : [`Content-Length: ${length}`]),
	];
	return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body]);
}

/** Sends bytes and is gone, so many milliseconds later, without waiting for an answer. */
export async function leave(url: string, bytes: Buffer, afterMs: number): Promise<void> {
	const { hostname, port } = new URL(url);
	const socket = connect(Number(port), hostname);
	socket.on('error', () => undefined);
	await new Promise<void>((resolve) => socket.write(bytes, () => resolve()));
	await delay(afterMs);
	socket.destroy();
}

/** Sends bytes over a connection of their own, and gives all that comes back. */
export async function exchange(url: string, bytes: Buffer, manner: Manner = {}): Promise<Answer> {
	const { hostname, port } = new URL(url);
	const socket = connect(Number(port), hostname);
	const received: Buffer[] = [];
	const closed = new Promise<void>((resolve) => {
		socket.on('data', (data) => received.push(data));
		// A server that refuses while the sender still sends may reset the connection: what it said counts.
		socket.on('error', () => resolve());
		socket.on('end', () => resolve());
		socket.on('close', () => resolve());
	});
	const timer = new AbortController();
	const late = delay(PATIENCE_MS, true, { signal: timer.signal }).catch(() => false);
	const size = manner.pieces ?? Math.max(bytes.length, 1);
	for (let at = 0; at < bytes.length; at += size) {
		socket.write(bytes.subarray(at, at + size));
		if (manner.pieces !== undefined) await delay(2);
	}
	if (manner.hangsUp) socket.end();
	const isHanging = (await Promise.race([closed, late])) === true;
	timer.abort();
	socket.destroy();
	const text = Buffer.concat(received).toString('latin1');
	const statuses = [...text.matchAll(/HTTP\/1\.1 (\d{3}) [A-Z]/g)].map(([, status]) =>
		Number(status),
	);
	return { statuses: statuses.filter((status) => status !== 100), text, isHanging };
}
