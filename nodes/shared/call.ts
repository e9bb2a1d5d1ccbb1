import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';

/** A request before it is sent. Plain data: it can be compared, kept and sent again. */
export interface Call {
	method: IHttpRequestMethods;
	/** From the host on, percent-encoded, without query. */
	path: string;
	query: IDataObject;
	headers: Record<string, string>;
	body?: unknown;
}

/** What came back for a call, whatever its status. */
export interface Answer {
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	/** Parsed where it is JSON, else the text; `undefined` where nothing came. */
	body: unknown;
	/** The body as text, where it was expected to be JSON and was not. */
	unreadable?: string;
	/** It was sent more than once, and an earlier time may have been carried out. */
	repeated?: true;
}

/** The body as an object; an empty one where it is anything else. */
export function bodyOf(answer: Answer): IDataObject {
	return isRecord(answer.body) ? answer.body : {};
}

/** Whether a value is an object with named fields. */
export function isRecord(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a flag of an answer says no: `false`, also as PHP may write it. */
export const saysNo = (flag: unknown): boolean =>
	flag === false || flag === 0 || (typeof flag === 'string' && /^(false|0)$/i.test(flag.trim()));

/** Reads a value at a dot path; `undefined` where a step is missing. */
export function at(value: unknown, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>(
			(found, key) => (isRecord(found) && Object.hasOwn(found, key) ? found[key] : undefined),
			value,
		);
}

const UNSAFE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** A copy of an object with a value put at a dot path; objects on the way are made. */
export function put(target: IDataObject, path: string, value: unknown): IDataObject {
	const [key, ...rest] = path.split('.');
	if (UNSAFE_KEYS.has(key)) return target;
	if (rest.length === 0) return { ...target, [key]: value as IDataObject };
	const inner = target[key];
	return { ...target, [key]: put(isRecord(inner) ? inner : {}, rest.join('.'), value) };
}
