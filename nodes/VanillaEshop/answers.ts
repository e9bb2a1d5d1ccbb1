import type { IDataObject } from 'n8n-workflow';
import { at, isRecord, type Answer } from '../shared/call';

/** The envelope alone says that it went well, where there is nothing to tell. */
export const saved = (rows: IDataObject[]): IDataObject[] =>
	rows.map((row) =>
		row.success === true && (row.data ?? null) === null ? { success: true } : row,
	);

/** The records of a bulk answer: the reference's samples show one, for however many were sent. */
export function recordsOf({ body }: Answer): IDataObject[] {
	const data = at(body, 'data');
	return (Array.isArray(data) ? data : [data]).filter(isRecord);
}

/** An element that was sent, with what the answer tells of it. */
export const told = (element: IDataObject, entry: IDataObject = {}): IDataObject => {
	// The sample's entry is all nulls, which tell nothing.
	const known = Object.entries(entry).filter(([, value]) => value !== null);
	return { ...element, ...Object.fromEntries(known), success: true };
};
