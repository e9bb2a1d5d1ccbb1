import type { Settings } from './settings';
import type { Store } from './store';

export type Id = string | number;
export type Deed = 'created' | 'updated' | 'deleted';

/** What became of one record, before its words. */
export type Outcome = { id: Id; deed: Deed } | Refused;

export interface Refused {
	/** Absent where the record had no usable one. */
	id?: Id;
	code: 400 | 404;
	message: string;
}

export interface Context {
	store: Store;
	settings: Settings;
}

/** Works off the records of one request, in the order in which they were sent. */
export type Operation = (context: Context, records: unknown[]) => Outcome[];

export const done = (id: Id, deed: Deed): Outcome => ({ id, deed });

export const refused = (code: Refused['code'], message: string, id?: Id): Refused => ({
	...(id === undefined ? {} : { id }),
	code,
	message,
});

/** The id as it came, if it is one. */
export const idOf = (value: unknown): Id | undefined =>
	typeof value === 'string' || typeof value === 'number' ? value : undefined;
