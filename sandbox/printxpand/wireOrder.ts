import { isObject } from '../shared/json';

const TOKENS = /"(?:[^"\\]+|\\.)*"|[{}[\]:]/g;

/**
 * The records of `{"field": {id: record}}` in the order in which they were written, as PHP keeps it.
 * JSON.parse moves keys that look like whole numbers to the front, in the order of the numbers.
 */
export function recordsInWireOrder(text: string, field: string, parsed: unknown): unknown[] {
	if (Array.isArray(parsed)) return parsed;
	if (!isObject(parsed)) return [];
	return keysOf(text, field)
		.filter((key) => Object.hasOwn(parsed, key))
		.map((key) => parsed[key]);
}

/** The keys of one object of a valid JSON text, at its first level; a repeated key keeps its first place. */
function keysOf(text: string, field: string): string[] {
	const keys = new Set<string>();
	let depth = 0;
	let parent = '';
	let last = '';
	for (const [token] of text.matchAll(TOKENS)) {
		if (token === '{' || token === '[') depth += 1;
		else if (token === '}' || token === ']') depth -= 1;
		else if (token !== ':') last = token;
		else if (depth === 1) parent = String(JSON.parse(last));
		else if (depth === 2 && parent === field) keys.add(String(JSON.parse(last)));
	}
	return [...keys];
}
