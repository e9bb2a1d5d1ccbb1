import {
	startDispatch,
	type DispatchOptions,
	type DispatchSandbox,
} from '../../../sandbox/dispatch';
import { TRIGGERS } from '../../../sandbox/dispatch/triggers';
import type { EntityType } from '../../../sandbox/dispatch/types';

export type Fields = Record<string, unknown>;

export interface Reply<T = Fields> {
	status: number;
	headers: Headers;
	body: { success: boolean; data: T; error?: { code: string; message: string } };
}

/** A plain client: what the sandbox says is what the test sees, nothing is repeated or renewed. */
export interface Client {
	dispatch: DispatchSandbox;
	/** `call('GET /workflows/triggers/Order')`, below `/api`, with the token unless another is given. */
	call<T = Fields>(what: string, body?: unknown, token?: string): Promise<Reply<T>>;
	control<T = Fields>(what: string, body?: unknown): Promise<T>;
	/** Makes a workflow over the API and gives its id. */
	configure(entityType: EntityType, code: string, action: Fields, rest?: Fields): Promise<string>;
	close(): Promise<void>;
}

export async function openDispatch(options: DispatchOptions = {}): Promise<Client> {
	const dispatch = await startDispatch(options);
	const client: Client = {
		dispatch,
		call: async <T>(what: string, body?: unknown, token = dispatch.account.apiToken) => {
			const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
			return await request<T>(`${dispatch.url}/api`, what, body, headers);
		},
		control: async <T>(what: string, body?: unknown) =>
			(await request(`${dispatch.url}/_sandbox`, what, body, {})).body as T,
		async configure(entityType, code, action, rest = {}) {
			const triggerId = triggerOf(entityType, code);
			const body = { name: `${code} ${String(action.type)}`, entityType, triggerId, action };
			const reply = await client.call('POST /workflows/configure', { ...body, ...rest });
			if (reply.status !== 200) throw new Error(JSON.stringify(reply.body));
			return String(reply.body.data.guid);
		},
		close: dispatch.close,
	};
	return client;
}

export const triggerOf = (entityType: EntityType, code: string): string =>
	TRIGGERS[entityType].find((trigger) => trigger.code === code)?.guid ?? 'no such trigger';

export const errorOf = ({ status, body }: Reply<unknown>): unknown[] => [
	status,
	body.success,
	body.error?.code,
	body.error?.message,
];

async function request<T>(
	base: string,
	what: string,
	body: unknown,
	headers: Record<string, string>,
): Promise<Reply<T>> {
	const [method = '', path = ''] = what.split(' ');
	const response = await fetch(base + path, {
		method,
		redirect: 'manual',
		headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
		body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
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
