import type { IDataObject } from 'n8n-workflow';
import { isRecord } from './call';
import { refusal } from './failure';
import { rows, type Extra, type Field } from './fields';

/**
 * The entries of one object: rows of a name and a value for people, the object itself as their JSON twin.
 * Whatever the two fields are called, they are sent as `name` and `value`, and `toObject` puts them together.
 */
export const entries = (
	label: string,
	of: Record<string, Field & { to: 'name' | 'value' }>,
	extra: Extra & { row: string },
): Field => ({ ...rows(label, of, extra), entries: true });

/** The object that was given as entries or as JSON; none where nothing was given. */
export function toObject(label: string, given: unknown): IDataObject {
	if (isRecord(given)) return given;
	const list = Array.isArray(given) ? given.filter(isRecord) : [];
	return list.reduce<IDataObject>(
		(object, { name, value }) => joined(label, object, { [String(name)]: value }),
		{},
	);
}

/** Two objects as one. A name that both have is refused: it is not clear which value is meant. */
export function joined(label: string, object: IDataObject, more: IDataObject): IDataObject {
	const twice = Object.keys(more).find((name) => Object.hasOwn(object, name));
	if (twice === undefined) return { ...object, ...more };
	throw refusal(`'${twice}' is given twice`, `Remove one of the two; see '${label}'`);
}
