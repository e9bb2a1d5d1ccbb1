import type { IDataObject } from 'n8n-workflow';
import { at } from './call';

/** Keeps the named fields, in this order. A dot path is kept under the name given for it. */
export function pick(fields: Array<string | [path: string, name: string]>) {
	return (record: IDataObject): IDataObject => {
		const kept: IDataObject = {};
		for (const field of fields) {
			const [path, name] = typeof field === 'string' ? [field, field] : field;
			const value = at(record, path);
			if (value !== undefined) kept[name] = value as IDataObject;
		}
		return kept;
	};
}
