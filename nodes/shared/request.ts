import type { IDataObject } from 'n8n-workflow';
import { isRecord, put, type Call } from './call';
import { checkEndpointPath, fillPath, idsIn } from './endpoint';
import { refusal } from './failure';
import type { Field, Given } from './fields';
import type { Fields, Operation, Values } from './operation';
import type { Located } from './parameters';

/** What the request of one item is made of, beside its values. */
export interface Making {
	timezone: string;
	/** What the user put in the place of an inferred endpoint. */
	endpoint?: { path?: string; method?: Call['method'] };
}

function encode({ encode: by, property }: Field, value: unknown, given: Omit<Given, 'label'>) {
	return by ? by(value, { ...given, label: property.displayName }) : value;
}

/** The mode of a bare value: any, unless it decides what the value is taken for. */
function onlyMode({ to, property }: Field, value: unknown): string {
	const targets = new Set(typeof to === 'object' ? Object.values(to) : []);
	if (targets.size <= 1 || value === undefined || value === '') return 'list';
	throw refusal(
		`'${property.displayName}' does not say what '${String(value)}' is`,
		`Choose in the field how it is named: ${property.modes?.map(({ displayName }) => displayName).join(', ')}`,
	);
}

/** A field's value and where it goes. */
function place(name: string, field: Field, value: unknown, timezone: string) {
	if (field.property.type !== 'resourceLocator') {
		const to = typeof field.to === 'string' ? field.to : name;
		return { to, value: encode(field, value, { timezone }) };
	}
	const { mode: named, value: chosen } = value as Located;
	const mode = named || onlyMode(field, chosen);
	const to = typeof field.to === 'object' ? field.to[mode] : field.to;
	return { to: to ?? name, value: encode(field, chosen, { timezone, mode }) };
}

function toRow(fields: Fields, row: IDataObject, list: string, timezone: string): IDataObject {
	return Object.entries(fields).reduce<IDataObject>((body, [name, field]) => {
		const value = row[name];
		const { displayName: label, required } = field.property;
		if (field.rows) {
			const inner = listOf(name, field, innerRows(row, name), timezone);
			const to = typeof field.to === 'string' ? field.to : name;
			return inner === undefined ? body : put(body, to, inner);
		}
		if (value === undefined || value === null || value === '') {
			if (required) throw refusal(`'${label}' is empty in a row of '${list}'`);
			return body;
		}
		const placed = place(name, field, value, timezone);
		return put(body, placed.to, placed.value);
	}, {});
}

/** Rows inside a row come as n8n keeps them: `{ values: [ … ] }`. */
function innerRows(row: IDataObject, name: string): Values {
	const given = row[name];
	const rows = isRecord(given) && Array.isArray(given.values) ? given.values : [];
	return rows.length > 0 ? { [name]: rows } : {};
}

function listOf(name: string, field: Field, values: Values, timezone: string): unknown {
	const rows = values[name] as IDataObject[] | undefined;
	const { displayName } = field.property;
	if (!rows) return values[`${name}Json`];
	return rows.map((row) => toRow(field.rows ?? {}, row, displayName, timezone));
}

/** Puts the values of fields into the body and the query. Throws a refusal that names the field. */
export function toParts(operation: Operation, values: Values, timezone: string) {
	const inPath = new Set(idsIn(operation.path));
	const fallback = /^(GET|DELETE)$/.test(operation.method) ? 'query' : 'body';
	const parts: Record<'body' | 'query', IDataObject> = { body: {}, query: {} };
	const fields = { ...operation.fields, ...operation.optional, ...operation.options };
	for (const [name, field] of Object.entries(fields)) {
		const where = field.in ?? fallback;
		if (where === 'none' || inPath.has(name)) continue;
		if (field.rows) {
			const list = listOf(name, field, values, timezone);
			const to = typeof field.to === 'string' ? field.to : name;
			if (list !== undefined) parts[where] = put(parts[where], to, list);
		} else if (name in values) {
			const placed = place(name, field, values[name], timezone);
			parts[where] = put(parts[where], placed.to, placed.value);
		}
	}
	return parts;
}

/** Refuses what cannot succeed, before any request. */
export function check(operation: Operation, values: Values): void {
	for (const looksAt of operation.checks ?? []) {
		const words = looksAt(values);
		if (words) throw typeof words === 'string' ? refusal(words) : refusal(...words);
	}
	for (const [name, { property }] of Object.entries(operation.fields ?? {})) {
		const given = name in values || `${name}Json` in values;
		const missing = property.required && property.type !== 'resourceLocator' && !given;
		if (missing) throw refusal(`'${property.displayName}' is empty`);
	}
}

/** Turns an operation and the values of one item into a call. Pure: reads nothing else, sends nothing. */
export function toCall(operation: Operation, values: Values, making: Making): Call {
	check(operation, values);
	const { timezone, endpoint = {} } = making;
	const { body, query } = toParts(operation, values, timezone);
	const template = endpoint.path
		? checkEndpointPath(endpoint.path, operation.path)
		: operation.path;
	const path = fillPath(template, (name) => {
		const field = operation.fields?.[name];
		if (!field) return { label: name, value: values[name] };
		const placed = place(name, field, values[name], timezone);
		return { label: field.property.displayName, value: placed.value };
	});
	const method = endpoint.method ?? operation.method;
	const hasBody = Object.keys(body).length > 0 || operation.envelope !== undefined;
	const call: Call = {
		method,
		path,
		query,
		headers: {},
		body: hasBody ? (operation.envelope?.(body) ?? body) : undefined,
	};
	return operation.request?.(call, values) ?? call;
}
