import { startSandbox, type ElryanOptions, type ElryanSandbox } from '../../../sandbox';

export type Fields = Record<string, unknown>;

export interface Reply<T = unknown> {
	status: number;
	headers: Headers;
	body: { data: T; error_code: number; message?: string };
}

/** A plain client: what the sandbox says is what the test sees, nothing is repeated or renewed. */
export interface Client {
	shop: ElryanSandbox;
	/** `call('POST /brands/search', body)`, with the pasted token unless another is given. */
	call<T = Fields>(what: string, body?: unknown, token?: string): Promise<Reply<T>>;
	control<T = Fields>(what: string, body?: unknown): Promise<T>;
	close(): Promise<void>;
}

export async function openElryan(options: ElryanOptions = {}): Promise<Client> {
	const sandbox = await startSandbox({ edumalls: { seed: 'empty' }, elryan: options });
	const shop = sandbox.elryan;
	return {
		shop,
		call: async <T>(what: string, body?: unknown, token = shop.account.apiToken) => {
			const [method = '', path = ''] = what.split(' ');
			return await request<T>(shop.url + path, method, body, { authorization: `Bearer ${token}` });
		},
		control: async <T>(what: string, body?: unknown) => {
			const [method = '', path = ''] = what.split(' ');
			const url = shop.url.replace(/api$/, '_sandbox') + path;
			return (await request(url, method, body, {})).body as T;
		},
		close: async () => await sandbox.close(),
	};
}

async function request<T>(
	url: string,
	method: string,
	body: unknown,
	headers: Record<string, string>,
): Promise<Reply<T>> {
	const response = await fetch(url, {
		method,
		redirect: 'manual',
		...(body === undefined
			? { headers }
			: {
					headers: { ...headers, 'content-type': 'application/json' },
					body: typeof body === 'string' ? body : JSON.stringify(body),
				}),
	});
	const text = await response.text();
	return { status: response.status, headers: response.headers, body: tryJson(text) as never };
}

function tryJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
