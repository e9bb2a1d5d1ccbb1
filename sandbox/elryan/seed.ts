import type { Store } from './store';
import type { OrderLine } from './types';

const FIRST = Date.UTC(2026, 0, 15, 7, 30, 0);
const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const SAMPLES_AT = Date.UTC(2022, 8, 11, 12, 0, 0);

/** The two lines of the reference, to the letter: the second one contradicts itself in Arabic. */
const SAMPLES: Array<Partial<OrderLine>> = [
	{
		Description: 'Night Bloom by Jacomo for Women - Eau de Parfum, 100ml',
		'Description (AR)': 'نايت بلوم من جاكومو للنساء - او دي بارفان, 100 مل',
		Item: '3392865241177-62e67b59a77546efcb592795',
		'Net Amount': '22.50',
		Quantity: '1',
		'Selling Price': '25',
		'Total Amount': '25.00',
		Status: 'Delivered',
		'Status (AR)': 'تم التوصيل',
		id: '631e4485e081fc4a978a8598',
	},
	{
		Description: 'Jacomo For Her by Jacomo for Women - Eau de Parfum, 100ml',
		'Description (AR)': 'جاكومو فور هير من جاكومو للنساء - او دي بارفان, 100 مل',
		Item: '3392865191175-62e67b59a77546efcb592795',
		'Net Amount': '45.00',
		Quantity: '2',
		'Selling Price': '25',
		'Total Amount': '50.00',
		Status: 'Pending Confirmation',
		'Status (AR)': 'تم التوصيل',
		id: '631e4485e081fc4a978a859a',
	},
];

const CHANGED = {
	POLastModified: '12/09/2022 11:38 PM',
	updatedLocalTime: '2022-09-12T01:38:58.000Z',
	updatedTime: '2022-09-11T22:38:58.184Z',
};

/** One order a day, each with its lines and how far it has come. */
const ORDERS: ReadonlyArray<{ lines: number; status: string }> = [
	{ lines: 1, status: 'Delivered' },
	{ lines: 2, status: 'Delivered' },
	{ lines: 1, status: 'Returned' },
	{ lines: 1, status: 'Cancelled' },
	{ lines: 3, status: 'Shipped' },
	{ lines: 1, status: 'Under Preparation' },
	{ lines: 2, status: 'Pending Confirmation' },
	{ lines: 1, status: 'Pending Confirmation' },
	{ lines: 3, status: 'Pending Confirmation' },
];

/** The shop of the demo: the same catalogue and orders, to the last id, at every start. */
export function seedDemo(store: Store, travelTo: (ms: number) => void): void {
	travelTo(FIRST - DAY);
	store.addVariants(60);
	sampleOrder(store);
	ORDERS.forEach(({ lines, status }, index) => {
		travelTo(FIRST + index * DAY);
		const { 'Purchase Order ID': order } = store.placeOrderLine({ lines });
		travelTo(FIRST + index * DAY + 4 * HOUR);
		for (const line of store.linesOf(order)) liveOn(store, line, status);
		if (status === 'Shipped') ship(store, order);
	});
	travelTo(FIRST + ORDERS.length * DAY);
	store.addTransactions(12);
}

function sampleOrder(store: Store): void {
	const first = store.placeOrderLine({ at: SAMPLES_AT, lines: SAMPLES.length });
	store.linesOf(first['Purchase Order ID']).forEach((line, index) => {
		Object.assign(line, SAMPLES[index], CHANGED);
	});
}

function liveOn(store: Store, line: OrderLine, status: string): void {
	if (status === 'Cancelled') store.cancel(line, 'out_of_stock');
	else if (status !== 'Pending Confirmation') store.moveOrder(line.POlineID, status);
}

function ship(store: Store, order: string): void {
	const parcel = store.createPackage({
		order_id: Number(order),
		remote_id: 'remote_package_1',
		items: store.linesOf(order).map(({ POlineID, Quantity }) => ({
			order_item_id: Number(POlineID),
			quantity: Number(Quantity),
			total_deci: 1,
		})),
		tracking: {
			tracking_barcode: 'PTS0000001',
			tracking_link: 'https://pts.elryan.example/PTS0000001',
			provider: 'pts',
		},
	});
	if ('refused' in parcel) throw new Error(`Seed: ${parcel.refused}`);
}
