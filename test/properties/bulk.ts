import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../nodes/shared/call';
import type { Sent } from './answering';

/** An operation that carries many items in one request, and a marketplace that answers for each of them. */
export interface Bulk {
	/** As in the list of subjects. */
	title: string;
	parameters: IDataObject;
	/** The records of a request: the id, and what was sent for it. */
	recordsIn(sent: Sent): Array<[id: string, value: string]>;
	/** What the marketplace says, where it takes all but some. */
	answer(ids: string[], refused: Set<string>): unknown;
	/** Which of several items for one record counts. */
	counts: 'first' | 'last' | 'each';
}

const inside = (value: unknown): IDataObject => (isRecord(value) ? value : {});
const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const entries = (ids: string[], refused: Set<string>) => [
	{
		response: ids.map((id) =>
			refused.has(id)
				? { id, code: 404, status: 'error', message: 'Not possible' }
				: { id, code: '200', status: 'success', message: 'Done' },
		),
	},
];

const mapOf =
	(key: string, valueOf: (record: IDataObject) => unknown): Bulk['recordsIn'] =>
	({ body }) =>
		Object.entries(inside(inside(body)[key])).map(([id, record]) => [
			id,
			String(valueOf(inside(record))),
		]);

const ID = '={{ $json.id }}';
const VALUE = '={{ $json.value }}';

/** One operation for each way in which a request carries many items. */
export const bulks: Bulk[] = [
	{
		title: 'Elryan variant: updatePriceStock',
		parameters: { sku: ID, updateFields: { stock: VALUE } },
		recordsIn: ({ body }) =>
			listIn(inside(body).items)
				.map(inside)
				.map(({ sku, stock }) => [String(sku), String(stock)]),
		answer: (ids, refused) => ({
			error_code: 0,
			data: {
				foundVariantsInDb: ids.filter((id) => !refused.has(id)),
				notFoundVariantsInDb: ids.filter((id) => refused.has(id)),
			},
		}),
		counts: 'last',
	},
	{
		title: 'PrintXpand customer: upsert',
		parameters: { id: ID, email: VALUE, additionalFields: {} },
		recordsIn: mapOf('customer', ({ email }) => email),
		answer: entries,
		counts: 'each',
	},
	{
		title: 'PrintXpand order: upsert',
		parameters: {
			orderId: ID,
			itemsInput: 'rows',
			items: { values: [{ designId: '1', itemPrice: '1', itemQty: 1 }] },
			subTotalFrom: 'items',
			shippingAddressName: VALUE,
			additionalFields: {},
		},
		recordsIn: mapOf('order', (order) => inside(order.shipping_address).name),
		answer: entries,
		counts: 'first',
	},
];
