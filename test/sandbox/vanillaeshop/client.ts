import {
	startVanillaEshop,
	type VanillaEshopOptions,
	type VanillaEshopSandbox,
} from '../../../sandbox/vanillaeshop';
import { isObject } from '../../../sandbox/shared/json';

export type Fields = Record<string, unknown>;

export interface Reply {
	status: number;
	headers: Headers;
	text: string;
	/** The JSON object of the answer; empty where there is none. */
	body: Fields;
	/** Its `data`, where that is an object. */
	data: Fields;
}

/** A plain client: what the sandbox says is what the test sees, nothing is repeated or followed. */
export interface Client {
	shop: VanillaEshopSandbox;
	/** `call('POST /customer', body)`, in JSON; the path goes below `/v1/in`. */
	call(what: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
	control(what: string, body?: unknown): Promise<unknown>;
	close(): Promise<void>;
}

export async function openVanilla(options: VanillaEshopOptions = {}): Promise<Client> {
	const shop = await startVanillaEshop(options);
	return {
		shop,
		call: async (what, body, headers = {}) => {
			const [method = '', path = ''] = what.split(' ');
			return await request(`${shop.url}/v1/in${path}`, method, body, {
				accept: 'application/json',
				...headers,
			});
		},
		control: async (what, body) => {
			const [method = '', path = ''] = what.split(' ');
			const { text } = await request(`${shop.url}/_sandbox${path}`, method, body, {});
			const value: unknown = JSON.parse(text);
			return value;
		},
		close: async () => await shop.close(),
	};
}

async function request(
	url: string,
	method: string,
	body: unknown,
	headers: Record<string, string>,
): Promise<Reply> {
	const typed: Record<string, string> =
		body === undefined ? {} : { 'content-type': 'application/json' };
	const response = await fetch(url, {
		method,
		redirect: 'manual',
		headers: { ...typed, ...headers },
		...(body === undefined ? {} : { body: textOf(body) }),
	});
	const text = await response.text();
	const answer = objectIn(text);
	const { status, headers: received } = response;
	const data = isObject(answer.data) ? answer.data : {};
	return { status, headers: received, text, body: answer, data };
}

const textOf = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));

function objectIn(text: string): Fields {
	try {
		const value: unknown = JSON.parse(text);
		return isObject(value) ? value : {};
	} catch {
		return {};
	}
}
