import type { IDataObject } from 'n8n-workflow';
import type { Listing } from '../shared/operation';
import { offset, type Pager } from '../shared/pagers';

/**
 * Lists have no total. How many records one answer may hold is not documented (the samples ask for up to
 * 20, a client of a sister service for 100), so a short first page may be a limit and not the end.
 */
const pager: Pager = offset({
	start: 'start',
	length: 'length',
	maxSize: 100,
	maxIsGuess: true,
});

/** The two envelopes in which lists come: `data: []`, and `data: { data: [] }` of the sister service. */
const RECORDS = ['data.data', 'data'];

/** A list whose records are told apart by `key`. */
export const listOf = (...key: string[]): Listing => ({ records: RECORDS, key, pager });

/** Every documented search sends a `search` object, an empty one where nothing is searched for. */
export const withSearch = (body: IDataObject) => ({ search: {}, ...body });

/** What all upserts have in common. */
export const upsertOf = (one: string) => ({
	name: 'Create or Update',
	action: `Create or update ${one}`,
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	effect: 'set' as const,
	method: 'POST' as const,
	record: 'data',
});
