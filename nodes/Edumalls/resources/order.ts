import { flag, longText, rows, text } from '../../shared/fields';
import { amount } from '../../shared/numbers';
import type { Resource } from '../../shared/operation';
import { action } from '../actions';
import { state, status } from '../statuses';
import { getAll, order } from './orderList';

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
		fields: { order, comment: longText('Comment', { required: true }) },
		optional: { notify },
	},
	cancel: {
		...change('update_order_cancel'),
		name: 'Cancel',
		action: 'Cancel order',
		description: 'Cancel an order that cannot be fulfilled',
		fields: { order },
		optional: { comment, notify },
	},
	createInvoice: {
		...change('update_order_invoice'),
		name: 'Create Invoice',
		action: 'Create invoice for order',
		description: 'Invoice an order whose payment has arrived',
		fields: {
			order,
			paid: amount('Amount Paid', {
				required: true,
				min: 0,
				placeholder: 'e.g. 182',
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
		fields: { order },
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
		fields: { order },
	},
	getAll,
	updateStatus: {
		...change('update_order_status'),
		name: 'Update Status',
		action: 'Update order status',
		description: "Change an order's status without invoicing or shipping it",
		fields: { order, status: status({ required: true }) },
		optional: { comment, notify, state: state() },
	},
};

/** A seller's orders. Facts: the IntegrationHub reference, "Order API". */
export const orders: Resource = { name: 'Order', operations };
