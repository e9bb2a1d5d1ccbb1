import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/call';
import { add, multiply, toDecimal, withPlaces } from '../../shared/decimal';
import { text } from '../../shared/fields';
import { amount, decimal } from '../../shared/numbers';
import type { Check, Fields } from '../../shared/operation';
import { isEmpty } from '../../shared/parameters';

/** One line of an order. */
export const line: Fields = {
	designId: text('Design ID', {
		to: 'design_id',
		required: true,
		placeholder: 'e.g. 1524',
		description: 'The ID of the design to print',
	}),
	itemPrice: decimal('Item Price', {
		to: 'item_price',
		min: 0,
		required: true,
		placeholder: 'e.g. 22.00',
		description: 'The price of one piece',
	}),
	itemQty: amount('Item Quantity', {
		to: 'item_qty',
		min: 1,
		whole: true,
		required: true,
		placeholder: 'e.g. 2',
	}),
};

const NOT_EQUAL = 'Order design id, item price, and item qty is not equaled';

/** A line must be whole, or the three lists that the lines become would differ in length. */
export const wholeLines: Check = ({ items, itemsJson }) => {
	const isJson = items === undefined;
	const given = isJson ? itemsJson : items;
	const lines = Array.isArray(given) ? (given as unknown[]) : [];
	if (lines.length === 0) return "'Items' is empty";
	for (const [index, one] of lines.entries()) {
		const list = isJson ? 'Items (JSON)' : 'Items';
		if (!isRecord(one)) return `'${list}' needs a list of objects: [ { … } ]`;
		for (const [name, { property, to, encode }] of Object.entries(line)) {
			const key = isJson ? String(to) : name;
			const label = isJson ? key : property.displayName;
			const value = one[key];
			if (isEmpty(value))
				return [NOT_EQUAL, `'${label}' is empty in row ${index + 1} of '${list}'`];
			// What stands in a row is looked at where the row is encoded.
			if (isJson) encode?.(value, { label, timezone: '' });
		}
	}
	return undefined;
};

/** Lines as the service takes them: one list for each of their fields, and what they cost together. */
export function toLists(lines: IDataObject[]) {
	const prices = lines.map((one) => toDecimal(one.item_price) ?? '0');
	const quantities = lines.map((one) => Number(one.item_qty));
	const total = prices.reduce(
		(sum, price, index) => add(sum, multiply(price, String(quantities[index]))),
		'0',
	);
	return {
		lists: {
			item_price: prices,
			item_qty: quantities,
			design_id: lines.map((one) => String(one.design_id)),
		},
		// In every example amounts have two places.
		total: withPlaces(total, 2),
	};
}
