import nock from 'nock';
import { forgetLogins } from '../../nodes/shared/login';
import { forgetProbes } from '../../nodes/shared/probe';
import type { Service } from '../marketplaces';

/** A request as it came over the wire. */
export interface Sent {
	method: string;
	/** From the credential's address on, neither decoded nor normalised, without the query. */
	path: string;
	query: string;
	/** Parsed where it is JSON. */
	body: unknown;
	headers: Record<string, unknown>;
}

/** What the service answers. */
export interface Reply {
	status?: number;
	body?: unknown;
	headers?: Record<string, string>;
}

/** What n8n's client hands to the interceptor. */
interface Wire {
	path: string;
	headers: Record<string, unknown>;
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Takes whatever is sent to a service, and answers as `reply` says. Nothing else can be reached. */
export function answering(service: Service, reply: (sent: Sent) => Reply | Promise<Reply>): Sent[] {
	forgetLogins();
	forgetProbes();
	nock.cleanAll();
	nock.disableNetConnect();
	const { origin, pathname } = new URL(service.baseUrl);
	const base = pathname.replace(/\/$/, '');
	const sent: Sent[] = [];
	for (const method of METHODS) {
		nock(origin)
			.persist()
			.intercept(() => true, method)

			.reply(async function (this: { req: Wire }, _uri, body) {
				const [path, query = ''] = this.req.path.split(/\?(.*)/s);
				const one = {
					method,
					path: path.slice(base.length),
					query,
					body,
					headers: this.req.headers,
				};
				sent.push(one);
				const { status = 200, body: answer, headers } = await reply(one);
				return [
					status,
					answer as nock.ReplyBody,
					{ 'content-type': 'application/json', ...headers },
				];
			});
	}
	return sent;
}

/** The interceptor would stay for the test files that the same process runs next. */
export function stopAnswering(): void {
	nock.cleanAll();
	nock.enableNetConnect();
	nock.restore();
}
