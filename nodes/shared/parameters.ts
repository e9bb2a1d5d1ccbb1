import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { isRecord } from './call';
import { refusal } from './failure';
import { readFlag, toTexts, type Field } from './fields';
import { givenJson } from './json';
import type { Fields, Operation, Values } from './operation';
import { readParameter } from './readParameter';

/** A resource locator's value with the mode it was given in. */
export interface Located {
	mode: string;
	value: unknown;
}

/** The collection that holds what is optional; its name follows the operation's. */
export function collectionOf(
	operationName: string,
): 'filters' | 'updateFields' | 'additionalFields' {
	if (/^(getAll|getUnfulfilled)$/.test(operationName)) return 'filters';
	return operationName.startsWith('update') ? 'updateFields' : 'additionalFields';
}

/** Whether a value is what n8n gives for a field that was left empty. */
export const isEmpty = (value: unknown): boolean =>
	value === undefined || value === null || value === '';

const isLocator = ({ property }: Field) => property.type === 'resourceLocator';

/** A locator by its mode; a bare value, as a script or a model may give it, has none. */
export function located(value: unknown): Located {
	if (!isRecord(value) || !('mode' in value)) return { mode: '', value };
	return { mode: typeof value.mode === 'string' ? value.mode : '', value: value.value };
}

/** The rows of a list parameter, from its fields or from its JSON twin. */
function readRows(
	given: IDataObject,
	name: string,
	label: string,
	isOptional: boolean,
): { rows?: IDataObject[]; json?: unknown } {
	const fixed = given[name];
	const twin = given[`${name}Json`];
	const mode = given[`${name}Input`] ?? (isEmpty(twin) ? 'rows' : 'json');
	const rows = isRecord(fixed) && Array.isArray(fixed.values) ? fixed.values : undefined;
	// n8n turns a fixed collection that is given by an expression into an empty one.
	if (mode === 'rows' && !isEmpty(fixed) && !rows?.length && isOptional) {
		throw refusal(
			`'${label}' has no rows`,
			`Add a row or remove it. It cannot be given by an expression: use '${label} (JSON)' for data from an earlier node`,
		);
	}
	if (!isEmpty(twin) && rows?.length && given[`${name}Input`] === undefined) {
		throw refusal(`'${label}' is given twice`, `Remove either the rows or '${label} (JSON)'`);
	}
	if (mode === 'json') return isEmpty(twin) ? {} : { json: twin };
	return rows?.length ? { rows: rows as IDataObject[] } : {};
}

/** JSON in the place of rows, as text or as data: a list, or the object whose entries they are. */
function parseTwin(json: unknown, label: string, { entries }: Field): unknown {
	const parsed = givenJson(json, `${label} (JSON)`);
	if (entries && !isRecord(parsed)) throw refusal(`'${label} (JSON)' needs an object: { … }`);
	if (!entries && !Array.isArray(parsed)) throw refusal(`'${label} (JSON)' needs a list: [ … ]`);
	return parsed;
}

/** A flag that the node itself goes by, as what it means; all else as it was given. */
const ownFlag = ({ in: where, property }: Field, value: unknown): unknown =>
	where === 'none' && property.type === 'boolean' ? readFlag(value, property.displayName) : value;

function take(fields: Fields, given: IDataObject, keepEmpty: Set<string>): Values {
	const values: Values = {};
	for (const [name, field] of Object.entries(fields)) {
		const { displayName: label } = field.property;
		if (field.rows) {
			const { rows, json } = readRows(given, name, label, !field.property.required);
			if (rows) values[name] = rows;
			if (json !== undefined) values[`${name}Json`] = parseTwin(json, label, field);
			continue;
		}
		const value = given[name];
		if (field.property.required && isLocator(field)) values[name] = located(value);
		else if (isLocator(field)) {
			const found = located(value);
			if (!isEmpty(found.value)) values[name] = found;
		} else if (!isEmpty(value)) values[name] = ownFlag(field, value);
		else if (keepEmpty.has(name)) values[name] = '';
	}
	return values;
}

function readTop(context: IExecuteFunctions, fields: Fields, item: number): IDataObject {
	const given: IDataObject = {};
	for (const [name, field] of Object.entries(fields)) {
		const names = field.rows ? [`${name}Input`, name, `${name}Json`] : [name];
		for (const parameter of names) {
			given[parameter] = readParameter(context, parameter, item, '') as IDataObject;
		}
	}
	return given;
}

const LABELS: Record<string, string> = {
	filters: 'Filters',
	updateFields: 'Update Fields',
	additionalFields: 'Additional Fields',
	options: 'Options',
};

/** A collection's fields; refused where an expression gave something else in its place. */
export function readCollection(
	context: IExecuteFunctions,
	name: string,
	item: number,
): IDataObject {
	const value = readParameter(context, name, item, {});
	if (isRecord(value)) return value;
	throw refusal(
		`'${LABELS[name] ?? name}' cannot be given by an expression`,
		'Give each of its fields instead',
	);
}

/**
 * Reads what the user gave for one input item, by parameter name. What was left empty is absent, unless
 * *Send Empty* names it; `false` and `0` are values.
 */
export function readValues(
	context: IExecuteFunctions,
	operation: Operation,
	operationName: string,
	item: number,
): Values {
	const options = readCollection(context, 'options', item);
	const keepEmpty = new Set(toTexts(options.sendEmpty ?? [], 'Send Empty'));
	const optional = operation.optional
		? readCollection(context, collectionOf(operationName), item)
		: {};
	return {
		...take(operation.fields ?? {}, readTop(context, operation.fields ?? {}, item), new Set()),
		...take(operation.optional ?? {}, optional, keepEmpty),
		...take(operation.options ?? {}, options, new Set()),
	};
}
