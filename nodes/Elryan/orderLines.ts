import type { IDataObject } from 'n8n-workflow';
import { pick } from '../shared/simplify';

/** The keys of an order line hold spaces and brackets; the names that people can work with. */
const keep = pick([
	['POlineID', 'poLineId'],
	['Order Number', 'orderNumber'],
	['Purchase Order ID', 'purchaseOrderId'],
	// `Date` is DD/MM/YYYY.
	['dateISO', 'date'],
	// `updatedLocalTime` says UTC and is three hours ahead of it.
	'updatedTime',
	['Item', 'item'],
	['Description', 'description'],
	['Quantity', 'quantity'],
	['Total Amount', 'totalAmount'],
	['Status', 'status'],
]);

/** A line with clean keys and ISO dates, its amounts as they came. What is no line stays as it is. */
export function simplifyLine(line: IDataObject): IDataObject {
	const kept = keep(line);
	return Object.keys(kept).length > 0 ? kept : line;
}

/** The same for a line that was canceled: why, in the place of what it is. */
export function simplifyCanceledLine(line: IDataObject): IDataObject {
	const { description, ...kept } = simplifyLine(line);
	const { cancelReason } = line;
	if (cancelReason !== undefined) return { ...kept, cancelReason };
	return description === undefined ? kept : { ...kept, description };
}

/** Lines by the number of their order, each order where its first line stood; simplified lines or raw ones. */
export function groupLines(lines: IDataObject[]): IDataObject[] {
	const orders = new Map<unknown, IDataObject & { lines: IDataObject[] }>();
	for (const line of lines) {
		const orderNumber = line.orderNumber ?? line['Order Number'];
		const purchaseOrderId = line.purchaseOrderId ?? line['Purchase Order ID'];
		// A line that names no order stands alone.
		const mark = orderNumber ?? purchaseOrderId ?? line;
		const order = orders.get(mark);
		if (order) order.lines.push(line);
		else {
			const date = line.date ?? line.dateISO;
			orders.set(mark, { orderNumber, purchaseOrderId, date, lines: [line] });
		}
	}
	return [...orders.values()];
}
