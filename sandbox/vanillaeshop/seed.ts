import { BRANDS, CUSTOMERS, WARES, type Ware } from './catalog';
import type { Fields } from './laravel/php';
import { OPTION_VALUES } from './reference';
import type { Order } from './orders';
import type { Product } from './products';
import type { Store } from './store';

const DAY = 24 * 60 * 60 * 1000;
const FIRST = Date.UTC(2026, 0, 15, 7, 30, 0);
const SAMPLE_AT = Date.UTC(2011, 9, 25, 10, 31, 24);
const FIRST_ORDER = 500_001;
const STATUSES = ['complete', 'shipped', 'processing_warehouse', 'pending', 'under_review'];

const pick = <T>(list: readonly T[], index: number): T => {
	const found = list[index % list.length];
	if (found === undefined) throw new Error('Nothing to pick from');
	return found;
};

const wareAt = (index: number): Ware => pick(WARES, index);

/** A product that fits the rules, for the ware of this number. */
export function productFields(index: number): Fields {
	const { sku, en, ar, price, category, option } = wareAt(index);
	const round = Math.floor(index / WARES.length);
	const own = round === 0 ? sku : `${sku}-${round + 1}`;
	const values = OPTION_VALUES.filter(([option_id]) => option_id === option);
	return {
		...{ sku: own, ar: { name: ar }, en: { name: en } },
		...{ price, cost: price / 2, logistics_cost: 4, inventory_cost: 1, quantity: 5 * (index % 4) },
		...{ minimum: 1, maximum: 10, stock_status_id: 7, is_returnable: true, status: 1 },
		...{ product_link: `http://shop.vanillaeshop.example/${own}`, manufacturer_id: '501' },
		master_category_id: category,
		option:
			values.length === 0
				? []
				: [
						{
							option_id: option,
							required: true,
							values: values.map(([, option_value_id]) => ({
								...{ option_value_id, quantity: 0, price: 0 },
								sku: `${own}.${option_value_id}`,
							})),
						},
					],
	};
}

/** An order that fits the rules, of one product. */
export function orderFields(index: number): Fields {
	const { sku, ar, price } = wareAt(index);
	const { firstname, email, telephone } = pick(CUSTOMERS, index);
	const quantity = 1 + (index % 3);
	const total = price * quantity;
	const address = (kind: string): Fields => ({
		...{ [`${kind}_firstname`]: firstname, [`${kind}_address_1`]: 'شارع العليا' },
		...{ [`${kind}_address_2`]: 'مبنى 12', [`${kind}_city`]: 'Riyadh' },
		...{ [`${kind}_country_id`]: 'SA', [`${kind}_zone_id`]: 'RD' },
	});
	return {
		...{ store_id: 0, firstname, lastname: 'العتيبي', email, telephone },
		...{ ...address('payment'), ...address('shipping'), shipping_telephone: telephone },
		...{ shipping_code: 'flat.flat', payment_code: 'cod', language: 'ar' },
		...{ order_status_code: pick(STATUSES, index), is_gift: false, is_mobile_order: true },
		products: [{ sku, name: ar, quantity, price, cost: price / 2, total, tax: 0 }],
		totals: [
			{ code: 'sub_total', title: 'المجموع الفرعي', value: total },
			{ code: 'shipping', title: 'الشحن', value: 20 },
			{ code: 'total', title: 'المجموع', value: total + 20 },
		],
	};
}

/** As many products more, the wares of the catalogue over and over. */
export function addProducts(store: Store, count: number): Product[] {
	const added: Product[] = [];
	for (let index = 0; added.length < count; index += 1) {
		const fields = productFields(index);
		if (!store.findBySku(String(fields.sku))) added.push(store.createProduct(fields));
	}
	return added;
}

/** As many orders more, under the next ids that are free. */
export function addOrders(store: Store, count: number): Order[] {
	const added: Order[] = [];
	for (let id = FIRST_ORDER; added.length < count; id += 1) {
		if (!store.orders.has(String(id)))
			added.push(store.createOrder(id, orderFields(id - FIRST_ORDER)));
	}
	return added;
}

/** The shop of the demo: the same at every start, to the last id. */
export function seedDemo(store: Store, travelTo: (ms: number) => void): void {
	travelTo(FIRST - DAY);
	for (const brand of BRANDS) store.createManufacturer({ ...brand });
	for (const customer of CUSTOMERS) store.createCustomer({ ...customer, password: 'Customer@123' });
	addProducts(store, WARES.length);
	travelTo(SAMPLE_AT);
	sampleOrder(store);
	STATUSES.forEach((code, index) => {
		travelTo(FIRST + index * DAY);
		const [order] = addOrders(store, 1);
		if (order && code !== 'pending') store.changeStatus(order, code, 1);
	});
}

/** Order 2 of the reference, without the person in it. */
function sampleOrder(store: Store): void {
	const order = store.createOrder(2, {});
	const name = { firstname: 'بدون اسم', lastname: 'يوووه' };
	for (const kind of ['payment', 'shipping']) {
		Object.assign(order, {
			...{ [`${kind}_firstname`]: name.firstname, [`${kind}_lastname`]: name.lastname },
			...{ [`${kind}_address_1`]: 'الشركة', [`${kind}_city`]: 'Riyadh' },
			...{ [`${kind}_postcode`]: '22211', [`${kind}_country`]: 'Saudi Arabia' },
			...{ [`${kind}_country_id`]: 184, [`${kind}_zone_id`]: 2877 },
		});
	}
	Object.assign(order, {
		...{ ...name, email: 'customer@customers.example', telephone: '0500000000' },
		...{ invoice_prefix: 'INV-2011-0', store_name: 'Your Store', order_status_id: 7 },
		...{ payment_zone: 'Al Madinah', shipping_zone: 'المدينة المنورة', language_id: 2 },
		...{ shipping_method: 'شحن عادي', shipping_code: 'flat.flat', total: '105.0000' },
		...{ payment_method: 'تـحـويـل بـنـكـي', payment_code: 'bank_transfer', kashoo_sent: 1 },
		...{ date_completed: '2011-10-25 10:31:24', date_modified: '2012-04-10 12:30:34' },
		...{ shipping_telephone: null, is_mobile_order: null, ip: '192.0.2.1' },
	});
}
