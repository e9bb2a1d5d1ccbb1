import { readFileSync } from 'node:fs';
import OpenAPIBackend, { ValidationContext, type Document } from 'openapi-backend';
import { parse } from 'yaml';
import { isObject } from './json';
import { readViolation, type SchemaError, type Violation } from './violation';

export interface Spec {
	/** The document as it is written, references unresolved. */
	readonly document: Document;
	/** Which operation a call is, or null when it is none. The parameters come decoded. */
	match(method: string, path: string): Match | null;
	/** What is wrong with a call, or null when it fits the spec. The path may carry a query. */
	checkRequest(method: string, path: string, body: unknown): Violation | null;
	/** What is wrong with a value by `#/components/schemas/<name>`, or null when it fits. */
	checkSchema(name: string, value: unknown): Violation | null;
}

export interface Match {
	operationId: string;
	params: Record<string, string>;
}

/**
 * `discriminator` picks the one schema of an action, so that an error is about that action.
 * `verbose` hands over the violated schema, which may carry the words to answer with.
 * Nothing is coerced: a request is judged as it came.
 */
const AJV_OPTIONS = { discriminator: true, verbose: true, strict: false, coerceTypes: false };

/** The library counts from the request, the vendor's words from its body. */
const inBody = (error: SchemaError): SchemaError => ({
	...error,
	instancePath: error.instancePath.replace(/^\/requestBody/, ''),
});

const loaded = new Map<string, Promise<Spec>>();

/** Reads an OpenAPI 3.1 document and checks by it what is asked. A file is read once a process. */
export async function loadSpec(file: string): Promise<Spec> {
	const spec = loaded.get(file) ?? readSpec(file);
	loaded.set(file, spec);
	return await spec;
}

async function readSpec(file: string): Promise<Spec> {
	const document = parse(readFileSync(file, 'utf8')) as Document;
	const backend = new OpenAPIBackend({
		definition: structuredClone(document),
		quick: true,
		// A vendor's path may end in a slash, and then it is part of its name.
		ignoreTrailingSlashes: false,
		coerceTypes: false,
		ajvOpts: AJV_OPTIONS,
	});
	await backend.init();
	const ajv = backend.validator.getAjv(ValidationContext.RequestBody, AJV_OPTIONS);
	const compiled = new Map<string, ReturnType<typeof ajv.compile>>();

	return {
		document,
		match(method, path) {
			const request = { method, path, headers: {} };
			const operation = backend.matchOperation(request);
			if (!operation) return null;
			const { params } = backend.router.parseRequest(request, operation);
			return { operationId: operation.operationId ?? '', params: params as Record<string, string> };
		},
		checkRequest(method, path, body) {
			const headers = { 'content-type': 'application/json' };
			const request = { method, path, headers, body: body as object };
			const operation = backend.matchOperation(request);
			if (!operation) return { reason: `The spec has no ${method} ${path}` };
			if (!operation.requestBody && !isEmpty(body)) {
				return { reason: `${method} ${path} takes no body.` };
			}
			const { valid, errors } = backend.validateRequest(request);
			return valid ? null : readViolation(((errors ?? []) as SchemaError[]).map(inBody));
		},
		checkSchema(name, value) {
			const schema = backend.definition.components?.schemas?.[name];
			if (!schema) throw new Error(`The spec has no schema ${name}`);
			const validate = compiled.get(name) ?? ajv.compile(schema);
			compiled.set(name, validate);
			return validate(value) ? null : readViolation((validate.errors ?? []) as SchemaError[]);
		},
	};
}

/** Clients send nothing, or an empty object, where a call takes no body. */
const isEmpty = (body: unknown): boolean =>
	body === undefined || body === '' || (isObject(body) && Object.keys(body).length === 0);
