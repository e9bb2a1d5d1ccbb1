import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A request as a test looks at it. */
export interface Seen {
	method: string;
	path: string;
	query: URLSearchParams;
	headers: IncomingMessage['headers'];
	/** Parsed JSON, or the text. */
	body: unknown;
	/** Counted from 1. */
	count: number;
	at: number;
}

/** What the server does about a request. */
export interface Reply {
	status?: number;
	body?: unknown;
	headers?: Record<string, string>;
	delayMs?: number;
	/** Closes the connection instead of answering. */
	reset?: true;
	/** Sends the headers and then nothing. */
	stall?: true;
}

export type Handler = (seen: Seen) => Reply;

const parse = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
};

/** A real HTTP server on a free local port, which answers as the test says and remembers what came. */
export async function startServer(handler: Handler) {
	const requests: Seen[] = [];
	const sockets = new Set<Socket>();
	let inFlight = 0;
	const state = { handler, mostInFlight: 0 };
	const server = createServer((request, response) => {
		inFlight++;
		state.mostInFlight = Math.max(state.mostInFlight, inFlight);
		response.on('close', () => inFlight--);
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const url = new URL(request.url ?? '/', 'http://localhost');
			const seen: Seen = {
				method: request.method ?? '',
				path: url.pathname,
				query: url.searchParams,
				headers: request.headers,
				body: parse(Buffer.concat(chunks).toString('utf8')),
				count: requests.length + 1,
				at: Date.now(),
			};
			requests.push(seen);
			const reply = state.handler(seen);
			setTimeout(() => {
				if (reply.reset) return request.socket.destroy();
				const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
				const headers = { 'content-type': 'application/json', ...reply.headers };
				if (reply.stall) {
					response.writeHead(200, { ...headers, 'content-length': '1000' });
					return response.flushHeaders();
				}
				response.writeHead(reply.status ?? 200, headers);
				return response.end(text ?? '');
			}, reply.delayMs ?? 0);
		});
	});
	server.on('connection', (socket) => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		requests,
		state,
		async close() {
			for (const socket of sockets) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
