import type { IHttpRequestMethods } from 'n8n-workflow';
import { isRecord } from './call';
import { checkPath } from './endpoint';
import { choice, json, text } from './fields';
import { METHODS } from './options';
import { refusal } from './failure';
import { givenJson } from './json';
import type { Effect, Marketplace, Operation, Resource, Values } from './operation';

const EFFECTS: Record<Effect, string> = {
	read: 'Reads: Repeated After Any Failure',
	set: 'Sets Values: Repeated After Any Failure',
	act: 'Acts: Never Repeated Where It May Have Happened',
};

function query(value: unknown) {
	const parsed = value ?? {};
	if (!isRecord(parsed)) throw refusal("'Query' needs a JSON object: { … }");
	return parsed;
}

/** JSON that was typed goes out as it was typed: no digit of it is lost, and no number becomes a text. */
function body(value: unknown) {
	const parsed = givenJson(value, 'Body');
	if (typeof value === 'string') return value.trim();
	// A date alone: a bare text would go out without its quotes.
	return typeof parsed === 'string' ? JSON.stringify(parsed) : parsed;
}

/** A GET goes out without a body: what it was to do would be left undone without a word. */
function refuseLostBody({ method, body: given }: Values): void {
	if (method !== 'GET' || given === undefined) return;
	throw refusal("'Body' is not sent with GET", "Choose another method, or empty 'Body'");
}

/** A call that the package does not know yet, with the node's credential, retries and words. */
export const freeRequest = ({ name, examplePath }: Marketplace): Operation => ({
	name: 'Send',
	action: 'Send request',
	description: `Send a request that this node has no operation for, signed with the ${name} credential`,
	effect: (values) => (values.effect as Effect | undefined) ?? 'act',
	method: 'POST',
	path: '/',
	fields: {
		method: choice('Method', METHODS, { in: 'none', initially: 'GET' }),
		path: text('Path', {
			in: 'none',
			required: true,
			fixed: true,
			placeholder: `e.g. ${examplePath}`,
			description: 'The address after the host, without a query',
		}),
		effect: choice('Effect', EFFECTS, {
			in: 'none',
			fixed: true,
			initially: 'act',
			description:
				'What the request does at the marketplace, which decides whether it is sent again after a failure',
		}),
	},
	optional: {
		body: json('Body', { in: 'none', description: 'The JSON to send' }),
		query: json('Query', { in: 'none', description: 'Query parameters as a JSON object' }),
	},
	verify: 'Check in the marketplace before you run it again',
	request: (call, values) => {
		refuseLostBody(values);
		return {
			...call,
			method: values.method as IHttpRequestMethods,
			path: checkPath(String(values.path)),
			query: query(givenJson(values.query, 'Query')),
			body: body(values.body),
		};
	},
});

/** The marketplace's resources with the free request beside them. */
export function withFreeRequest(marketplace: Marketplace): Record<string, Resource> {
	const request: Resource = {
		name: 'Request',
		operations: { send: freeRequest(marketplace) },
	};
	return { ...marketplace.resources, request };
}
