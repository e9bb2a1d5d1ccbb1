import { suggested } from '../../shared/locators';
import type { Operation, Resource } from '../../shared/operation';
import { listOf } from '../calls';
import { simplifyCanceledLine, simplifyLine } from '../orderLines';
import { getAll, getUnfulfilled, poLineId } from './orderList';

/** The reasons that the reference shows. */
const REASONS = {
	incorrect_pricing: 'Incorrect Pricing',
	out_of_stock: 'Out of Stock',
	sourcing_delay: 'Sourcing Delay',
};

const choiceOf = (value: string) => ({
	label: (REASONS as Record<string, string>)[value] ?? value,
	value,
});

const getCancelReasons: Operation = {
	name: 'Get Cancel Reasons',
	action: 'Get cancel reasons',
	description: 'Retrieve a list of the reasons that an order line can be canceled for',
	effect: 'read',
	source: 'inferred',
	method: 'GET',
	path: '/orders/cancel-reasons',
	// Plain values, answered all at once.
	list: { records: listOf().records, key: ['value'] },
};

const reason = suggested(
	'Reason',
	{
		method: 'searchCancelReasons',
		list: () => getCancelReasons,
		choice: ({ value }) => choiceOf(String(value)),
		fallback: Object.keys(REASONS).map(choiceOf),
	},
	{
		required: true,
		placeholder: 'e.g. out_of_stock',
		description: 'Why the line is canceled; any reason can be typed',
	},
);

const verify = "Look at the line with 'Order: Get' before you run it again";

/** Lines of purchase orders. Facts: the Elryan reference, "Orders". */
export const orders: Resource = {
	name: 'Order',
	operations: {
		cancel: {
			name: 'Cancel',
			action: 'Cancel order line',
			description: 'Cancel a line of an order that cannot be fulfilled',
			effect: 'act',
			method: 'PUT',
			path: '/orders/cancel/{poLineId}',
			record: 'data',
			fields: { poLineId, reason },
			simplify: simplifyCanceledLine,
			verify,
		},
		get: {
			name: 'Get',
			action: 'Get order line',
			description: 'Retrieve one line of an order',
			effect: 'read',
			source: 'inferred',
			method: 'GET',
			path: '/orders/{poLineId}',
			record: 'data',
			fields: { poLineId },
			simplify: simplifyLine,
		},
		getAll,
		getCancelReasons,
		getUnfulfilled,
		prepare: {
			name: 'Prepare',
			action: 'Prepare order line',
			description: 'Mark the items of an order line as prepared',
			effect: 'act',
			source: 'inferred',
			method: 'PUT',
			path: '/orders/prepare/{poLineId}',
			record: 'data',
			fields: { poLineId },
			verify,
		},
	},
};
