import { USER_ID } from './account';
import { ATTRIBUTES, BRANDS, CATEGORIES } from './catalog';
import { createTable } from './table';
import { iso, objectId, type Time } from './times';
import type { Attribute, AttributeValue, Brand, Category } from './types';

/** Hands out the ids of everything; starts again at a reset, so that seeds stay the same. */
export interface Ids {
	next(): string;
	reset(): void;
}

export function createIds(clock: Time): Ids {
	let count = 0;
	return {
		next: () => objectId(clock.now(), (count += 1)),
		reset: () => {
			count = 0;
		},
	};
}

export type CategoryInput = Partial<
	Pick<Category, 'name' | 'remote_id' | 'parent_id' | 'remote_parent_id'>
> & { is_active: boolean };
export type BrandInput = Pick<Brand, 'name' | 'remote_id' | 'is_active'> & {
	remote_image_url?: string;
};
export type AttributeInput = Pick<Attribute, 'name' | 'remote_id' | 'is_active'>;
export type AttributeValueInput = Pick<
	AttributeValue,
	'value' | 'remote_id' | 'is_active' | 'attribute'
>;

/** The four kinds of record that are nothing but a name by a remote id. */
export interface Records {
	readonly categories: Category[];
	readonly brands: Brand[];
	readonly attributes: Attribute[];
	readonly attributeValues: AttributeValue[];
	findCategory(remoteId: string): Category | undefined;
	findBrand(remoteId: string): Brand | undefined;
	findAttribute(remoteId: string): Attribute | undefined;
	findAttributeValue(remoteId: string): AttributeValue | undefined;
	upsertCategory(input: CategoryInput): Category;
	upsertBrand(input: BrandInput): Brand;
	upsertAttribute(input: AttributeInput): Attribute;
	/** Makes or renames the attribute as well. */
	upsertAttributeValue(input: AttributeValueInput): AttributeValue;
	/** What a shop has before its first product. */
	addBasics(): void;
}

/** A table by remote id with the one rule of all upserts: what is given is written, the rest stays. */
function createUpserts<T extends { updated_at: string; remote_id: string }>(
	clock: Time,
	create: (remoteId: string) => T,
) {
	const table = createTable<T>((record) => record.remote_id);
	return {
		...table,
		upsert(remoteId: string, fields: Partial<T>): T {
			// Without a remote id, which the reference allows for categories, every record is new.
			const known = remoteId === '' ? undefined : table.get(remoteId);
			const record = Object.assign(known ?? create(remoteId), fields);
			record.updated_at = iso(clock.now());
			return known ?? table.add(record);
		},
	};
}

export function createRecords(clock: Time, ids: Ids): Records & { clear(): void } {
	const stamp = () => ({
		userId: USER_ID,
		created_at: iso(clock.now()),
		updated_at: iso(clock.now()),
		exported: false,
		is_active: true,
		id: ids.next(),
	});
	const categories = createUpserts<Category>(clock, (remote_id) => ({
		...{ remote_id, name: '', parent_id: null, remote_parent_id: null },
		...stamp(),
	}));
	const brands = createUpserts<Brand>(clock, (remote_id) => ({
		...{ remote_id, name: '', remote_image_url: null },
		...stamp(),
	}));
	const attributes = createUpserts<Attribute>(clock, (remote_id) => ({
		...{ remote_id, name: '' },
		...stamp(),
	}));
	const values = createUpserts<AttributeValue>(clock, (remote_id) => ({
		...{ remote_id, value: '', attribute: { name: '', remote_id: '', is_active: true } },
		...stamp(),
	}));

	const records: Records = {
		categories: categories.rows,
		brands: brands.rows,
		attributes: attributes.rows,
		attributeValues: values.rows,
		findCategory: categories.get,
		findBrand: brands.get,
		findAttribute: attributes.get,
		findAttributeValue: values.get,
		upsertCategory(input) {
			const parent = textOrNull(input.parent_id);
			const remoteParent = textOrNull(input.remote_parent_id);
			return categories.upsert(input.remote_id ?? '', {
				...input,
				...(parent === undefined ? {} : { parent_id: parent }),
				...(remoteParent === undefined ? {} : { remote_parent_id: remoteParent }),
			});
		},
		upsertBrand: (input) => brands.upsert(input.remote_id, input),
		upsertAttribute: (input) => attributes.upsert(input.remote_id, input),
		upsertAttributeValue(input) {
			records.upsertAttribute(input.attribute);
			return values.upsert(input.remote_id, { ...input, attribute: { ...input.attribute } });
		},
		addBasics: () => addBasics(records),
	};
	return {
		...records,
		clear: () => [categories, brands, attributes, values].forEach((table) => table.clear()),
	};
}

/** The sample sends the text "null" for a category without a parent. */
const textOrNull = (value: string | null | undefined): string | null | undefined =>
	value === 'null' ? null : value;

function addBasics(records: Records): void {
	if (records.categories.length > 0) return;
	for (const { remoteId, en, parent } of CATEGORIES) {
		records.upsertCategory({
			...{ name: en, remote_id: remoteId, is_active: true },
			...(parent === null ? {} : { remote_parent_id: parent }),
		});
	}
	for (const { remoteId, name } of BRANDS) {
		records.upsertBrand({
			...{ name, remote_id: remoteId, is_active: true },
			remote_image_url: `https://images.elryan.example/brands/${remoteId}.jpg`,
		});
	}
	for (const { remoteId, name, values } of ATTRIBUTES) {
		const attribute = { name, remote_id: remoteId, is_active: true };
		values.forEach((value, index) => {
			const id = `${remoteId}_${index + 1}`;
			records.upsertAttributeValue({ value, remote_id: id, is_active: true, attribute });
		});
	}
}
