import { longText, text } from '../../shared/fields';
import type { Operation, Resource } from '../../shared/operation';
import { pick } from '../../shared/simplify';
import { addressFields, optionalAddressFields } from './orderAddress';
import { toAddress, toOrder } from './orderDraft';
import {
	newOrderId,
	optionalOrderFields,
	orderFields,
	orderId,
	orderStatusCode,
	userId,
} from './orderFields';
import { lineChecks } from './orderLines';

const simplify = pick([
	'order_id',
	'order_status_id',
	'date_added',
	'firstname',
	'lastname',
	'email',
	'telephone',
	'total',
	'currency_code',
	'products',
]);

const whole: Pick<Operation, 'record' | 'checks' | 'envelope' | 'simplify'> = {
	record: 'data',
	checks: lineChecks,
	envelope: toOrder,
	simplify,
};

const LOOK =
	"Look at the order's history with 'Order: Get' ('Simplify' off) before you run it again";

/** What was bought elsewhere and is put into VanillaEshop; the API lists no orders. */
export const orders: Resource = {
	name: 'Order',
	operations: {
		get: {
			name: 'Get',
			action: 'Get order',
			description: 'Retrieve an order by its ID',
			effect: 'read',
			method: 'GET',
			path: '/v1/in/order/{orderId}',
			record: 'data',
			fields: { orderId: orderId() },
			simplify,
		},
		create: {
			...whole,
			name: 'Create',
			action: 'Create order',
			description: 'Add an order under an ID of your own choice, from 500000 on',
			effect: 'act',
			method: 'POST',
			path: '/v1/in/order',
			fields: { orderId: newOrderId, ...orderFields },
			optional: optionalOrderFields,
			verify:
				"Look with 'Order: Get' whether the order is there. If it is, do not create it again: what VanillaEshop does with a second order of the same ID is not documented",
		},
		update: {
			...whole,
			name: 'Update',
			action: 'Update order',
			description:
				'Replace an order as a whole. Give all of it, also what stays as it is. For the status or the address alone, use the operations of those names.',
			effect: 'set',
			method: 'PUT',
			path: '/v1/in/order/{orderId}',
			fields: {
				orderId: orderId({
					hint: 'The whole order is replaced: give every field, also those that stay as they are',
				}),
				...orderFields,
			},
			optional: optionalOrderFields,
		},
		updateAddress: {
			name: 'Update Address',
			action: 'Update address of order',
			description:
				'Replace the payment and shipping address of an order. Give both in full, also what stays as it is.',
			effect: 'set',
			method: 'POST',
			path: '/v1/in/order/{orderId}/updateAddress',
			record: 'data',
			fields: {
				orderId: orderId({ hint: 'Both addresses are replaced: give every field of them' }),
				...addressFields,
				shippingTelephone: text('Shipping Telephone', {
					to: 'shipping_telephone',
					required: true,
					placeholder: 'e.g. 0500000001',
				}),
			},
			optional: optionalAddressFields,
			envelope: toAddress,
			simplify,
		},
		updateStatus: {
			name: 'Update Status',
			action: 'Update status of order',
			description:
				"Give an order another status, which adds a line to its history. For a comment, use 'Add Comment'.",
			effect: 'act',
			method: 'POST',
			path: '/v1/in/orderStatus',
			record: 'data',
			fields: { orderId: orderId(), orderStatusCode },
			optional: { userId },
			verify: LOOK,
		},
		addComment: {
			name: 'Add Comment',
			action: 'Add comment to order',
			description: 'Add a comment to the history of an order',
			effect: 'act',
			method: 'POST',
			path: '/v1/in/orderHistory',
			record: 'data',
			fields: {
				orderId: orderId(),
				comment: longText('Comment', { required: true, placeholder: 'e.g. Call before delivery' }),
			},
			optional: { userId },
			verify: LOOK,
		},
	},
};
