import { Agent, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

export interface Reply {
	status: number;
	body: unknown;
}

/** Calls of one account with as little as Node needs for them. */
export interface Client {
	/** Sends until the shop does not say that it is too much. */
	send(path: string, body: unknown): Promise<Reply>;
	close(): void;
}

const TOO_MANY = 429;

/** What one call brought. */
export interface Once {
	status: number;
	text: string;
	/** Seconds, where the shop says so. */
	retryAfter: string | undefined;
}

/** A client of whatever sends once; a 429 holds all calls back. */
export function clientOf(
	once: (path: string, text: string) => Promise<Once>,
	close: () => void,
): Client {
	let resumeAt = 0;

	const answered = async (path: string, sent: string): Promise<Reply> => {
		const { status, text, retryAfter = 1 } = await once(path, sent);
		if (status === TOO_MANY) resumeAt = Date.now() + Number(retryAfter) * 1000;
		return { status, body: JSON.parse(text) as unknown };
	};

	return {
		send: async (path, body) => {
			const text = JSON.stringify(body);
			for (;;) {
				const wait = resumeAt - Date.now();
				if (wait > 0) await delay(wait);
				else {
					const reply = await answered(path, text);
					if (reply.status !== TOO_MANY) return reply;
				}
			}
		},
		close,
	};
}

/** Connections that stay open, as many as calls may be in flight. */
export function createClient(url: string, token: string, bound: number): Client {
	const { hostname, port, pathname } = new URL(url);
	const base = pathname.replace(/\/$/, '');
	const agent = new Agent({ keepAlive: true, maxSockets: bound });

	const once = async (path: string, text: string): Promise<Once> =>
		await new Promise((resolve, reject) => {
			const headers = {
				authorization: `Bearer ${token}`,
				'content-type': 'application/json',
				'content-length': Buffer.byteLength(text),
			};
			const options = { agent, hostname, port, path: base + path, method: 'POST', headers };
			const asked = request(options, (answer) => {
				const parts: Buffer[] = [];
				answer.on('data', (part: Buffer) => parts.push(part));
				answer.on('error', reject);
				answer.on('end', () => {
					const { statusCode: status = 0, headers: told } = answer;
					const text = Buffer.concat(parts).toString();
					resolve({ status, text, retryAfter: told['retry-after'] });
				});
			});
			asked.on('error', reject);
			asked.end(text);
		});

	return clientOf(once, () => agent.destroy());
}
