import { Trouble } from '../lib/trouble';

/** Who owns the n8n that these scripts start. It listens on this machine only: no secret. */
export interface Owner {
	email: string;
	password: string;
}

export const demoOwner: Owner = { email: 'owner@marketplaces.example', password: 'Marketplaces1' };

export class N8nApiError extends Error {
	constructor(
		readonly status: number,
		readonly path: string,
		message: string,
	) {
		super(`n8n answered ${status} to ${path}: ${message}`);
		this.name = 'N8nApiError';
	}
}

/** One call of n8n's internal API, signed in. `T` is what its `data` is expected to be. */
export type N8nRequest = <T>(method: string, path: string, body?: unknown) => Promise<T>;

export interface N8nSession {
	url: string;
	request: N8nRequest;
	/** For a browser that is to be signed in too. */
	cookie: { name: string; value: string };
}

interface Settings {
	userManagement: { showSetupOnFirstLoad: boolean };
}

/** Signs in; on an n8n that has no owner yet, makes one. */
export async function signIn(url: string, owner: Owner = demoOwner): Promise<N8nSession> {
	const settings = await call<Settings>(url, 'GET', '/rest/settings');
	const path = settings.data.userManagement.showSetupOnFirstLoad
		? { path: '/rest/owner/setup', body: { ...owner, firstName: 'Sam', lastName: 'Seller' } }
		: { path: '/rest/login', body: { emailOrLdapLoginId: owner.email, password: owner.password } };
	const answer = await call<unknown>(url, 'POST', path.path, path.body).catch((error: unknown) => {
		if (!(error instanceof N8nApiError) || error.status !== 401) throw error;
		throw new Trouble(
			`n8n does not let ${owner.email} in: its password was changed. Change it back to ` +
				'the one in scripts/n8n/session.ts, or delete .cache/n8n-home to begin anew.',
		);
	});
	const cookie = cookieOf(answer.headers);
	const request: N8nRequest = async <T>(method: string, path: string, body?: unknown) => {
		const { data } = await call<T>(url, method, path, body, cookie);
		return data;
	};
	return { url, request, cookie };
}

function cookieOf(headers: Headers): { name: string; value: string } {
	const line = headers.getSetCookie().find((text) => text.startsWith('n8n-auth='));
	const value = line?.slice('n8n-auth='.length).split(';')[0];
	if (!value) throw new Error('n8n gave no session cookie');
	return { name: 'n8n-auth', value };
}

const timeoutMs = 60_000;

async function call<T>(
	url: string,
	method: string,
	path: string,
	body?: unknown,
	cookie?: { name: string; value: string },
): Promise<{ data: T; headers: Headers }> {
	const response = await fetch(`${url}${path}`, {
		method,
		headers: {
			...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
			...(cookie ? { Cookie: `${cookie.name}=${cookie.value}` } : {}),
		},
		body: body === undefined ? undefined : JSON.stringify(body),
		signal: AbortSignal.timeout(timeoutMs),
	});
	const text = await response.text();
	const parsed = parse(text);
	if (!response.ok) {
		throw new N8nApiError(response.status, path, parsed.message ?? text.slice(0, 300));
	}
	return { data: parsed.data as T, headers: response.headers };
}

function parse(text: string): { data?: unknown; message?: string } {
	if (text === '') return {};
	try {
		return JSON.parse(text) as { data?: unknown; message?: string };
	} catch {
		return {};
	}
}
