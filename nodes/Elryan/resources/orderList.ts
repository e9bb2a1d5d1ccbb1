import { toUtcTime } from '../../shared/dates';
import { dateTime, flag } from '../../shared/fields';
import { record } from '../../shared/locators';
import type { Fields, Operation } from '../../shared/operation';
import { listOf, withSearch } from '../calls';
import { groupLines, simplifyLine } from '../orderLines';

/** What the lists of order lines have in common. An order is not a record of its own: its lines are. */
const lines: Pick<Operation, 'list' | 'simplify' | 'arrange'> & { options: Fields } = {
	list: listOf('POlineID'),
	simplify: simplifyLine,
	options: {
		groupByOrder: flag('Group by Order', {
			in: 'none',
			description:
				'Whether to return one item for each order, with its lines in a list. The limit counts lines, so the last order may lack some.',
		}),
	},
	arrange: (rows, { groupByOrder }) => (groupByOrder === true ? groupLines(rows) : rows),
};

/** The list, by which order lines are also picked. */
export const getAll: Operation = {
	...lines,
	name: 'Get Many',
	action: 'Get many orders',
	description: 'Retrieve a list of order lines; an order has one line for each of its products',
	effect: 'read',
	source: 'inferred',
	method: 'POST',
	path: '/orders/search',
	envelope: withSearch,
	optional: {
		updatedFrom: dateTime('Updated From', {
			to: 'search.updated_from',
			// The form in which a client of the sister service sends times.
			encode: (value, { label, timezone }) => toUtcTime(value, timezone, label),
			description:
				"Only lines that changed at or after this time. Elryan's reference lost the filters of this list, and a sister service has this one: whether Elryan heeds it is for Elryan to decide, and the node does not filter again. Check 'updatedTime' where it matters.",
		}),
	},
};

export const getUnfulfilled: Operation = {
	...lines,
	name: 'Get Unfulfilled',
	action: 'Get unfulfilled orders',
	description: 'Retrieve a list of the order lines that are still to be fulfilled',
	effect: 'read',
	source: 'inferred',
	method: 'POST',
	path: '/orders/unfulfilled-list',
};

/** A line of an order. */
export const poLineId = record(
	'Order Line',
	{
		method: 'searchOrderLines',
		list: () => getAll,
		choice: ({ POlineID: id, 'Order Number': order, Description: what, Status: status }) => ({
			label: `${String(order)} · ${String(what)} · ${String(status)}`,
			value: String(id),
		}),
	},
	{ list: {}, id: { label: 'By PO Line ID', placeholder: 'e.g. 77231331' } },
	{ description: 'The line of an order, by its POlineID' },
);
