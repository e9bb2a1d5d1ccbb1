import { seedDemo } from './seed';
import type { Category, Customer, Order, Product } from './types';

/** Everything that the shop knows. The collections are the same for ever. */
export interface Store {
	readonly customers: Map<string, Customer>;
	/** The addresses of the customers, in lower case. */
	readonly emails: Set<string>;
	readonly categories: Map<number, Category>;
	readonly products: Map<string, Product>;
	readonly orders: Map<string, Order>;
	/** How often each order was sent to print, by its id. */
	readonly prints: Record<string, number>;
	/** Now, as the orders have it. */
	timestamp(): string;
	reset(): void;
}

export function createStore(timestamp: () => string, seed: 'demo' | 'empty'): Store {
	const store: Store = {
		customers: new Map(),
		emails: new Set(),
		categories: new Map(),
		products: new Map(),
		orders: new Map(),
		prints: {},
		timestamp,
		reset() {
			const { customers, emails, categories, products, orders, prints } = store;
			for (const kept of [customers, emails, categories, products, orders]) kept.clear();
			for (const id of Object.keys(prints)) delete prints[id];
			if (seed === 'demo') seedDemo(store);
		},
	};
	store.reset();
	return store;
}
