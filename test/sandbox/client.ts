import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
	startSandbox,
	type EdumallsOptions,
	type EdumallsSandbox,
	type Sandbox,
} from '../../sandbox';

export type Fields = Record<string, unknown>;

export interface Reply<T = Fields> {
	status: number;
	headers: Headers;
	text: string;
	body: T;
}

/** A plain client: what the sandbox says is what the test sees, nothing is repeated or renewed. */
export interface Client {
	sandbox: Sandbox;
	shop: EdumallsSandbox;
	login(username?: string, password?: string): Promise<Reply<string | Fields>>;
	call<T = Fields>(action: string, data?: Fields): Promise<Reply<T>>;
	/** Any request with the token at hand. */
	send<T = Fields>(resource: string, body: unknown, headers?: Fields): Promise<Reply<T>>;
	control<T = Fields>(call: string, body?: unknown): Promise<Reply<T>>;
	close(): Promise<void>;
}

const BASE = '/rest/V1/integration/seller';

export async function openShop(options: EdumallsOptions = {}): Promise<Client> {
	const sandbox = await startSandbox({ edumalls: options });
	const shop = sandbox.edumalls;
	let token = '';
	const send: Client['send'] = async <T>(resource: string, body: unknown, headers: Fields = {}) =>
		await request<T>(`${shop.url}${BASE}/${resource}`, 'POST', body, {
			authorization: `Bearer ${token}`,
			...headers,
		});
	const client: Client = {
		sandbox,
		shop,
		send,
		async login(username = shop.account.username, password = shop.account.password) {
			const reply = await send<string | Fields>('token', { username, password });
			if (typeof reply.body === 'string') token = reply.body;
			return reply;
		},
		call: async (action, data = {}) => await send(resourceOf(action), { action, data }),
		control: async (call, body) => {
			const [method = '', path = ''] = call.split(' ');
			return await request(`${shop.url}/_sandbox${path}`, method, body);
		},
		close: async () => await sandbox.close(),
	};
	await client.login();
	shop.resetStats();
	return client;
}

const resourceOf = (action: string): string =>
	['product', 'customer'].find((name) => action.includes(name)) ?? 'order';

async function request<T>(
	url: string,
	method: string,
	body: unknown,
	headers: Fields = {},
): Promise<Reply<T>> {
	const response = await fetch(url, {
		method,
		redirect: 'manual',
		headers: { 'content-type': 'application/json', ...(headers as Record<string, string>) },
		body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
	});
	const text = await response.text();
	return { status: response.status, headers: response.headers, text, body: tryJson<T>(text) };
}

function tryJson<T>(text: string): T {
	try {
		return JSON.parse(text) as T;
	} catch {
		return undefined as T;
	}
}

export interface Received {
	headers: IncomingHttpHeaders;
	raw: Buffer;
}

export interface Receiver {
	url: string;
	received: Received[];
	/** Statuses to answer with, one after the other; the last one stays. */
	answer(...statuses: number[]): void;
	close(): Promise<void>;
}

/** A seller's webhook address. */
export async function openReceiver(): Promise<Receiver> {
	const received: Received[] = [];
	let statuses = [200];
	const server: Server = createServer((incoming, response) => {
		const chunks: Buffer[] = [];
		incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
		incoming.on('end', () => {
			received.push({ headers: incoming.headers, raw: Buffer.concat(chunks) });
			const status = (statuses.length > 1 ? statuses.shift() : statuses[0]) ?? 200;
			// 0 stands for an answer that never comes.
			if (status !== 0) response.writeHead(status).end();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
		received,
		answer: (...next) => {
			statuses = next;
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** Waits for something that happens on its own, up to two seconds. */
export async function until(met: () => boolean): Promise<void> {
	for (let waited = 0; !met(); waited += 5) {
		if (waited > 2000) throw new Error('It did not happen within two seconds');
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}
