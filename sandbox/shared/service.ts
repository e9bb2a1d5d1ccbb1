import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
	breakConnection,
	breaksConnection,
	faultyAnswer,
	json,
	send,
	type Answer,
	type Voice,
} from './answer';
import type { Timers } from './clock';
import { defaultWhen, type Fault, type FaultList } from './faults';
import type { RateLimiter } from './rateLimit';
import type { LoggedRequest, RequestLog } from './requestLog';
import { parseBody } from './server';

/** One API request as a service sees it. `entry` is its line in the log, for the service to fill. */
export interface ApiRequest {
	method: string;
	path: string;
	/** The path with its query. */
	url: string;
	headers: Record<string, string | string[]>;
	body: unknown;
	malformed: boolean;
	/** The body as it came: parsing moves keys that look like numbers to the front. */
	text: string;
	entry: LoggedRequest;
}

export interface ServiceParts {
	log: RequestLog;
	faults: FaultList;
	limiter: RateLimiter;
	timers: Timers;
	/** What faults and logs call this request, e.g. the `action` of its body. */
	actionOf(body: unknown, method: string, path: string): string | undefined;
	voice: Voice;
	/** The answer to a token that is no longer good. */
	refusedToken(): Answer;
	handle(request: ApiRequest): Answer;
}

/**
 * Everything around a service's own behaviour, the same for all of them: log, limit, faults.
 * Paths under `/_sandbox` are no API and never pass here.
 */
export function mountService(app: FastifyInstance, parts: ServiceParts): void {
	app.all('/*', async (request, reply) => await serve(request, reply, parts));
}

async function serve(
	request: FastifyRequest,
	reply: FastifyReply,
	parts: ServiceParts,
): Promise<FastifyReply> {
	const { body, malformed, text } = parseBody(request);
	const [path = '/'] = request.url.split('?');
	const { entry, end } = parts.log.begin({
		method: request.method,
		path,
		headers: request.headers,
		body,
	});
	const action = parts.actionOf(body, request.method, path);
	if (action !== undefined) entry.action = action;
	reply.raw.on('close', end);

	const apiRequest: ApiRequest = {
		method: request.method,
		path,
		url: request.url,
		headers: definedHeaders(request.headers),
		body,
		malformed,
		text,
		entry,
	};
	if (!parts.limiter.take()) return answer(reply, entry, tooMany(parts));
	return await serveWithFaults(apiRequest, reply, parts);
}

async function serveWithFaults(
	request: ApiRequest,
	reply: FastifyReply,
	parts: ServiceParts,
): Promise<FastifyReply> {
	const { entry } = request;
	const faults = parts.faults.take({ action: entry.action, path: request.path });
	const at = (when: 'before' | 'after'): Fault[] =>
		faults.filter((fault) => (fault.when ?? defaultWhen(fault.kind)) === when);
	if (faults.length > 0) entry.fault = faults.map(({ kind }) => kind).join(', ');

	await delay(at('before'), parts.timers);
	const early = at('before').find(({ kind }) => kind !== 'latency');
	const real = early ? json(200, parts.voice.success()) : parts.handle(request);
	if (!early) await delay(at('after'), parts.timers);
	const fault = early ?? at('after').find(({ kind }) => kind !== 'latency');

	if (!fault) return answer(reply, entry, real);
	if (!breaksConnection(fault)) {
		return answer(reply, entry, faultyAnswer(fault, real, parts.refusedToken(), parts.voice));
	}
	if (fault.kind === 'stall' || fault.kind === 'cut') entry.status = real.status;
	breakConnection(reply, fault, real, parts.timers);
	return reply;
}

function answer(reply: FastifyReply, entry: LoggedRequest, value: Answer): FastifyReply {
	entry.status = value.status;
	return send(reply, value);
}

const delay = async (faults: Fault[], timers: Timers): Promise<void> => {
	for (const { kind, ms } of faults) if (kind === 'latency') await timers.sleep(ms ?? 100);
};

function tooMany({ limiter, voice }: ServiceParts): Answer {
	const seconds = limiter.limits.retryAfterSeconds;
	return {
		...json(429, voice.tooManyRequests()),
		headers: seconds === null ? {} : { 'retry-after': String(seconds) },
	};
}

function definedHeaders(headers: FastifyRequest['headers']): Record<string, string | string[]> {
	const defined: Record<string, string | string[]> = {};
	for (const [name, value] of Object.entries(headers)) {
		if (value !== undefined) defined[name] = value;
	}
	return defined;
}
