import { isObject } from '../shared/json';
import { isEmpty } from './php';
import { done, idOf, refused, type Operation, type Outcome } from './result';
import type { Store } from './store';
import { REFUSALS } from './words';

const LISTS = ['design_id', 'item_price', 'item_qty'];

function upsert(store: Store, record: unknown): Outcome {
	const fields = isObject(record) ? record : {};
	const id = idOf(fields.order_id);
	if (id === undefined || isEmpty(id)) return refused(404, REFUSALS.order);
	const { sub_total, shipping_address: address } = fields;
	const lists = LISTS.map((name) => fields[name]).filter(Array.isArray);
	const isWhole =
		lists.length === LISTS.length &&
		lists.some(({ length }) => length > 0) &&
		sub_total !== undefined &&
		isObject(address) &&
		!isEmpty(address.name);
	if (!isWhole) return refused(404, REFUSALS.order, id);
	if (new Set(lists.map(({ length }) => length)).size > 1) {
		return refused(404, REFUSALS.lengths, id);
	}
	const key = String(id);
	const now = store.timestamp();
	const known = store.orders.get(key);
	store.orders.set(key, {
		order_id: key,
		fields: { ...known?.fields, ...fields },
		created_at: known?.created_at ?? now,
		updated_at: now,
	});
	// Whether the shop prints what it only updates is not known: here it does, so that a repetition shows.
	store.prints[key] = (store.prints[key] ?? 0) + 1;
	return done(id, known ? 'updated' : 'created');
}

export const upsertOrders: Operation = ({ store }, records) =>
	records.map((record) => upsert(store, record));
