import type { IDataObject } from 'n8n-workflow';
import { at, isRecord, saysNo, type Answer } from '../shared/call';
import { Failure } from '../shared/failure';

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
const told = (element: IDataObject, entry: IDataObject = {}): IDataObject => {
	// The sample's entry is all nulls, which tell nothing.
	const known = Object.entries(entry).filter(([, value]) => value !== null);
	return { ...element, ...Object.fromEntries(known), success: true };
};

const refused = ({ message }: IDataObject): Failure =>
	new Failure({
		title: 'VanillaEshop did not take this record',
		words: typeof message === 'string' ? message : undefined,
		outcome: 'refused',
	});

/** The one record of an answer, where it is a refusal that names nobody: it is about the whole request. */
const refusalOfAll = (
	[first, ...others]: IDataObject[],
	recordFor: Array<IDataObject | undefined>,
): IDataObject | undefined =>
	first && others.length === 0 && !recordFor.includes(first) && saysNo(first.success)
		? first
		: undefined;

/**
 * One result an element. Where the answer holds one record for many, as in the reference's samples, the
 * others went with it, save where it is a refusal; where it holds several, it tells nothing of an element
 * that none of them is about.
 */
export const tellEach = (
	elements: IDataObject[],
	records: IDataObject[],
	recordFor: Array<IDataObject | undefined>,
): Array<IDataObject | Failure | undefined> => {
	const common = refusalOfAll(records, recordFor);
	const speaksForOthers = records.length <= 1 && !records.some(({ success }) => saysNo(success));
	return elements.map((element, index) => {
		const own = recordFor[index] ?? common ?? (elements.length === 1 ? records[0] : undefined);
		if (own && saysNo(own.success)) return refused(own);
		return speaksForOthers || recordFor[index] ? told(element, recordFor[index]) : undefined;
	});
};
