import { json, type Answer } from '../shared/answer';
import type { Clock } from '../shared/clock';
import { isObject, textField } from '../shared/json';
import type { ApiRequest } from '../shared/service';
import type { Spec } from '../shared/validator';
import type { Violation } from '../shared/violation';
import { customerActions } from './customerActions';
import { DEFAULT_PAGE_SIZE } from './lists';
import { orderActions } from './orderActions';
import { productActions } from './productActions';
import type { Action } from './result';
import type { Settings } from './settings';
import type { Store } from './store';
import type { Tokens } from './tokens';
import { MAGENTO, WORDS } from './words';

const BASE = '/rest/V1/integration/seller';

const RESOURCES: Record<string, Record<string, Action>> = {
	[`${BASE}/order`]: orderActions,
	[`${BASE}/product`]: productActions,
	[`${BASE}/customer`]: customerActions,
};

export interface ApiParts {
	spec: Spec;
	store: Store;
	tokens: Tokens;
	settings: Settings;
	clock: Clock;
}

export const actionOf = (body: unknown): string | undefined => textField(body, 'action');

/** The whole API as one function: routing, token, validation, action. */
export function handleRequest(parts: ApiParts, request: ApiRequest): Answer {
	const { entry } = request;
	const actions = RESOURCES[request.path];
	const isToken = request.path === `${BASE}/token`;
	if (request.method !== 'POST' || (!actions && !isToken)) {
		entry.invalid = 'There is no such route';
		return json(404, MAGENTO.noRoute);
	}

	// Checked before the token, so that a refused token cannot hide a mistake from the log.
	const violation = checked(parts.spec, request);
	if (violation) entry.invalid = violation.reason;
	if (isToken) return violation ? malformed(request, violation) : login(parts.tokens, request);
	const refusal = parts.tokens.check(headerOf(request, 'authorization'));
	if (refusal) return refusal;
	if (violation) return rejected(parts, request, violation);

	const { action, data } = request.body as { action: string; data: object };
	const run = actions?.[action];
	if (!run) throw new Error(`The spec knows the action ${action}, the sandbox does not`);
	const result = run(parts.store, data, parts.clock.now());
	entry.applied = result.applied;
	if (result.note !== undefined) entry.note = result.note;
	return json(result.body.success ? 200 : parts.settings.businessErrorStatus, result.body);
}

function checked(spec: Spec, request: ApiRequest): Violation | null {
	if (!headerOf(request, 'content-type')) return { reason: MAGENTO.noContentType.message };
	if (request.malformed) return { reason: MAGENTO.malformed.message };
	return spec.checkRequest(request.method, request.path, request.body);
}

function login(tokens: Tokens, request: ApiRequest): Answer {
	const { username, password } = request.body as { username: string; password: string };
	const answer = tokens.login(username, password);
	request.entry.applied = answer.status === 200;
	return answer;
}

/** What Magento says before the vendor's module sees the request; ours where neither has words. */
function malformed(request: ApiRequest, { reason }: Violation): Answer {
	if (!headerOf(request, 'content-type')) return json(400, MAGENTO.noContentType);
	if (request.malformed) return json(400, MAGENTO.malformed);
	return json(400, { success: false, message: reason });
}

function rejected(parts: ApiParts, request: ApiRequest, violation: Violation): Answer {
	const message = violation.documented;
	if (message === undefined) return malformed(request, violation);
	const list = message === WORDS.invalidPage ? emptyList(request.body) : {};
	return json(parts.settings.businessErrorStatus, { success: false, message, ...list });
}

/** Documented for customers: a wrong page is answered with the list's fields beside the error. */
function emptyList(body: unknown): Record<string, unknown> {
	const data = isObject(body) && isObject(body.data) ? body.data : {};
	const rows = /^view_(\w+)_list$/.exec(actionOf(body) ?? '')?.[1];
	return {
		total_count: 0,
		page_size: data.page_size ?? DEFAULT_PAGE_SIZE,
		page: 1,
		...(rows === undefined ? {} : { [`${rows}s`]: [] }),
	};
}

function headerOf(request: ApiRequest, name: string): string | undefined {
	const value = request.headers[name];
	return Array.isArray(value) ? value[0] : value;
}
