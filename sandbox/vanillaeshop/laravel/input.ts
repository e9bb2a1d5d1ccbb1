import { isObject } from '../../shared/json';
import type { ApiRequest } from '../../shared/service';
import { headerOf } from './asker';
import { parseForm } from './form';
import type { Fields } from './php';

export interface Input {
	/** What the rules see: trimmed, blank texts as null, as Laravel's global middleware leaves it. */
	fields: Fields;
	/** What was sent, for the spec. */
	sent: unknown;
	/** Why PHP cannot read the body, and so finds every field missing. */
	problem?: string;
}

/** Reads a body as PHP does, by its Content-Type alone. */
export function readInput(request: ApiRequest): Input {
	const { body, malformed } = request;
	if (body === undefined) return { fields: {}, sent: undefined };
	const type = headerOf(request, 'content-type');
	if (/[/+]json/.test(type)) {
		if (malformed) return unread('The body is not valid JSON.');
		return { fields: tidyFields(body), sent: body };
	}
	if (!type.includes('application/x-www-form-urlencoded')) {
		return unread('Content-Type must be application/json, or that of a form.');
	}
	const form = parseForm(typeof body === 'string' ? body : JSON.stringify(body));
	// The log hides the passwords of JSON bodies by itself.
	request.entry.body = 'password' in form ? { ...form, password: '***' } : form;
	return { fields: tidyFields(form), sent: form };
}

const unread = (problem: string): Input => ({ fields: {}, sent: undefined, problem });

const tidyFields = (value: unknown): Fields => {
	const tidied = tidy(value);
	return isObject(tidied) ? tidied : {};
};

function tidy(value: unknown, key = ''): unknown {
	if (typeof value === 'string') return (key === 'password' ? value : value.trim()) || null;
	if (Array.isArray(value)) return value.map((one) => tidy(one));
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, tidy(one, name)]));
}
