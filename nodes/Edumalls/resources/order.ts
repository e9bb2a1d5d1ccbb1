import type { IDataObject } from 'n8n-workflow';
import { put, type Call } from '../../shared/call';
import { oneValueUnless } from '../../shared/checks';
import {
	choice,
	dateTime,
	flag,
	id,
	longText,
	number,
	record,
	rows,
	text,
	texts,
	toTexts,
} from '../../shared/fields';
import type { Operation, Resource, Values } from '../../shared/operation';
import { pick } from '../../shared/simplify';
import { action, pager, sort } from '../actions';
import { state, STATES, status, STATUSES } from '../statuses';

const CONDITIONS = { eq: 'Is', in: 'Is Any Of', neq: 'Is Not' };

const filterOn = (name: string) => ({
	condition: choice(`Order ${name} Condition`, CONDITIONS, {
		in: 'none',
		initially: 'in',
		description: `How the order's ${name.toLowerCase()} is compared. 'Is' and 'Is Not' take one value.`,
	}),
	several: (known: Record<string, string>) =>
		texts(`Order ${name}`, {
			in: 'none',
			description: `Only orders with one of these. Documented are: ${Object.keys(known).join(', ')}. Any other is taken too.`,
			placeholder: `e.g. ${Object.keys(known)[0]}`,
		}),
});

/** `filter: { status: { in: [ … ] } }`; the operator stands in a parameter of its own. */
function filter(call: Call, values: Values): Call {
	let { body } = call as { body: IDataObject };
	for (const name of ['status', 'state']) {
		const given = values[name] === undefined ? [] : toTexts(values[name]);
		if (given.length === 0) continue;
		const condition = String(values[`${name}Condition`] ?? 'in');
		const operand = condition === 'in' ? given : given[0];
		body = put(body, `data.filter.${name}`, { [condition]: operand });
	}
	return { ...call, body };
}

const oneStatus = oneValueUnless(
	'status',
	'statusCondition',
	'in',
	"'Order Status' takes one value with 'Is' and 'Is Not'; choose 'Is Any Of' for several",
);
const oneState = oneValueUnless(
	'state',
	'stateCondition',
	'in',
	"'Order State' takes one value with 'Is' and 'Is Not'; choose 'Is Any Of' for several",
);

const getAll: Operation = {
	name: 'Get Many',
	action: 'Get many orders',
	description: 'Retrieve a list of orders, by status, state or the time they were placed',
	effect: 'read',
	...action('order', 'view_order_list'),
	optional: {
		createdAfter: dateTime('Created After', {
			in: 'none',
			description:
				"Only orders placed at or after this time, compared as YYYY-MM-DD HH:MM:SS in the workflow's time zone. The marketplace does not say which zone its own times are in: leave a margin.",
		}),
		state: filterOn('State').several(STATES),
		stateCondition: filterOn('State').condition,
		status: filterOn('Status').several(STATUSES),
		statusCondition: filterOn('Status').condition,
	},
	options: {
		includeInvoices: flag('Include Invoices', {
			to: 'include_invoices',
			description: "Whether to return each order's invoice",
		}),
		includeShipments: flag('Include Shipments', {
			to: 'include_shipments',
			description: "Whether to return each order's shipment and tracking",
		}),
	},
	checks: [oneStatus, oneState],
	request: filter,
	list: {
		records: 'orders',
		key: ['order_id'],
		pager,
		sort,
		since: { parameter: 'createdAfter', field: 'created_at' },
	},
	simplify: pick([
		'order_id',
		'increment_id',
		'state',
		'status',
		'created_at',
		'grand_total',
		'currency_code',
		['customer.email', 'customer_email'],
		['invoice.increment_id', 'invoice_increment_id'],
		['shipment.increment_id', 'shipment_increment_id'],
	]),
};

const orderField = record(
	'Order',
	{
		method: 'searchOrders',
		list: () => getAll,
		choice: ({
			order_id: orderId,
			increment_id: incrementId,
			status: current,
			created_at: at,
		}) => ({
			label: `${String(incrementId)} · ${String(current)} · ${String(at)}`,
			value: Number(orderId),
		}),
	},
	{
		list: { to: 'order_id', encode: id.number },
		incrementId: {
			label: 'By Order Number',
			to: 'increment_id',
			placeholder: 'e.g. 1000000123',
		},
		orderId: {
			label: 'By Order ID',
			to: 'order_id',
			placeholder: 'e.g. 24123',
			encode: id.number,
		},
	},
	{
		description: 'The order number is what buyers see; the order ID is internal',
		missing: 'You must provide either order_id or increment_id (not both).',
	},
);

const comment = longText('Comment', { description: "Text for the order's history" });
const notify = flag('Notify Buyer', {
	initially: true,
	description: 'Whether the buyer gets an e-mail about it',
});

/** What all that change an order have in common. */
const change = (name: string) => ({
	effect: 'act' as const,
	...action('order', name),
	record: 'order',
	simplify: getAll.simplify,
	verify: "Look at the order with 'Order: Get' before you run it again",
});

const operations: Resource['operations'] = {
	addComment: {
		...change('update_order_comment'),
		name: 'Add Comment',
		action: 'Add comment to order',
		description: "Write into an order's history, and mail it to the buyer if wanted",
		fields: { order: orderField, comment: longText('Comment', { required: true }) },
		optional: { notify },
	},
	cancel: {
		...change('update_order_cancel'),
		name: 'Cancel',
		action: 'Cancel order',
		description: 'Cancel an order that cannot be fulfilled',
		fields: { order: orderField },
		optional: { comment, notify },
	},
	createInvoice: {
		...change('update_order_invoice'),
		name: 'Create Invoice',
		action: 'Create invoice for order',
		description: 'Invoice an order whose payment has arrived',
		fields: {
			order: orderField,
			paid: number('Amount Paid', {
				min: 0,
				required: true,
				words: "Field 'paid' must be a positive number.",
				description: "What the buyer has paid, in the order's currency",
				hint: "For an order that is paid in full, the order's grand_total",
			}),
		},
		optional: { comment, notify, state: state(), status: status() },
	},
	createShipment: {
		...change('update_order_shipment'),
		name: 'Create Shipment',
		action: 'Create shipment for order',
		description: 'Ship all items of an order, with tracking numbers if there are any',
		fields: { order: orderField },
		optional: {
			comment,
			notify,
			state: state(),
			status: status(),
			tracking: rows(
				'Tracking',
				{
					title: text('Carrier Name', { required: true, placeholder: 'e.g. Aramex' }),
					carrierCode: text('Carrier Code', {
						to: 'carrier_code',
						required: true,
						placeholder: 'e.g. aramex',
					}),
					trackNumber: text('Tracking Number', {
						to: 'track_number',
						required: true,
						placeholder: 'e.g. S0000000001',
					}),
				},
				{ row: 'Tracking Number', description: 'The parcels of this shipment' },
			),
		},
	},
	get: {
		name: 'Get',
		action: 'Get order',
		description: 'Retrieve one order with its items, addresses, invoice and shipment',
		effect: 'read',
		...action('order', 'view_order_data'),
		record: 'order',
		simplify: getAll.simplify,
		fields: { order: orderField },
	},
	getAll,
	updateStatus: {
		...change('update_order_status'),
		name: 'Update Status',
		action: 'Update order status',
		description: "Change an order's status without invoicing or shipping it",
		fields: { order: orderField, status: status({ required: true }) },
		optional: { comment, notify, state: state() },
	},
};

/** A seller's orders. Facts: the IntegrationHub reference, "Order API". */
export const order: Resource = { name: 'Order', operations };
