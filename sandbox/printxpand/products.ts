import { isObject } from '../shared/json';
import { isEmpty, isNumeric, toInt } from './php';
import { done, idOf, refused, type Operation, type Outcome } from './result';
import type { Store } from './store';
import { REFUSALS } from './words';

const TYPES: readonly unknown[] = ['simple', 'configurable'];

function upsert(store: Store, record: unknown): Outcome {
	const { variations, ...fields } = isObject(record) ? record : {};
	const id = idOf(fields.id);
	if (id === undefined || isEmpty(id) || isEmpty(fields.name) || !TYPES.includes(fields.type)) {
		return refused(404, REFUSALS.product, isEmpty(id) ? undefined : id);
	}
	if (!isEmpty(fields.special_price) && !isNumeric(fields.special_price)) {
		return refused(404, REFUSALS.specialPrice, id);
	}
	const isConfigurable = fields.type === 'configurable';
	const members = isObject(variations) ? Object.values(variations).filter(isObject) : [];
	if (isConfigurable && !areProper(members, fields.attribute_names)) {
		// The sample answers the number 10004 by the text "10004", here alone.
		return refused(404, REFUSALS.variations, String(id));
	}
	const known = store.products.get(String(id));
	const merged = { ...known?.fields, ...fields };
	const kept = new Map(isConfigurable ? known?.variations : undefined);
	if (isConfigurable) {
		for (const member of members) {
			kept.set(String(member.id), { ...kept.get(String(member.id)), ...member });
		}
	}
	store.products.set(String(id), {
		id: String(id),
		categories: assigned(store, merged),
		fields: merged,
		variations: kept,
	});
	return done(id, known ? 'updated' : 'created');
}

/** Every variation has an id and an option for each attribute that the product names. */
function areProper(variations: Array<Record<string, unknown>>, names: unknown): boolean {
	const wanted = typeof names === 'string' ? names.split(',').map((name) => name.trim()) : [];
	return variations.length > 0 && variations.every(isProper);

	function isProper({ id, attributes }: Record<string, unknown>): boolean {
		if (isEmpty(id) || !Array.isArray(attributes) || attributes.length === 0) return false;
		const has = attributes.filter(isObject).filter(({ option }) => !isEmpty(option));
		return (
			has.length === attributes.length &&
			wanted.every((name) => has.some((attribute) => attribute.name === name))
		);
	}
}

/** "sync category first either product is not assigned in the category" */
function assigned(store: Store, fields: Record<string, unknown>): number[] {
	const list = fields.category_id ?? fields.category_ids ?? '';
	return String(list)
		.split(',')
		.map(toInt)
		.filter((id) => store.categories.has(id));
}

export const upsertProducts: Operation = ({ store }, records) =>
	records.map((record) => upsert(store, record));

export const deleteProducts: Operation = ({ store, settings }, ids) =>
	ids.map((sent) => {
		const id = idOf(sent);
		if (id !== undefined && store.products.delete(String(id))) return done(id, 'deleted');
		return refused(settings.missingProduct === '404' ? 404 : 400, REFUSALS.noProduct, id);
	});
