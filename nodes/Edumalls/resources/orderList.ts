import type { IDataObject } from 'n8n-workflow';
import { put, type Call } from '../../shared/call';
import { oneValueUnless } from '../../shared/checks';
import { choice, dateTime, flag, texts, toTexts } from '../../shared/fields';
import { id, record } from '../../shared/locators';
import type { Operation, Values } from '../../shared/operation';
import { pick } from '../../shared/simplify';
import { action, pager, sort } from '../actions';
import { STATES, STATUSES } from '../statuses';

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
	for (const [name, label] of Object.entries({ status: 'Order Status', state: 'Order State' })) {
		const given = values[name] === undefined ? [] : toTexts(values[name], label);
		if (given.length === 0) continue;
		const condition = String(values[`${name}Condition`] ?? 'in');
		const operand = condition === 'in' ? given : given[0];
		body = put(body, `data.filter.${name}`, { [condition]: operand });
	}
	return { ...call, body };
}

const oneStatus = oneValueUnless(
	'status',
	'Order Status',
	'statusCondition',
	'in',
	"'Order Status' takes one value with 'Is' and 'Is Not'; choose 'Is Any Of' for several",
);
const oneState = oneValueUnless(
	'state',
	'Order State',
	'stateCondition',
	'in',
	"'Order State' takes one value with 'Is' and 'Is Not'; choose 'Is Any Of' for several",
);

/** The list, by which orders are also picked. */
export const getAll: Operation = {
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

/** An order, by the number that buyers see or by its internal ID; never both. */
export const order = record(
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
			label: 'By Number',
			to: 'increment_id',
			placeholder: 'e.g. 1000000123',
		},
		orderId: {
			label: 'By ID',
			to: 'order_id',
			placeholder: 'e.g. 24123',
			encode: id.number,
		},
	},
	{
		description:
			'The order number (increment_id in the data) is what buyers see; the order ID (order_id) is internal',
		missing: 'You must provide either order_id or increment_id (not both).',
	},
);
