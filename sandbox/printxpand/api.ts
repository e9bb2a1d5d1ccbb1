import type { Answer } from '../shared/answer';
import { isObject } from '../shared/json';
import type { ApiRequest } from '../shared/service';
import type { Spec } from '../shared/validator';
import { deleteCategories, upsertCategories } from './categories';
import { upsertCustomers } from './customers';
import type { Integration } from './integration';
import { missingFields, refusal, WORDS, wrongType } from './magento';
import { inWantedMedia } from './media';
import { upsertOrders } from './orders';
import { deleteProducts, upsertProducts } from './products';
import { replyTo } from './reply';
import type { Context, Operation } from './result';
import { recordsInWireOrder } from './wireOrder';

const operations: Record<string, Operation> = {
	'customer.upsert': upsertCustomers,
	'category.upsert': upsertCategories,
	'category.delete': deleteCategories,
	'product.upsert': upsertProducts,
	'product.delete': deleteProducts,
	'order.upsert': upsertOrders,
};

/** The vendor does not name the resources of its routes; these are Magento's own for the same records. */
const RESOURCES: Record<string, string> = {
	customer: 'Magento_Customer::manage',
	category: 'Magento_Catalog::categories',
	product: 'Magento_Catalog::products',
	order: 'Magento_Sales::create',
};

export interface ApiParts {
	spec: Spec;
	integration: Integration;
	context: Context;
}

/** Magento finds a route with and without the slash at its end; signed is the path as it was sent. */
export function operationAt(spec: Spec, method: string, path: string): string | undefined {
	const found = spec.match(method, path) ?? spec.match(method, `${path}/`);
	return found?.operationId;
}

/** The whole API as one function: routing, signature, body, operation. */
export function handleRequest(parts: ApiParts, request: ApiRequest): Answer {
	const answer = handle(parts, request);
	return answer.contentType ? answer : inWantedMedia(headerOf(request, 'accept'), answer);
}

function handle(parts: ApiParts, request: ApiRequest): Answer {
	const { entry, method, path } = request;
	const operationId = operationAt(parts.spec, method, path);
	const run = operationId === undefined ? undefined : operations[operationId];
	if (operationId === undefined || !run) {
		entry.invalid = 'There is no such route';
		return path.startsWith('/rest/') ? refusal(404, WORDS.noRoute) : storefront();
	}

	// Noted before the signature is looked at, so that a refused one cannot hide a mistake from the log.
	const invalid = checked(parts.spec, request);
	if (invalid !== undefined) entry.invalid = invalid;
	const [resource = ''] = operationId.split('.');
	const refused =
		parts.integration.check(callOf(request), RESOURCES[resource] ?? '') ??
		unreadable(request, resource);
	if (refused) return refused;

	const sent = isObject(request.body) ? request.body[resource] : undefined;
	const records = recordsInWireOrder(request.text, resource, sent);
	const outcomes = run(parts.context, records);
	entry.applied = outcomes.length === 0 || outcomes.some((outcome) => 'deed' in outcome);
	return replyTo(operationId, outcomes, parts.context.settings);
}

/** A body that Magento cannot hand to the shop at all. What is wrong inside a record is told in its entry. */
function unreadable(request: ApiRequest, field: string): Answer | null {
	const contentType = headerOf(request, 'content-type');
	if (contentType === '') return refusal(400, WORDS.noContentType);
	const [type = ''] = contentType.split(';');
	if (type !== 'application/json') return refusal(400, `${WORDS.contentType} ${type}`);
	if (request.malformed || request.text === '') return refusal(400, WORDS.malformed);
	const sent = isObject(request.body) ? request.body[field] : undefined;
	if (sent === undefined || sent === null) return missingFields([field]);
	return typeof sent === 'object' ? null : refusal(400, wrongType(phpType(sent)));
}

const phpType = (value: unknown): string =>
	typeof value === 'number' ? (Number.isInteger(value) ? 'integer' : 'double') : typeof value;

function checked(spec: Spec, request: ApiRequest): string | undefined {
	if (request.malformed) return 'The body is not valid JSON.';
	return spec.checkRequest(request.method, request.url, request.body)?.reason;
}

const callOf = (request: ApiRequest): Parameters<Integration['check']>[0] => ({
	method: request.method,
	url: request.url,
	host: headerOf(request, 'host'),
	authorization: headerOf(request, 'authorization'),
});

/** What is not under `/rest` is a page of the shop. */
const storefront = (): Answer => ({
	status: 404,
	body: '<!doctype html>\n<html><head><title>404 Not Found</title></head><body>404</body></html>\n',
	contentType: 'text/html; charset=UTF-8',
});

function headerOf(request: ApiRequest, name: string): string {
	const value = request.headers[name] ?? '';
	return Array.isArray(value) ? (value[0] ?? '') : value;
}
