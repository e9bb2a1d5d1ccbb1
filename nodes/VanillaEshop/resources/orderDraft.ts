import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/call';
import { shippedToPayment } from './orderAddress';
import { totalsOf, withRowTotal } from './orderTotals';

/** An order's address as VanillaEshop takes it. */
export function toAddress({ compose, ...order }: IDataObject): IDataObject {
	const isSame = isRecord(compose) && compose.shippingAddressFrom === 'payment';
	return isSame ? shippedToPayment(order) : order;
}

/** An order as VanillaEshop takes it: `compose`, which says what is still to be made, is taken out. */
export function toOrder(draft: IDataObject): IDataObject {
	const compose = isRecord(draft.compose) ? draft.compose : {};
	const order = toAddress(draft);
	const products = Array.isArray(order.products)
		? order.products.map((one) => (isRecord(one) ? withRowTotal(one) : one))
		: undefined;
	const { shipping_telephone: telephone = order.telephone } = order;
	const made: IDataObject = {
		...order,
		...(telephone === undefined ? {} : { shipping_telephone: telephone }),
		...(products === undefined ? {} : { products }),
	};
	if (compose.totalsFrom !== 'computed') return made;
	const rows = (products ?? []).filter(isRecord);
	return { ...made, totals: totalsOf(rows, compose, order.language) };
}
