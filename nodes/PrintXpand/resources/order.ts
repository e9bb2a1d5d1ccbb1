import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/call';
import { decimal } from '../../shared/numbers';
import { choice, rows, text } from '../../shared/fields';
import type { Batch, Resource } from '../../shared/operation';
import { shownFor } from '../../shared/shown';
import { mapById } from '../results';
import { upsertOf } from './calls';
import { line, toLists, wholeLines } from './orderLines';

const byId = mapById('order', 'order', 'order_id');

/** An order with its lines as the service takes them. */
function toOrder({ items, ...order }: IDataObject): IDataObject {
	const { lists, total } = toLists((Array.isArray(items) ? items : []).filter(isRecord));
	return { ...order, sub_total: order.sub_total ?? total, ...lists };
}

const batch: Batch = {
	...byId,
	body: (elements) => byId.body(elements.map(toOrder)),
	once: ({ order_id: id }) => ({
		mark: String(id),
		refusal: [
			`The order '${String(id)}' comes twice in this run`,
			'PrintXpand could print it twice. Give all its items in one input item',
		],
	}),
};

const part = (label: string, name: string, placeholder: string) =>
	text(`Shipping ${label}`, { to: `shipping_address.${name}`, placeholder: `e.g. ${placeholder}` });

/** What is to be printed, and where it goes. */
export const orders: Resource = {
	name: 'Order',
	operations: {
		upsert: {
			...upsertOf('order'),
			// What a second order does is not documented: it could be printed twice.
			effect: 'act',
			fields: {
				orderId: text('Order ID', {
					to: 'order_id',
					required: true,
					placeholder: 'e.g. 100000123',
					description: 'Your own ID of the order',
				}),
				items: rows('Items', line, {
					row: 'Item',
					required: true,
					description: 'The designs to print',
				}),
				subTotalFrom: choice(
					'Subtotal From',
					{ field: 'Field Below', items: 'Items (Sum of Price × Quantity)' },
					{
						in: 'none',
						fixed: true,
						initially: 'field',
						description:
							"Where the subtotal comes from. Of PrintXpand's two examples one is the sum of price × quantity, the other the sum of the prices alone: ask PrintXpand which it expects.",
					},
				),
				subTotal: shownFor(
					{ subTotalFrom: ['field'] },
					decimal('Subtotal', {
						to: 'sub_total',
						min: 0,
						required: true,
						placeholder: 'e.g. 220.00',
						description: 'What the items cost together',
					}),
				),
				shippingAddressName: text('Shipping Name', {
					to: 'shipping_address.name',
					required: true,
					placeholder: 'e.g. Layla Haddad',
					description: 'Who gets the parcel',
				}),
			},
			optional: {
				shippingAddressAddress1: part('Address Line 1', 'address1', '14 Rainbow Street'),
				shippingAddressAddress2: part('Address Line 2', 'address2', 'Flat 3'),
				shippingAddressCity: part('City', 'city', 'Amman'),
				shippingAddressCountry: part('Country', 'country', 'Jordan'),
				shippingAddressCountryCode: part('Country Code', 'country_code', 'JO'),
				shippingAddressPhone: part('Phone', 'phone', '+962 6 555 0100'),
				shippingAddressState: part('State', 'state', 'Amman'),
				shippingAddressZip: part('ZIP Code', 'zip', '11181'),
				status: text('Status', {
					placeholder: 'e.g. Open',
					description: "PrintXpand's examples are 'Success' and 'Open'; it lists no others",
				}),
			},
			checks: [wholeLines],
			batch,
			verify:
				"Look for the order in PrintXpand's admin before you run it again: its API cannot be asked for orders",
		},
	},
};
