import { readFileSync } from 'node:fs';
import OpenAPIBackend, { ValidationContext, type Document } from 'openapi-backend';
import { parse } from 'yaml';
import { readViolation, type SchemaError, type Violation } from './violation';

export interface Spec {
	/** The document as it is written, references unresolved. */
	readonly document: Document;
	/** What is wrong with a call, or null when it fits the spec. The path may carry a query. */
	checkRequest(method: string, path: string, body: unknown): Violation | null;
	/** What is wrong with a value by `#/components/schemas/<name>`, or null when it fits. */
	checkSchema(name: string, value: unknown): Violation | null;
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

/** Reads an OpenAPI 3.1 document and checks by it what is asked. */
export async function loadSpec(file: string): Promise<Spec> {
	const document = parse(readFileSync(file, 'utf8')) as Document;
	const backend = new OpenAPIBackend({
		definition: structuredClone(document),
		quick: true,
		coerceTypes: false,
		ajvOpts: AJV_OPTIONS,
	});
	await backend.init();
	const ajv = backend.validator.getAjv(ValidationContext.RequestBody, AJV_OPTIONS);
	const compiled = new Map<string, ReturnType<typeof ajv.compile>>();

	return {
		document,
		checkRequest(method, path, body) {
			const headers = { 'content-type': 'application/json' };
			const request = { method, path, headers, body: body as object };
			if (!backend.matchOperation(request)) return { reason: `The spec has no ${method} ${path}` };
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
