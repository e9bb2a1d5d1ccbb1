import type { FastifyReply } from 'fastify';
import type { Timers } from './clock';
import type { Fault } from './faults';

/** What a service answers. `body` goes out as it is, so that bytes can be what a vendor sends. */
export interface Answer {
	status: number;
	body: string;
	contentType?: string;
	headers?: Record<string, string>;
}

export const json = (status: number, value: unknown): Answer => ({
	status,
	body: JSON.stringify(value),
});

/** How a service puts what is not its own doing: an injected fault, a limit. */
export interface Voice {
	/** A success without content, for faults that strike before anything is done. */
	success(): unknown;
	failure(message: string, status: number): unknown;
	serverError(status: number): unknown;
	tooManyRequests(): unknown;
	/** Where a redirect goes, unless the fault says it. */
	movedTo: string;
}

const HTML =
	'<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head>' +
	'<body><center><h1>502 Bad Gateway</h1></center><hr><center>proxy</center></body></html>\n';

/** What a fault makes of the real answer, where the connection stays whole. */
export function faultyAnswer(fault: Fault, real: Answer, refused: Answer, voice: Voice): Answer {
	const retry: Record<string, string> =
		fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter };
	switch (fault.kind) {
		case 'status':
			return {
				...json(fault.status ?? 500, voice.serverError(fault.status ?? 500)),
				...(fault.body === undefined ? {} : { body: fault.body }),
				headers: retry,
			};
		case 'truncate':
			return { ...real, body: firstHalf(real.body) };
		case 'html':
			return {
				status: fault.status ?? 502,
				body: HTML,
				contentType: 'text/html; charset=utf-8',
				headers: retry,
			};
		case 'empty':
			return { status: fault.status ?? 204, body: '' };
		case 'redirect': {
			const location = fault.location ?? voice.movedTo;
			return { status: fault.status ?? 301, body: '', headers: { location } };
		}
		case 'failure': {
			const { status = 200, message = 'Something went wrong.' } = fault;
			return json(status, voice.failure(message, status));
		}
		case 'refuseToken':
			return fault.status === undefined ? refused : { ...refused, status: fault.status };
		default:
			return real;
	}
}

export const breaksConnection = (fault: Fault): boolean =>
	['reset', 'hang', 'stall', 'cut'].includes(fault.kind);

/** Faults below HTTP: fastify lets go of the answer and the socket is written to by hand. */
export function breakConnection(
	reply: FastifyReply,
	fault: Fault,
	real: Answer,
	timers: Timers,
): void {
	reply.hijack();
	const { raw } = reply;
	const drop = (): void => void raw.socket?.resetAndDestroy();
	if (fault.kind === 'reset') return drop();
	if (fault.kind === 'stall' || fault.kind === 'cut') {
		raw.writeHead(real.status, headersOf(real));
		raw.write(firstHalf(real.body));
	}
	if (fault.kind === 'cut') timers.after(20, drop);
	else if (fault.ms !== undefined) timers.after(fault.ms, drop);
}

export function send(reply: FastifyReply, answer: Answer): FastifyReply {
	void reply.code(answer.status).headers(headersOf(answer));
	return reply.send(answer.status === 204 ? undefined : answer.body);
}

function headersOf(answer: Answer): Record<string, string> {
	if (answer.status === 204) return { ...answer.headers };
	return {
		'content-type': answer.contentType ?? 'application/json; charset=utf-8',
		'content-length': String(Buffer.byteLength(answer.body)),
		...answer.headers,
	};
}

/** Cuts by characters, so that the half stays readable text in Arabic too. */
const firstHalf = (text: string): string => text.slice(0, Math.ceil(text.length / 2));
