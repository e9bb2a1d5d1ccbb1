import { refusal } from './failure';

const PLACEHOLDER = /\{(\w+)\}/g;

const placeholders = (path: string) => [...path.matchAll(PLACEHOLDER)].map(([, name]) => name);

/** A path that a user typed: from one slash on, and nothing that could lead elsewhere. */
export function checkPath(path: string, label = 'Path'): string {
	const wrong =
		!path.startsWith('/') || /\.\.|\/\/|[?#\\\s\p{Cc}]|%2e|%2f|%5c/iu.test(path)
			? "must start with one '/' and hold no '..', '//', '?', '#' or spaces"
			: undefined;
	if (wrong) throw refusal(`'${label}' ${wrong}`, `It is '${path}'`);
	return path;
}

/** The same for the path of an operation, whose placeholders must all stay. */
export function checkEndpointPath(path: string, original: string): string {
	checkPath(path, 'Endpoint Path');
	const [given, wanted] = [placeholders(path).sort(), placeholders(original).sort()];
	if (given.join() !== wanted.join()) {
		const list = wanted.map((name) => `{${name}}`).join(', ') || 'none';
		throw refusal(`'Endpoint Path' must keep the placeholders of the default: ${list}`);
	}
	return path;
}

/**
 * Puts ids into a path, percent-encoded. An id that is empty, `.` or `..` would address another
 * endpoint and is refused by its label.
 */
export function fillPath(
	path: string,
	valueOf: (name: string) => { label: string; value: unknown },
): string {
	return path.replace(PLACEHOLDER, (_, name: string) => {
		const { label, value } = valueOf(name);
		const text = value === undefined || value === null ? '' : String(value).trim();
		if (text === '') throw refusal(`'${label}' is empty`);
		if (text === '.' || text === '..') throw refusal(`'${label}' cannot be '${text}'`);
		// Half of a character pair, as cut texts have them.
		if (/\p{Cs}/u.test(text)) throw refusal(`'${label}' holds characters that cannot be sent`);
		return encodeURIComponent(text);
	});
}

/** The names of the placeholders of a path. */
export const idsIn = placeholders;
