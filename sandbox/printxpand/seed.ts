import { upsertCategories } from './categories';
import { upsertCustomers } from './customers';
import { upsertOrders } from './orders';
import { upsertProducts } from './products';
import type { Context, Operation } from './result';
import { DEFAULT_SETTINGS } from './settings';
import type { Store } from './store';

const CUSTOMERS = [
	{ id: '1001', first_name: 'Layla', last_name: 'Haddad', email: 'layla@example.com' },
	{ id: '1002', first_name: 'عمر', last_name: 'ناصر', email: 'omar@example.com' },
	{ id: '1003', first_name: 'Noor', last_name: 'Saleh', email: 'noor@example.com' },
];

const CATEGORIES = [
	{ id: '101', name: 'قرطاسية', parent_id: 0, status: 1 },
	{ id: '102', name: 'Apparel', parent_id: 0, status: 1 },
	{ id: '103', name: 'T-shirts', parent_id: '102', status: 1 },
	{ id: '104', name: 'أكواب', parent_id: '', status: 1 },
];

const image = (name: string): { src: string } => ({
	src: `https://images.printxpand.example/${name}.png`,
});

const PRODUCTS = [
	{
		id: '10001',
		name: 'دفتر ملاحظات',
		type: 'simple',
		price: '7.50',
		special_price: '',
		category_id: '101',
		status: 1,
		enable_product_designer: 1,
		images: [image('notebook')],
		tier_price: [{ price: '6', qty: '15' }],
	},
	{
		id: '10002',
		name: 'Mug with a picture',
		type: 'simple',
		price: '12.00',
		category_id: '104',
		status: 1,
		enable_product_designer: 1,
		images: [image('mug')],
	},
	{
		id: '10003',
		name: 'T-shirt',
		type: 'configurable',
		price: '25.00',
		special_price: '22.00',
		category_id: '102,103',
		status: 1,
		enable_product_designer: 1,
		images: [image('tee')],
		attribute_names: 'Size,Color',
		variations: {
			'10004': variation('10004', 'M', 'Red'),
			'10005': variation('10005', 'L', 'Blue'),
		},
	},
];

function variation(id: string, size: string, color: string): Record<string, unknown> {
	const attributes = [
		{ name: 'Size', option: size },
		{ name: 'Color', option: color },
	];
	return { id, status: 1, price: '25.00', images: [image(`tee-${id}`)], attributes };
}

const ORDERS = [
	{
		order_id: '11001',
		sub_total: '39.00',
		status: 'Success',
		design_id: ['1524', '1525'],
		item_price: ['12.00', '7.50'],
		item_qty: [2, 2],
		shipping_address: {
			name: 'عمر ناصر',
			address1: 'شارع الرشيد 14',
			city: 'Baghdad',
			country: 'Iraq',
			country_code: 'IQ',
			zip: '10001',
			phone: '+964-770-555-0100',
		},
	},
];

/** The shop of the demo: the same at every start. */
export function seedDemo(store: Store): void {
	const context: Context = { store, settings: DEFAULT_SETTINGS };
	const sown: Array<[Operation, unknown[]]> = [
		[upsertCustomers, CUSTOMERS],
		[upsertCategories, CATEGORIES],
		[upsertProducts, PRODUCTS],
		[upsertOrders, ORDERS],
	];
	for (const [run, records] of sown) {
		const wrong = run(context, records).find((outcome) => 'code' in outcome);
		if (wrong) throw new Error(`Seed: ${JSON.stringify(wrong)}`);
	}
}
