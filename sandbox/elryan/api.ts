import { json, type Answer } from '../shared/answer';
import type { ApiRequest } from '../shared/service';
import type { Spec } from '../shared/validator';
import type { Tokens } from './account';
import { catalogueOperations } from './catalogueOperations';
import { locate, type Place } from './moved';
import { orderOperations } from './orderOperations';
import { packageOperations } from './packageOperations';
import { answered, told, type Context, type Operation, type Result } from './result';
import { CODES, failure, WORDS } from './words';

export const BASE = '/api';
const LOGIN = 'userToken';
/** "noauthAuth" in the reference. */
const OPEN = ['system.healthCheck', 'system.startCron'];

const operations: Record<string, Operation> = {
	...catalogueOperations,
	...orderOperations,
	...packageOperations,
	'system.healthCheck': () => answered({ status: 'ok' }),
	'system.startCron': ({ store }) => {
		store.cronStarts += 1;
		return told('Cron job has been started');
	},
};

export interface ApiParts {
	spec: Spec;
	tokens: Tokens;
	context: Context;
}

export function placeOf(parts: ApiParts, method: string, url: string): Place | undefined {
	if (!url.startsWith(`${BASE}/`)) return undefined;
	return locate(parts.spec, parts.context.settings, method, url.slice(BASE.length));
}

/** The whole API as one function: routing, token, validation, operation. */
export function handleRequest(parts: ApiParts, request: ApiRequest): Answer {
	const { entry } = request;
	const { settings } = parts.context;
	const place = placeOf(parts, request.method, request.url);
	if (!place) {
		entry.invalid = 'There is no such route';
		return json(404, failure(CODES.notFound, WORDS.noRoute));
	}

	// Checked before the token, so that a refused token cannot hide a mistake from the log.
	const invalid = checked(parts.spec, place, request);
	if (invalid !== undefined) entry.invalid = invalid;
	if (place.operationId === LOGIN) {
		return invalid === undefined ? login(parts.tokens, request) : wrong(400, invalid);
	}
	const open = OPEN.includes(place.operationId);
	const refusal = open ? null : parts.tokens.check(headerOf(request, 'authorization'));
	if (refusal) return refusal;
	if (invalid !== undefined) return wrong(settings.businessErrorStatus, invalid);

	const run = operations[place.operationId];
	if (!run) throw new Error(`The spec knows ${place.operationId}, the sandbox does not`);
	const result = run(parts.context, { params: place.params, body: request.body ?? {} });
	entry.applied = !('code' in result);
	return worded(parts.context, place, result);
}

const wrong = (status: number, reason: string): Answer =>
	json(status, failure(CODES.invalid, reason));

function checked(spec: Spec, place: Place, request: ApiRequest): string | undefined {
	if (request.malformed) return WORDS.malformed;
	const hasBody = request.body !== undefined;
	if (hasBody && !headerOf(request, 'content-type')?.includes('json')) return WORDS.noContentType;
	return spec.checkRequest(place.method, place.path, request.body)?.reason;
}

function login(tokens: Tokens, request: ApiRequest): Answer {
	const { email, password } = request.body as { email: string; password: string };
	const answer = tokens.login(email, password);
	request.entry.applied = answer.body.includes('APIToken');
	return answer;
}

function worded({ settings }: Context, { operationId }: Place, result: Result): Answer {
	if ('code' in result) {
		const tooLarge = result.code === CODES.tooLarge;
		const status = tooLarge ? settings.tooLargeStatus : settings.businessErrorStatus;
		return json(status, failure(result.code, result.message));
	}
	const { listEnvelope } = settings;
	const envelope = typeof listEnvelope === 'string' ? listEnvelope : listEnvelope[operationId];
	const nested = result.rows && envelope === 'data.data';
	return json(200, {
		data: nested ? { data: result.data } : result.data,
		error_code: 0,
		...(result.message === undefined ? {} : { message: result.message }),
	});
}

function headerOf(request: ApiRequest, name: string): string | undefined {
	const value = request.headers[name];
	return Array.isArray(value) ? value[0] : value;
}
