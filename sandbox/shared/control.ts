import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isObject, messageOf } from './json';
import { parseBody } from './server';
import { ControlError } from './controlError';

export interface ControlCall<S> {
	sandbox: S;
	body: Record<string, unknown>;
	/** The `:id` or the like of the path. */
	params: Record<string, string>;
}

export type ControlRoute<S> = (call: ControlCall<S>) => unknown;
export type ControlRoutes<S> = Record<string, ControlRoute<S>>;

/** A sandbox's own address space, `/_sandbox`: JSON in, JSON out, never logged, never faulty. */
export function mountControl<S>(app: FastifyInstance, sandbox: S, routes: ControlRoutes<S>): void {
	for (const [key, run] of Object.entries(routes)) {
		const [method, url] = key.split(' ') as ['GET' | 'POST' | 'PUT' | 'DELETE', string];
		app.route({
			method,
			url,
			handler: async (request, reply) => await answer(sandbox, run, request, reply),
		});
	}
	app.all('/_sandbox/*', (_request, reply) => {
		return sendJson(reply, 404, {
			error: 'No such control call',
			calls: Object.keys(routes),
		});
	});
}

async function answer<S>(
	sandbox: S,
	run: ControlRoute<S>,
	request: FastifyRequest,
	reply: FastifyReply,
): Promise<FastifyReply> {
	try {
		const { body = {}, malformed } = parseBody(request);
		if (malformed || !isObject(body)) throw new ControlError('The body must be a JSON object');
		const params = request.params as Record<string, string>;
		return sendJson(reply, 200, await run({ sandbox, body, params }));
	} catch (error) {
		const status = error instanceof ControlError ? error.status : 400;
		return sendJson(reply, status, { error: messageOf(error) });
	}
}

/** Indented, because people read it with curl. */
const sendJson = (reply: FastifyReply, status: number, value: unknown): FastifyReply =>
	reply
		.code(status)
		.header('content-type', 'application/json; charset=utf-8')
		.send(`${JSON.stringify(value ?? null, null, 2)}\n`);
