import type { Lookup } from './laravel/checks';
import { createOrders, type Orders } from './orders';
import { createProducts, type Products } from './products';
import { createRecords, type Records } from './records';
import { seedDemo } from './seed';
import { createLookup } from './tables';

/** What tells the time: the service's clock, or a day in the past while a seed is sown. */
export interface Time {
	now(): number;
}

/** The whole shop behind the API. */
export interface Store extends Records, Products, Orders {
	/** Whether a table has a row with this value, for the rules. */
	has: Lookup;
	reset(): void;
}

export function createStore(clock: Time, seed: 'demo' | 'empty'): Store {
	let past: number | null = null;
	const time: Time = { now: () => past ?? clock.now() };
	const records = createRecords(time);
	const products = createProducts(records);
	const orders = createOrders(time, products);

	const store: Store = {
		...records,
		...products,
		...orders,
		has: createLookup(records, products, orders),
		reset() {
			for (const part of [records, products, orders]) part.clear();
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
