import type { IDataObject } from 'n8n-workflow';
import { isRecord, put, type Call } from './call';
import { checkEndpointPath, fillPath, idsIn } from './endpoint';
import { refusal } from './failure';
import { checkChoice, type Field, type Given } from './fields';
import { parseJson } from './json';
import type { Fields, Operation, Values } from './operation';
import type { Located } from './parameters';
import { quote } from './quote';
import { isShown } from './shown';

/** What the request of one item is made of, beside its values. */
export interface Making {
	timezone: string;
	/** What the user put in the place of an inferred endpoint. */
	endpoint?: { path?: string; method?: Call['method'] };
}

function encode({ encode: by, property }: Field, value: unknown, given: Omit<Given, 'label'>) {
	return by ? by(value, { ...given, label: property.displayName }) : value;
}

/** The mode of a locator. Where it has none, or none that is known: any, unless it decides what the value is. */
function modeOf({ to, property }: Field, { mode, value }: Located): string {
	if (property.modes?.some(({ name }) => name === mode)) return mode;
	const targets = new Set(typeof to === 'object' ? Object.values(to) : []);
	if (targets.size <= 1 || value === undefined || value === null || value === '') return 'list';
	throw refusal(
		`'${property.displayName}' does not say what ${quote(value)} is`,
		`Choose in the field how it is named: ${property.modes?.map(({ displayName }) => displayName).join(', ')}`,
	);
}

/** A field's value and where it goes. */
function place(name: string, field: Field, value: unknown, timezone: string) {
	if (field.property.type !== 'resourceLocator') {
		const to = typeof field.to === 'string' ? field.to : name;
		const given = value !== undefined && value !== null;
		return { to, value: given ? encode(field, value, { timezone }) : value };
	}
	const found = value as Located;
	const mode = modeOf(field, found);
	const to = typeof field.to === 'object' ? field.to[mode] : field.to;
	return { to: to ?? name, value: encode(field, found.value, { timezone, mode }) };
}

/** A row as it is sent. `list` is its parameter, `outermost` the one of all the rows around it. */
function toRow(
	fields: Fields,
	row: IDataObject,
	list: string,
	outermost: string,
	timezone: string,
): IDataObject {
	const made = Object.entries(fields).reduce<IDataObject>((body, [name, field]) => {
		const value = row[name];
		const { displayName: label, required } = field.property;
		const { rows } = field;
		if (!isShown(field, row)) return body;
		if (rows) {
			const inner = innerRows(value, label, list).map((each) =>
				toRow(rows, each, label, outermost, timezone),
			);
			const to = typeof field.to === 'string' ? field.to : name;
			if (inner.length > 0) return put(body, to, inner);
			if (required) throw refusal(`'${label}' is empty in a row of '${list}'`);
			return body;
		}
		if (value === undefined || value === null || value === '') {
			if (required) throw refusal(`'${label}' is empty in a row of '${list}'`);
			return body;
		}
		const placed = place(name, field, value, timezone);
		return put(body, placed.to, placed.value);
	}, {});
	if (Object.keys(made).length > 0) return made;
	throw refusal(
		`A row of '${list}' is empty`,
		`Fill it in, or remove it. Rows that an earlier node gives go into '${outermost} (JSON)'`,
	);
}

/** Rows inside a row: as n8n keeps them, `{ values: [ … ] }`, or as a list, or as the JSON of either. */
function innerRows(given: unknown, label: string, list: string): IDataObject[] {
	const read = typeof given === 'string' ? fromJson(given) : given;
	const isNone = isRecord(read)
		? Object.keys(read).length === 0
		: read === undefined || read === null;
	if (isNone) return [];
	const rows: unknown = isRecord(read) ? read.values : read;
	if (Array.isArray(rows) && rows.every(isRecord)) return rows;
	throw refusal(`'${label}' needs a list of rows in a row of '${list}'`);
}

/** The value of a JSON text; of what is no JSON the text itself. */
function fromJson(text: string): unknown {
	if (text.trim() === '') return undefined;
	try {
		return parseJson(text);
	} catch {
		return text;
	}
}

function listOf(name: string, field: Field, values: Values, timezone: string): unknown {
	const rows = values[name] as IDataObject[] | undefined;
	const { displayName: label } = field.property;
	if (!rows) return values[`${name}Json`];
	return rows.map((row) => toRow(field.rows ?? {}, row, label, label, timezone));
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

const isBlank = (value: unknown): boolean => typeof value === 'string' && value.trim() === '';

/** Refuses what cannot succeed, before any request. */
export function check(operation: Operation, values: Values): void {
	for (const looksAt of operation.checks ?? []) {
		const words = looksAt(values);
		if (words) throw typeof words === 'string' ? refusal(words) : refusal(...words);
	}
	const { fields = {}, optional, options } = operation;
	for (const [name, field] of Object.entries({ ...fields, ...optional, ...options })) {
		checkChoice(field, values[name]);
	}
	for (const [name, field] of Object.entries(fields)) {
		const { required, type, displayName } = field.property;
		const given = (name in values && !isBlank(values[name])) || `${name}Json` in values;
		const missing = required && type !== 'resourceLocator' && !given && isShown(field, values);
		if (missing) throw refusal(`'${displayName}' is empty`);
	}
}

/** A GET has no body: where a user chose it for what has one, the values go into the query. */
function inQuery({ body, ...call }: Call): Call {
	if (body === undefined) return call;
	if (isRecord(body)) return { ...call, query: { ...call.query, ...body } };
	throw refusal("'Endpoint Method' cannot be GET: what is to be sent does not fit into an address");
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
	const made = operation.request?.(call, values) ?? call;
	return endpoint.method === 'GET' ? inQuery(made) : made;
}
