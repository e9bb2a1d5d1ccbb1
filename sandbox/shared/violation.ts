import { isObject, textField } from './json';

/** The part of an ajv error that is used here. */
export interface SchemaError {
	keyword: string;
	instancePath: string;
	message?: string;
	params?: Record<string, unknown>;
	parentSchema?: unknown;
}

export interface Violation {
	/** One sentence for a person. */
	reason: string;
	/** The vendor's own words, when the spec has them. */
	documented?: string;
}

/**
 * A validator reports every branch it tried; a person wants one sentence.
 * Words written into the spec beside the violated rule win over the validator's.
 */
export function readViolation(errors: SchemaError[]): Violation {
	for (const error of errors) {
		const documented = textField(error.parentSchema, 'x-documented-error');
		if (documented) return { reason: documented, documented };
	}
	for (const error of errors) {
		const reason = textField(error.parentSchema, 'x-reason');
		if (reason) return { reason };
	}
	const [first] = errors;
	return { reason: first ? sentence(first) : 'The request does not fit the spec.' };
}

function sentence(error: SchemaError): string {
	const field = fieldName(error.instancePath);
	const params = isObject(error.params) ? error.params : {};
	const subject = field ? `Field '${field}'` : 'The request body';
	switch (error.keyword) {
		case 'required':
			return `Field '${join(field, params.missingProperty)}' is required.`;
		case 'additionalProperties':
			return `Field '${join(field, params.additionalProperty)}' is not known.`;
		case 'discriminator':
			return `Action '${String(params.tagValue)}' is not known.`;
		case 'enum':
			return `${subject} must be one of ${listed(params.allowedValues)}.`;
		default:
			return `${subject} ${error.message ?? 'is invalid'}.`;
	}
}

/** `/data/filter/status` is `filter.status` to someone who wrote the `data`. */
const fieldName = (pointer: string): string =>
	pointer
		.replace(/^\/data(?=\/|$)/, '')
		.slice(1)
		.replace(/\//g, '.');

const join = (parent: string, child: unknown): string =>
	parent ? `${parent}.${String(child)}` : String(child);

const listed = (values: unknown): string => (Array.isArray(values) ? values.join(', ') : '');
