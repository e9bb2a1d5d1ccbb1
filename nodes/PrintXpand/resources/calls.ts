/** The four kinds of records, as the service names them. */
type Noun = 'category' | 'customer' | 'order' | 'product';

/** What all calls have in common that create or update. */
export const upsertOf = (noun: Noun) => ({
	name: 'Create or Update',
	action: `Create or update ${noun}`,
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	method: 'POST' as const,
	path: `/rest/V1/${noun}/create/`,
});

/** What all calls have in common that delete; the service documents a POST for it. */
export const deleteOf = (noun: Noun) => ({
	name: 'Delete',
	action: `Delete ${noun}`,
	description: `Delete a ${noun} by its ID`,
	effect: 'set' as const,
	deletes: true as const,
	method: 'POST' as const,
	path: `/rest/V1/${noun}/delete/`,
});
