import type { Time } from './times';
import { createLedger, type Ledger } from './ledger';
import { createOrders, type Orders } from './orders';
import { createParcels, type Parcels } from './parcels';
import { createProducts, type Products } from './products';
import { createIds, createRecords, type Records } from './records';
import { seedDemo } from './seed';

/** The merchant's whole account. */
export interface Store extends Records, Products, Orders, Ledger, Parcels {
	/** How often the cron was started. */
	cronStarts: number;
	reset(): void;
}

export function createStore(clock: Time, seed: 'demo' | 'empty'): Store {
	let past: number | null = null;
	const time: Time = { now: () => past ?? clock.now() };
	const ids = createIds(time);
	const records = createRecords(time, ids);
	const products = createProducts(time, ids, records);
	const orders = createOrders(time, ids, products);
	const ledger = createLedger(time, ids);
	const parcels = createParcels(time, orders);
	const parts = [records, products, orders, ledger, parcels, { clear: ids.reset }];

	const store: Store = {
		...records,
		...products,
		...orders,
		...ledger,
		...parcels,
		cronStarts: 0,
		reset() {
			for (const part of parts) part.clear();
			store.cronStarts = 0;
			if (seed === 'demo') {
				seedDemo(store, (ms) => {
					past = ms;
				});
			}
			past = null;
		},
	};
	store.reset();
	return store;
}
