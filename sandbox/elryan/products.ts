import { USER_ID } from './account';
import type { Ids, Records } from './records';
import { createTable } from './table';
import { iso, type Time } from './times';
import type { Product, Variant } from './types';
import { productInput, variantInput } from './wares';

type WithoutIds<T> = T extends ReadonlyArray<infer Row> ? Array<Omit<Row, '_id'>> : T;

/** What a caller may say of a variant; rows get their ids here. */
export type VariantInput = Partial<{
	[K in keyof Omit<Variant, '_id' | '__v' | 'userId' | 'exported' | 'sku' | 'spu'>]: WithoutIds<
		Variant[K]
	>;
}> & { sku: string; spu?: string };

export interface ProductInput {
	spu: string;
	name?: string;
	category?: { parent_remote_id?: string; remote_id: string; name?: string };
	brand?: { name?: string; remote_id: string };
	default_image_url?: string;
	tax?: number;
	is_active?: boolean;
	translations?: Array<{ language: string; name: string }>;
	variants?: VariantInput[];
	guarantee?: number;
	fulfillment_day?: number;
}

export interface Products {
	readonly products: Product[];
	readonly variants: Variant[];
	findProduct(spu: string): Product | undefined;
	findVariant(sku: string): Variant | undefined;
	variantsOf(spu: string): Variant[];
	/** Makes category and brand too; variants that are left out stay. */
	upsertProduct(input: ProductInput): Product;
	/** Undefined for a new variant whose product does not exist. */
	upsertVariant(input: VariantInput): Variant | undefined;
	/** Variants with the products they need, four to a product. */
	addVariants(count: number): Variant[];
}

export function createProducts(
	clock: Time,
	ids: Ids,
	records: Records,
): Products & { clear(): void } {
	const products = createTable<Product>(({ spu }) => spu);
	const variants = createTable<Variant>(({ sku }) => sku);
	const bySpu = new Map<string, Variant[]>();
	const withIds = <T extends object>(rows: T[]) => rows.map((row) => ({ ...row, _id: ids.next() }));

	const store: Products = {
		products: products.rows,
		variants: variants.rows,
		findProduct: products.get,
		findVariant: variants.get,
		variantsOf: (spu) => bySpu.get(spu) ?? [],
		upsertProduct(input) {
			const { variants: rows = [], category, brand, translations, ...plain } = input;
			const known = products.get(input.spu);
			const product = known ?? products.add(newProduct(input.spu));
			Object.assign(product, plain, { updated_at: iso(clock.now()) });
			if (category) product.category = placed(category);
			if (brand) product.brand = branded(brand);
			if (translations) product.translations = withIds(translations);
			for (const row of rows) store.upsertVariant({ ...row, spu: input.spu });
			return product;
		},
		upsertVariant(input) {
			const { spu, attributes, translations, ...plain } = input;
			const known = variants.get(input.sku);
			if (spu === undefined ? !known : !products.get(spu)) return undefined;
			const variant = known ?? variants.add(newVariant(input.sku));
			Object.assign(variant, plain, { __v: known ? variant.__v + 1 : 0 });
			if (attributes) variant.attributes = withIds(attributes);
			if (translations) variant.translations = withIds(translations);
			if (spu !== undefined) move(variant, spu);
			return variant;
		},
		addVariants(count) {
			records.addBasics();
			const first = variants.rows.length;
			return Array.from({ length: count }, (_, offset) => {
				const input = variantInput(first + offset);
				if (!products.get(input.spu ?? '')) store.upsertProduct(productInput(first + offset));
				const variant = store.upsertVariant(input);
				if (!variant) throw new Error(`There is no product for ${input.sku}`);
				return variant;
			});
		},
	};
	return {
		...store,
		clear() {
			for (const index of [products, variants, bySpu]) index.clear();
		},
	};

	function move(variant: Variant, spu: string): void {
		if (variant.spu === spu) return;
		const before = bySpu.get(variant.spu) ?? [];
		if (before.includes(variant)) before.splice(before.indexOf(variant), 1);
		variant.spu = spu;
		bySpu.set(spu, [...(bySpu.get(spu) ?? []), variant]);
	}

	function placed(category: NonNullable<ProductInput['category']>): Product['category'] {
		const { remote_id, parent_remote_id, name = remote_id } = category;
		const parent = parent_remote_id === 'null' ? undefined : parent_remote_id;
		records.upsertCategory({
			...{ remote_id, name, is_active: records.findCategory(remote_id)?.is_active ?? true },
			...(parent === undefined ? {} : { remote_parent_id: parent }),
		});
		return { parent_remote_id: parent ?? null, remote_id, name };
	}

	function branded({ remote_id, name = remote_id }: { remote_id: string; name?: string }) {
		records.upsertBrand({
			...{ remote_id, name, is_active: records.findBrand(remote_id)?.is_active ?? true },
		});
		return { name, remote_id };
	}

	function newProduct(spu: string): Product {
		const id = ids.next();
		return {
			...{ _id: id, spu, userId: USER_ID, name: '', default_image_url: '' },
			category: { parent_remote_id: null, remote_id: '', name: '' },
			brand: { name: '', remote_id: '' },
			...{ tax: 0, is_active: true, exported: false, translations: [] },
			...{ guarantee: 0, fulfillment_day: 0 },
			created_at: iso(clock.now()),
			updated_at: iso(clock.now()),
			id,
		};
	}

	function newVariant(sku: string): Variant {
		return {
			...{ _id: ids.next(), sku, userId: USER_ID, __v: 0, spu: '', name: '' },
			...{ attributes: [], translations: [], extra_images: [], exported: false, is_active: true },
			...{ barcode: '', currency: 'USD', default_image_url: '', description: '', gtin: '' },
			...{ hs_code: '', freight: 0, height: 0, length: 0, weight: 0, width: 0 },
			...{ price: 0, retail_price: 0, stock: 0, supplier: { name: '', remote_id: '' } },
		};
	}
}
