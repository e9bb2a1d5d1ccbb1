import {
	isSafeObjectProperty,
	type IDataObject,
	type IExecuteFunctions,
	type NodeParameterValueType,
} from 'n8n-workflow';
import { isRecord } from './call';

/** An expression that only picks a field of the input item, with nothing around it: `={{ $json.order.id }}`. */
const PICK =
	/^=\{\{\s*\$json((?:\??\.[A-Za-z_]\w*|\[\s*(?:"[^"\\]*"|'[^'\\]*'|\d+)\s*\])+)\s*\}\}$/;
const STEP = /\.([A-Za-z_]\w*)|\[\s*(?:"([^"]*)"|'([^']*)'|(\d+))\s*\]/g;

/** Not to be known here: n8n is asked. */
const ASK = Symbol('ask n8n');

/** The value of a parameter for an input item. */
type Read = (json: IDataObject) => unknown;

const stepsIn = (path: string): string[] =>
	[...path.matchAll(STEP)].map(([, ...names]) => names.find((name) => name !== undefined) ?? '');

const isSame = (value: unknown): boolean =>
	typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);

/** What n8n would give too: a text, a number or a flag that the item itself holds. */
function pick(json: IDataObject, steps: string[]): unknown {
	let value: unknown = json;
	for (const step of steps) {
		const holds = (isRecord(value) || Array.isArray(value)) && Object.hasOwn(value, step);
		if (!holds) return ASK;
		value = (value as IDataObject)[step];
	}
	return isSame(value) ? value : ASK;
}

function readText(text: string): Read | undefined {
	if (!text.startsWith('=')) return () => text;
	const path = PICK.exec(text)?.[1];
	const steps = path === undefined ? [] : stepsIn(path);
	if (steps.length === 0 || !steps.every(isSafeObjectProperty)) return undefined;
	return (json) => pick(json, steps);
}

/** How to read what is stored in the workflow; nothing where only n8n can. */
function readStored(stored: unknown): Read | undefined {
	if (typeof stored === 'string') return readText(stored);
	if (typeof stored !== 'object' || stored === null) return () => stored;
	const parts: Array<[string, Read]> = [];
	for (const [name, inner] of Object.entries(stored)) {
		const read = readStored(inner);
		if (!read) return undefined;
		parts.push([name, read]);
	}
	const isList = Array.isArray(stored);
	return (json) => {
		const values: Array<[string, unknown]> = parts.map(([name, read]) => [name, read(json)]);
		if (values.some(([, value]) => value === ASK)) return ASK;
		return isList ? values.map(([, value]) => value) : Object.fromEntries(values);
	};
}

/** What one run has found out about its parameters. */
interface Known {
	items: Array<{ json: IDataObject }>;
	reads: Map<string, Read | undefined>;
}

const runs = new WeakMap<object, Known>();

function readOf(context: IExecuteFunctions, name: string, fallback: NodeParameterValueType) {
	const known = runs.get(context) ?? { items: context.getInputData(), reads: new Map() };
	runs.set(context, known);
	if (!known.reads.has(name)) {
		const stored = context.getNodeParameter(name, 0, fallback, { rawExpressions: true });
		known.reads.set(name, readStored(stored));
	}
	return { read: known.reads.get(name), items: known.items };
}

/**
 * A parameter's value for an input item, as n8n's `getNodeParameter` gives it. n8n evaluates every parameter anew
 * for every item, which costs more than all else that is done for an item of a bulk request; so what holds no
 * expression, or one that only picks a field of the item, is read here.
 */
export function readParameter(
	context: IExecuteFunctions,
	name: string,
	item: number,
	fallback: NodeParameterValueType,
): unknown {
	const { read, items } = readOf(context, name, fallback);
	const json = items[item]?.json;
	const value = read && isRecord(json) ? read(json) : ASK;
	return value === ASK ? context.getNodeParameter(name, item, fallback) : value;
}
