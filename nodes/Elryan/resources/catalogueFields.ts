import { flag, text } from '../../shared/fields';
import { record } from '../../shared/locators';
import type { Operation } from '../../shared/operation';

/** Filters that many lists have. */
export const filters = {
	id: text('ID', { to: 'search.id', description: 'The ID that Elryan gave' }),
	isActive: (many: string) =>
		flag('Active', {
			to: 'search.is_active',
			initially: true,
			description: `Whether to return active ${many}, or else those that are not`,
		}),
	name: text('Name', { to: 'search.name' }),
	remoteId: text('Remote ID', { to: 'search.remote_id', description: 'Your own ID' }),
};

/** Whether a record is in use. */
export const isActive = (one: string) =>
	flag('Active', {
		to: 'is_active',
		initially: true,
		description: `Whether the ${one} is in use`,
	});

/** The merchant's own ID of a record that is created or updated. */
export const newRemoteId = (one: string, example: string) =>
	text('Remote ID', {
		to: 'remote_id',
		required: true,
		placeholder: `e.g. ${example}`,
		description: `Your own ID of the ${one}`,
	});

interface Known {
	/** The record in lower case, such as `brand`. */
	one: string;
	example: string;
	/** The name of the method that searches the list. */
	method: string;
	list(): Operation;
	/** What a record of the list is called, beside its ID; its name, where nothing is said. */
	called?(found: Record<string, unknown>): unknown;
}

/** A record that is there, by the merchant's own ID. */
export const knownRemoteId = ({ one, example, method, list, called = ({ name }) => name }: Known) =>
	record(
		'Remote ID',
		{
			method,
			list,
			choice: (found) => ({
				label: `${String(called(found))} · ${String(found.remote_id)}`,
				value: String(found.remote_id),
			}),
		},
		{ list: {}, id: { label: 'By Remote ID', placeholder: `e.g. ${example}` } },
		{ description: `Your own ID of the ${one}` },
	);
