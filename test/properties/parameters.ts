import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../nodes/shared/call';
import type { Field } from '../../nodes/shared/fields';
import { callOptions } from '../../nodes/shared/options';
import { collectionOf } from '../../nodes/shared/parameters';
import { isShown } from '../../nodes/shared/shown';
import type { Example, Subject } from './subjects';

/** A parameter that can be given by an expression, and so be anything. */
export interface Target {
	/** Its place in the node's parameters. */
	path: string[];
	/** What a person knows it as. */
	label: string;
	field?: Field;
}

const takesExpression = ({ property }: Field) => property.noDataExpression !== true;

/** The cells of the rows that an example has, one level deep, and the JSON in their place. */
function rowTargets(field: Field, path: string[], given: unknown): Target[] {
	const { displayName: label } = field.property;
	const twin = { path: [...path.slice(0, -1), `${path[path.length - 1]}Json`], label };
	const rows: unknown = isRecord(given) ? given.values : undefined;
	const cells = Array.isArray(rows)
		? Object.entries(field.rows ?? {}).flatMap(([name, cell]) =>
				cell.rows || !isShown(cell, inside(rows[0]))
					? []
					: {
							path: [...path, 'values', '0', name],
							label: cell.property.displayName,
							field: cell,
						},
			)
		: [];
	return rows === undefined ? [twin] : cells;
}

function targetsIn(fields: Record<string, Field>, place: string[], given: IDataObject): Target[] {
	return Object.entries(fields)
		.filter(([, field]) => takesExpression(field) && isShown(field, given))
		.flatMap(([name, field]): Target[] => {
			const path = [...place, name];
			const { displayName: label, type } = field.property;
			if (field.rows) return rowTargets(field, path, given[name]);
			if (type !== 'resourceLocator') return [{ path, label, field }];
			const typed = { path: [...path, 'value'], label, field };
			return isRecord(given[name]) ? [typed, { path, label }] : [{ path, label }];
		});
}

const inside = (given: unknown): IDataObject => (isRecord(given) ? given : {});

/** All parameters of an operation that an expression can give. */
export function targetsOf({ operation, name, service }: Subject, example: Example): Target[] {
	const { parameters } = example;
	const where = collectionOf(name);
	const options = { ...operation.options, ...callOptions(service.marketplace, operation) };
	const paging = operation.list ? ['limit', 'returnAll'] : [];
	const shown = [...paging, ...(operation.simplify ? ['simple'] : [])];
	return [
		...targetsIn(operation.fields ?? {}, [], parameters),
		...targetsIn(operation.optional ?? {}, [where], inside(parameters[where])),
		...targetsIn(options, ['options'], inside(parameters.options)),
		...shown.map((one) => ({ path: [one], label: one === 'limit' ? 'Limit' : one })),
		{ path: [where], label: where },
		{ path: ['options'], label: 'Options' },
	];
}

function putAt(target: unknown, [key, ...rest]: string[], value: unknown): unknown {
	const inner = rest.length === 0 ? value : putAt(childOf(target, key), rest, value);
	if (Array.isArray(target)) return Object.assign([...target], { [key]: inner });
	return { ...inside(target), [key]: inner };
}

const childOf = (value: unknown, key: string): unknown => {
	const children: unknown = value;
	if (Array.isArray(children)) return children[Number(key)];
	return isRecord(children) ? children[key] : undefined;
};

const valueAt = (target: unknown, path: string[]): unknown => path.reduce(childOf, target);

/** What stands between the braces of an expression; nothing where the value is none. */
const sourceOf = (value: unknown): string | undefined =>
	typeof value === 'string' ? /^=\{\{(.*)\}\}$/s.exec(value)?.[1] : undefined;

/**
 * The node's parameters with an expression in the place of one target, and what an item has to give for it:
 * the odd value where it is an odd one, what the example has where it is not.
 */
export function withExpression(parameters: IDataObject, { path }: Target) {
	const base = valueAt(parameters, path);
	const source = sourceOf(base);
	const expression =
		source === undefined ? '={{ $json.given }}' : `={{ $json.isOdd ? $json.given : (${source}) }}`;
	return {
		parameters: putAt(parameters, path, expression) as IDataObject,
		give: (item: { odd: unknown } | undefined): IDataObject => ({
			isOdd: item !== undefined,
			given: (item ? item.odd : base) as IDataObject,
		}),
	};
}
