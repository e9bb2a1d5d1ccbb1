import { isObject, textField } from '../shared/json';
import { isEmpty, toInt } from './php';
import { done, idOf, refused, type Operation, type Outcome } from './result';
import type { Store } from './store';
import { REFUSALS } from './words';

function upsert(store: Store, record: unknown): Outcome {
	const fields = isObject(record) ? record : {};
	const id = toInt(fields.id);
	const name = textField(fields, 'name') ?? '';
	const known = store.categories.get(id);
	const parent = isEmpty(fields.parent_id) ? 0 : toInt(fields.parent_id);
	if (id <= 0 || isEmpty(name) || !canBeUnder(store, id, parent)) {
		return refused(404, REFUSALS.category);
	}
	store.categories.set(id, {
		id,
		name,
		parent_id: fields.parent_id === undefined ? (known?.parent_id ?? 0) : parent,
		status: fields.status === undefined ? (known?.status ?? 1) : toInt(fields.status),
	});
	return done(id, known ? 'updated' : 'created');
}

/** A parent must be there already, and no descendant. */
function canBeUnder(store: Store, id: number, parent: number): boolean {
	for (let above = parent; above !== 0;) {
		const category = store.categories.get(above);
		if (!category || above === id) return false;
		above = category.parent_id;
	}
	return true;
}

export const upsertCategories: Operation = ({ store }, records) =>
	records.map((record) => upsert(store, record));

export const deleteCategories: Operation = ({ store, settings }, ids) => {
	const gone = new Set<number>();
	const remove = (id: number): void => {
		store.categories.delete(id);
		gone.add(id);
		if (!settings.deleteSubcategories) return;
		for (const child of childrenOf(store, id)) remove(child);
	};
	const outcomes = ids.map((sent) => {
		const id = toInt(sent);
		if (!store.categories.has(id)) return refused(404, REFUSALS.noCategory, idOf(sent));
		remove(id);
		return done(idOf(sent) ?? id, 'deleted');
	});
	for (const product of store.products.values()) {
		product.categories = product.categories.filter((id) => !gone.has(id));
	}
	return outcomes;
};

const childrenOf = (store: Store, parent: number): number[] =>
	[...store.categories.values()]
		.filter(({ parent_id }) => parent_id === parent)
		.map(({ id }) => id);
