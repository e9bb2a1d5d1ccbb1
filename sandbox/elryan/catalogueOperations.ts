import { contains, pageOf, type Filters } from './lists';
import type { ProductInput, VariantInput } from './products';
import type { AttributeInput, AttributeValueInput, BrandInput, CategoryInput } from './records';
import { answered, found, notFound, refused, told, type Operation } from './result';
import type { Store } from './store';
import type { AttributeValue, Brand, Category, Product, Variant } from './types';
import { CODES } from './words';

/** The filters that all records of the catalogue share. */
const common = <T extends { is_active: boolean }>(idOf: (record: T) => string): Filters<T> => ({
	id: (record, wanted) => idOf(record) === wanted,
	is_active: (record, wanted) => String(record.is_active) === wanted,
});

interface Named {
	id: string;
	remote_id: string;
	name: string;
	is_active: boolean;
}

const named = <T extends Named>(): Filters<T> => ({
	...common<T>(({ id }) => id),
	remote_id: (record, wanted) => record.remote_id === wanted,
	name: (record, wanted) => contains(record.name, wanted),
});

const categories: Filters<Category> = {
	...named<Category>(),
	parent_id: (record, wanted) => record.parent_id === wanted,
	remote_parent_id: (record, wanted) => record.remote_parent_id === wanted,
};

const values = (store: Store): Filters<AttributeValue> => ({
	...common<AttributeValue>(({ id }) => id),
	value: (record, wanted) => contains(record.value, wanted),
	remote_id: (record, wanted) => record.remote_id === wanted,
	remote_attribute_id: (record, wanted) => record.attribute.remote_id === wanted,
	attribute_id: ({ attribute }, wanted) => store.findAttribute(attribute.remote_id)?.id === wanted,
});

const products = (store: Store): Filters<Product> => ({
	...common<Product>(({ id }) => id),
	spu: (record, wanted) => record.spu === wanted,
	name: (record, wanted) => contains(record.name, wanted),
	remote_brand_id: (record, wanted) => record.brand.remote_id === wanted,
	remote_category_id: (record, wanted) => record.category.remote_id === wanted,
	brand_id: ({ brand }, wanted) => store.findBrand(brand.remote_id)?.id === wanted,
	category_id: ({ category }, wanted) => store.findCategory(category.remote_id)?.id === wanted,
});

const variants: Filters<Variant> = {
	...common<Variant>(({ _id }) => _id),
	sku: (record, wanted) => record.sku === wanted,
	name: (record, wanted) => contains(record.name, wanted),
	remote_supplier_id: (record, wanted) => record.supplier.remote_id === wanted,
};

const whole = (store: Store, product: Product | undefined): object | undefined =>
	product && { ...product, variants: store.variantsOf(product.spu) };

/** Switching what is switched already is no mistake. */
const toggle =
	(kind: 'Product' | 'Variant', is_active: boolean): Operation =>
	({ store }, { params }) => {
		const { spu = '', sku = '' } = params;
		const record = kind === 'Product' ? store.findProduct(spu) : store.findVariant(sku);
		if (!record) return notFound(kind);
		record.is_active = is_active;
		return told(`${kind} has been ${is_active ? 'enabled' : 'disabled'}`);
	};

interface PriceItem extends Partial<Pick<Variant, 'stock' | 'price' | 'retail_price'>> {
	sku: string;
}

const updatePriceStock: Operation = ({ store, settings }, { body }) => {
	const { items } = body as { items: PriceItem[] };
	if (items.length > settings.maxBatch) {
		return refused(CODES.tooLarge, `items must not have more than ${settings.maxBatch} elements`);
	}
	const [foundSkus, missing] = [new Set<string>(), new Set<string>()];
	for (const { sku, ...change } of items) {
		const variant = store.findVariant(sku);
		if (variant) Object.assign(variant, change);
		(variant ? foundSkus : missing).add(sku);
	}
	const message = 'Stock and price updated successfully';
	return {
		data: {
			message,
			updatedCount: foundSkus.size,
			foundVariantsInDb: [...foundSkus],
			notFoundVariantsInDb: [...missing],
		},
		message,
	};
};

export const catalogueOperations: Record<string, Operation> = {
	'category.getAll': (context, { body }) =>
		pageOf(context, body, { rows: context.store.categories, filters: categories }),
	'category.get': ({ store }, { params }) =>
		found('Category', store.findCategory(params.remoteId ?? '')),
	'category.upsert': ({ store }, { body }) => answered(store.upsertCategory(body as CategoryInput)),

	'brand.getAll': (context, { body }) =>
		pageOf(context, body, { rows: context.store.brands, filters: named<Brand>() }),
	'brand.get': ({ store }, { params }) => found('Brand', store.findBrand(params.remoteId ?? '')),
	'brand.upsert': ({ store }, { body }) => answered(store.upsertBrand(body as BrandInput)),

	'attribute.getAll': (context, { body }) =>
		pageOf(context, body, { rows: context.store.attributes, filters: named() }),
	'attribute.get': ({ store }, { params }) =>
		found('Attribute', store.findAttribute(params.remoteId ?? '')),
	'attribute.upsert': ({ store }, { body }) =>
		answered(store.upsertAttribute(body as AttributeInput)),

	'attributeValue.getAll': (context, { body }) =>
		pageOf(context, body, {
			rows: context.store.attributeValues,
			filters: values(context.store),
		}),
	'attributeValue.get': ({ store }, { params }) =>
		found('Attribute value', store.findAttributeValue(params.remoteId ?? '')),
	'attributeValue.upsert': ({ store }, { body }) =>
		answered(store.upsertAttributeValue(body as AttributeValueInput)),

	'product.getAll': (context, { body }) => {
		const { store } = context;
		const page = pageOf(context, body, { rows: store.products, filters: products(store) });
		return 'rows' in page && page.rows
			? { ...page, data: page.data.map((product) => whole(store, product as Product)) }
			: page;
	},
	'product.get': ({ store }, { params }) =>
		found('Product', whole(store, store.findProduct(params.spu ?? ''))),
	'product.upsert': ({ store }, { body }) =>
		answered(whole(store, store.upsertProduct(body as ProductInput))),
	'product.enable': toggle('Product', true),
	'product.disable': toggle('Product', false),

	'variant.getAll': (context, { body }) =>
		pageOf(context, body, { rows: context.store.variants, filters: variants }),
	'variant.get': ({ store }, { params }) => found('Variant', store.findVariant(params.sku ?? '')),
	'variant.upsert': ({ store }, { body }) =>
		found('Product', store.upsertVariant(body as VariantInput)),
	'variant.updatePriceStock': updatePriceStock,
	'variant.enable': toggle('Variant', true),
	'variant.disable': toggle('Variant', false),
};
