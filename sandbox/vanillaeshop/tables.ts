import { whole } from './fields';
import type { Lookup } from './laravel/checks';
import type { Orders } from './orders';
import type { Products } from './products';
import type { Records } from './records';
import { FIXED } from './reference';

/** The tables that `exists` and `unique` ask, by table and column. */
export function createLookup(records: Records, products: Products, orders: Orders): Lookup {
	const changing: Record<string, (value: string) => boolean> = {
		'customer.customer_id': (value) => records.customers.has(value),
		'magento_manufacturer.entity_id': (value) => records.manufacturers.has(value),
		'option_value.option_value_id': (value) => records.optionValues.has(value),
		'order.order_id': (value) => orders.orders.has(String(whole(value))),
		'product.product_id': (value) => products.products.has(value),
		'product.sku': (value) => products.findBySku(value) !== undefined,
		'product_to_magento.entity_id': (value) => products.findByEntity(value) !== undefined,
	};
	const fixed = new Map(
		Object.entries(FIXED).map(([name, values]) => [
			name,
			new Set(values.map((value) => String(value).toLowerCase())),
		]),
	);
	return (table, column, value) => {
		const name = `${table}.${column}`;
		// MySQL's usual collation takes `sa` for `SA`.
		const found = changing[name]?.(value) ?? fixed.get(name)?.has(value.toLowerCase());
		if (found === undefined) throw new Error(`No such column: ${name}`);
		return found;
	};
}
