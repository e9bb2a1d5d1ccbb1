import { json, type Answer } from '../shared/answer';
import type { ApiRequest } from '../shared/service';
import type { Match, Spec } from '../shared/validator';
import type { Tokens } from './account';
import { integrationOperations } from './integrationOperations';
import type { Context, Operation, Result } from './result';
import { failure, WORDS } from './words';
import { workflowOperations } from './workflowOperations';

export interface ApiParts {
	spec: Spec;
	tokens: Tokens;
	context: Context;
}

/** The whole API as one function: routing, token, validation, operation. */
export function createApi({ spec, tokens, context }: ApiParts): (request: ApiRequest) => Answer {
	const operations: Record<string, Operation> = {
		...integrationOperations(tokens.account),
		...workflowOperations,
	};
	return (request) => {
		const { entry, headers, body } = request;
		const place = spec.match(request.method, request.path);
		if (!place) {
			entry.invalid = 'There is no such route';
			return said({ status: 404, message: WORDS.noRoute });
		}

		// Checked before the token, so that a refused token cannot hide a mistake from the log.
		const invalid = checked(spec, request);
		if (invalid !== undefined) entry.invalid = invalid;
		const refusal = tokens.check(headers.authorization);
		if (refusal) return refusal;
		if (invalid !== undefined) return said({ status: 400, message: invalid });

		const result = operationOf(operations, place)(context, {
			params: place.params,
			query: new URLSearchParams(request.url.split('?')[1]),
			body,
		});
		entry.applied = !('status' in result);
		return said(result);
	};
}

function operationOf(operations: Record<string, Operation>, { operationId }: Match): Operation {
	const run = operations[operationId];
	if (!run) throw new Error(`The spec knows ${operationId}, the sandbox does not`);
	return run;
}

function checked(spec: Spec, request: ApiRequest): string | undefined {
	const { method, url, headers, body, malformed } = request;
	if (malformed) return WORDS.malformed;
	const isJson = String(headers['content-type']).includes('json');
	if (body !== undefined && !isJson) return WORDS.noContentType;
	return spec.checkRequest(method, url, body)?.reason;
}

const said = (result: Result): Answer =>
	'status' in result
		? json(result.status, failure(result.status, result.message))
		: json(200, { ...result, success: true });
