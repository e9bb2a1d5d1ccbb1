import { inZone, toMarketplaceTime } from '../../shared/dates';
import { dateTime, flag, type Encode } from '../../shared/fields';
import { record } from '../../shared/locators';
import type { Fields, Operation } from '../../shared/operation';
import { listOf, withSearch } from '../calls';
import { groupLines, simplifyLine } from '../orderLines';

/** The instant at which a clock in `timezone` shows `reading`, both as milliseconds. */
function instantOf(reading: number, timezone: string): number {
	const ahead = (instant: number) =>
		Date.parse(`${inZone(new Date(instant), timezone).replace(' ', 'T')}Z`) - instant;
	return reading - ahead(reading - ahead(reading));
}

/** `YYYY-MM-DDTHH:MM:SSZ`, the form in which a client of the sister service sends times. */
const inUtc: Encode = (value, { label, timezone }) => {
	const reading = toMarketplaceTime(value, timezone, label).replace(' ', 'T');
	const instant = instantOf(Date.parse(`${reading}Z`), timezone);
	return `${new Date(instant).toISOString().slice(0, 19)}Z`;
};

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
			encode: inUtc,
			description:
				"Only lines that changed at or after this time. This filter is not documented: Elryan's reference lost the filters of this list, and a sister service has this one. Elryan may ignore it, so check 'updatedTime' where it matters.",
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
