import type { IDataObject } from 'n8n-workflow';
import { at, type Call } from '../../shared/call';
import { atLeastOne } from '../../shared/checks';
import { choice, dateTime, flag, longText, text } from '../../shared/fields';
import { amount, toNumber } from '../../shared/numbers';
import type { Resource, Unchanged, Values } from '../../shared/operation';
import { action } from '../actions';
import { getAll, product } from './productList';

const UPDATE_FIELDS = "Add one of them under 'Update Fields'";

/** Names of products in the list, and the name that a request means. */
const byName: Pick<Unchanged, 'list' | 'names' | 'named'> = {
	list: getAll,
	names: (found) => [`sku ${String(found.sku)}`, `id ${String(found.product_id)}`],
	named: (body) => {
		const { sku, product_id: productId } = at(body, 'data') as IDataObject;
		return sku === undefined ? `id ${String(productId)}` : `sku ${String(sku)}`;
	},
};

/** Whether every value that would be sent is what the marketplace has; numbers may come as texts. */
const sameIn =
	(paths: Record<string, string>): Unchanged['same'] =>
	(found, body) =>
		Object.entries(paths).every(([name, path]) => {
			const sent = at(body, `data.${name}`);
			const has = at(found, path);
			if (sent === undefined) return true;
			return typeof sent === 'number' ? toNumber(has) === sent : has === sent;
		});

const set = (name: string) => ({
	effect: 'set' as const,
	...action('product', name),
	record: 'product',
	simplify: getAll.simplify,
	fields: { product },
});

/**
 * Zero may be refused ("positive integer"); out of stock says the same in a way that is documented. Nothing
 * but the same flag takes that back, so a quantity of more is sent with it, or the product could never be
 * bought again.
 */
function zeroQuantity(call: Call, { qty, isInStock, whenQtyIsZero }: Values): Call {
	if (whenQtyIsZero !== 'sendOutOfStock' || qty === undefined) return call;
	const body = call.body as IDataObject;
	const { qty: sent, ...data } = body.data as IDataObject;
	if (sent === 0) return { ...call, body: { ...body, data: { ...data, is_in_stock: false } } };
	const inStock = isInStock === undefined ? { is_in_stock: true } : {};
	return { ...call, body: { ...body, data: { ...data, ...inStock, qty: sent } } };
}

const price = (label: string, name: string, extra: { to?: string; description: string }) =>
	amount(label, {
		min: 0,
		placeholder: 'e.g. 99.99',
		words: `Field '${name}' must be a positive number.`,
		...extra,
	});

const inZone = "Sent as YYYY-MM-DD HH:MM:SS in the workflow's time zone";

/** A seller's products. Facts: the IntegrationHub reference, "Product API". */
export const products: Resource = {
	name: 'Product',
	operations: {
		get: {
			name: 'Get',
			action: 'Get product',
			description: 'Retrieve one product with its price and stock',
			effect: 'read',
			...action('product', 'view_product_data'),
			record: 'product',
			simplify: getAll.simplify,
			fields: { product },
		},
		getAll,
		update: {
			...set('update_product_data'),
			name: 'Update',
			action: 'Update product',
			description: "Change a product's name or descriptions",
			optional: {
				name: text('Name'),
				description: longText('Description'),
				shortDescription: longText('Short Description', { to: 'short_description' }),
			},
			checks: [
				atLeastOne(
					['name', 'description', 'shortDescription'],
					"At least one of the following fields must be provided: 'name', 'description', 'short_description'.",
					UPDATE_FIELDS,
				),
			],
		},
		updatePrice: {
			...set('update_product_price'),
			name: 'Update Price',
			action: 'Update product price',
			description: "Change a product's price, or its special price and when that holds",
			optional: {
				price: price('Price', 'price', { description: 'The regular price' }),
				specialPrice: price('Special Price', 'special_price', {
					to: 'special_price',
					description: 'The sale price',
				}),
				specialFromDate: dateTime('Special Price From', {
					to: 'special_from_date',
					description: `When the special price begins. ${inZone}.`,
				}),
				specialToDate: dateTime('Special Price To', {
					to: 'special_to_date',
					description: `When the special price ends. ${inZone}.`,
				}),
			},
			checks: [
				atLeastOne(
					['price', 'specialPrice', 'specialFromDate', 'specialToDate'],
					"At least one of the following fields must be provided: 'price', 'special_price', 'special_from_date', 'special_to_date'.",
					UPDATE_FIELDS,
				),
			],
			unchanged: {
				...byName,
				same: sameIn({
					price: 'price',
					special_price: 'special_price',
					special_from_date: 'special_from_date',
					special_to_date: 'special_to_date',
				}),
			},
		},
		updateStock: {
			...set('update_product_stock'),
			name: 'Update Stock',
			action: 'Update product stock',
			description: "Change a product's quantity, or whether it is in stock",
			optional: {
				isInStock: flag('In Stock', {
					to: 'is_in_stock',
					initially: true,
					description: 'Whether the product can be bought',
				}),
				qty: amount('Quantity', {
					placeholder: 'e.g. 25',
					min: 0,
					whole: true,
					words: "Field 'qty' must be a positive integer.",
					description: 'How many there are',
				}),
			},
			options: {
				whenQtyIsZero: choice(
					'When Quantity Is 0',
					{
						sendQuantity: 'Send the Quantity',
						sendOutOfStock: 'Send Out of Stock Instead',
					},
					{
						in: 'none',
						initially: 'sendQuantity',
						description:
							"The marketplace documents a positive quantity; whether it takes 0 is not known. With 'Send Out of Stock Instead', a higher quantity puts the product back in stock, unless 'In Stock' is given.",
					},
				),
			},
			checks: [
				atLeastOne(
					['qty', 'isInStock'],
					"At least one of the following fields must be provided: 'qty', 'is_in_stock'.",
					UPDATE_FIELDS,
				),
			],
			request: zeroQuantity,
			unchanged: {
				...byName,
				same: sameIn({
					qty: 'quantity_and_stock_status.qty',
					is_in_stock: 'quantity_and_stock_status.is_in_stock',
				}),
			},
		},
	},
};
