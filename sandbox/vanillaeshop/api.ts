import type { Answer } from '../shared/answer';
import type { ApiRequest } from '../shared/service';
import type { Spec } from '../shared/validator';
import type { Login } from './account';
import { failed, page, phpAnswer, redirect, refusedInput } from './laravel/answers';
import { askerOf, type Asker } from './laravel/asker';
import { readInput, type Input } from './laravel/input';
import type { Throttle } from './laravel/throttle';
import { orderOperations } from './orderOperations';
import { productOperations } from './productOperations';
import { recordOperations } from './recordOperations';
import type { Operation, Result } from './result';
import { allowedAt, routeOf, type Route } from './routes';
import type { Settings } from './settings';
import type { Store } from './store';
import { success, WORDS } from './words';

const operations: Record<string, Operation> = {
	...recordOperations,
	...orderOperations,
	...productOperations,
};

/** Where redirects lead: whoever follows one gets a page and a 200. */
const PAGES: Readonly<Record<string, string>> = { '/': 'VanillaEshop', '/login': 'Login' };

export interface ApiParts {
	spec: Spec;
	login: Login;
	throttle: Throttle;
	store: Store;
	settings: Settings;
	/** Where this sandbox answers. */
	origin: string;
}

/** The whole API as one function: route, limit, login, record, rules, operation. */
export function handleRequest(parts: ApiParts, request: ApiRequest): Answer {
	const { entry, method, path } = request;
	const route = routeOf(parts.spec, method, path);
	if (!route) return lost(parts, request);

	const input = readInput(request);
	const shape = parts.spec.checkRequest(route.method, request.url, input.sent);
	const invalid = input.problem ?? shape?.reason;
	if (invalid !== undefined) entry.invalid = invalid;

	const asker = errorReader(parts, request);
	const { refused, headers } = parts.throttle.hit(parts.settings.requestsPerMinute);
	const answer = refused
		? failed(429, WORDS.tooMany, asker)
		: admitted(parts, request, route, input);
	return { ...answer, headers: { ...answer.headers, ...headers } };
}

/** Who reads a failure; the setting makes a browser of everyone. */
function errorReader({ settings, origin }: ApiParts, request: ApiRequest): Asker {
	const asker = askerOf(request, origin);
	return settings.htmlErrors ? { ...asker, wantsJson: false } : asker;
}

function lost(parts: ApiParts, request: ApiRequest): Answer {
	const { entry, method, path } = request;
	const title = method === 'GET' ? PAGES[path] : undefined;
	if (title !== undefined) {
		entry.invalid = 'This is a page for people';
		return page(200, title);
	}
	const asker = errorReader(parts, request);
	const allowed = allowedAt(parts.spec, path);
	entry.invalid = 'There is no such route';
	if (allowed.length === 0) return failed(404, WORDS.noRoute, asker);
	entry.invalid = `${path} does not take ${method}`;
	return { ...failed(405, WORDS.noRoute, asker), headers: { allow: allowed.join(', ') } };
}

export function unauthenticated({ settings, origin }: ApiParts, asker: Asker): Answer {
	const { authErrorStatus: status } = settings;
	if (status === 302 || !asker.wantsJson) return redirect(`${origin}/login`);
	return failed(status, status === 403 ? WORDS.forbidden : WORDS.unauthenticated, asker);
}

function admitted(parts: ApiParts, request: ApiRequest, route: Route, input: Input): Answer {
	const { login, store, settings } = parts;
	if (!login.allows(request)) return unauthenticated(parts, askerOf(request, parts.origin));
	const run = operations[route.operationId];
	if (!run) throw new Error(`The spec knows ${route.operationId}, the sandbox does not`);
	const result = run({ store, settings, params: route.params, input: input.fields });
	request.entry.applied = 'data' in result;
	return worded(parts, request, result);
}

function worded(parts: ApiParts, request: ApiRequest, result: Result): Answer {
	if ('data' in result) return phpAnswer(200, success(result.data));
	if ('missing' in result) {
		return failed(404, WORDS.missing(result.missing), errorReader(parts, request));
	}
	const { validationForm } = parts.settings;
	return refusedInput(result.errors, validationForm, askerOf(request, parts.origin));
}
