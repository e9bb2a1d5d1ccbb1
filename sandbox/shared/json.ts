export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** True for `{}`, false for arrays, null and everything else: JSON bodies come as `unknown`. */
export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text of one field, or undefined when it is absent or no string. */
export function textField(value: unknown, field: string): string | undefined {
	const found = isObject(value) ? value[field] : undefined;
	return typeof found === 'string' ? found : undefined;
}

export const messageOf = (error: unknown): string =>
	error instanceof Error ? error.message : String(error);
