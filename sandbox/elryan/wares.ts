import { USER_ID } from './account';
import { ATTRIBUTES, BRANDS, CATEGORIES, WARES, type Ware } from './catalog';
import type { ProductInput, VariantInput } from './products';
import type { OrderLine } from './types';
import { lastModified, localDate, localDay, mislabelledLocal, iso } from './times';

/** Products, variants and amounts as functions of a running number: the same ones every time. */

export const at = <T>(list: readonly T[], index: number): T => {
	const found = list[index % list.length];
	if (found === undefined) throw new Error('An empty list has no element');
	return found;
};

export const cents = (amount: number): string => amount.toFixed(2);

const VARIANTS_A_PRODUCT = ATTRIBUTES[0].values.length;

export const wareOf = (variant: number): Ware =>
	at(WARES, Math.floor(variant / VARIANTS_A_PRODUCT));

const image = (slug: string): string => `https://images.elryan.example/${slug}.jpg`;

/** The product that holds the variant of this number. */
export function productInput(variant: number): ProductInput {
	const number = Math.floor(variant / VARIANTS_A_PRODUCT);
	const ware = wareOf(variant);
	const category = CATEGORIES.find(({ remoteId }) => remoteId === ware.category);
	const brand = BRANDS.find(({ remoteId }) => remoteId === ware.brand);
	return {
		name: ware.en,
		spu: `${ware.slug}_${number + 1}`,
		category: {
			parent_remote_id: category?.parent ?? 'null',
			remote_id: ware.category,
			name: category?.en ?? ware.category,
		},
		brand: { name: brand?.name ?? ware.brand, remote_id: ware.brand },
		default_image_url: image(ware.slug),
		tax: 0,
		is_active: true,
		translations: [{ language: 'ar', name: ware.ar }],
		guarantee: 12,
		fulfillment_day: 2,
	};
}

export function variantInput(variant: number): VariantInput {
	const ware = wareOf(variant);
	const [color] = ATTRIBUTES;
	const value = variant % VARIANTS_A_PRODUCT;
	return {
		spu: productInput(variant).spu,
		sku: `ELR-${String(variant + 1).padStart(6, '0')}`,
		name: `${ware.en} ${value + 1}`,
		retail_price: Math.round(ware.price * 115) / 100,
		price: ware.price,
		currency: 'USD',
		stock: 5 + (variant % 60),
		barcode: String(3_392_865_241_177 + variant),
		gtin: String(3_392_865_241_177 + variant),
		hs_code: '330300',
		default_image_url: image(ware.slug),
		extra_images: [image(`${ware.slug}_2`)],
		description: `${ware.en} / ${ware.ar}`,
		weight: 350,
		height: 12,
		width: 8,
		length: 20,
		freight: 1,
		is_active: true,
		supplier: { name: 'شركة الرافدين للتجارة', remote_id: 'supplier_1' },
		translations: [{ language: 'ar', name: ware.ar, description: ware.ar }],
		attributes: [
			{
				name: color.name,
				value: at(color.values, value),
				remote_attribute_id: color.remoteId,
				remote_attribute_value_id: `${color.remoteId}_${value + 1}`,
			},
		],
	};
}

/** The fields that tell when a line was changed, each in its own wrong way but `updatedTime`. */
export const changedAt = (
	ms: number,
): Pick<OrderLine, 'updatedTime' | 'updatedLocalTime' | 'POLastModified'> => ({
	updatedTime: iso(ms),
	updatedLocalTime: mislabelledLocal(ms),
	POLastModified: lastModified(ms),
});

const COMMISSION_PERCENT = 10;
export const RATE = '1485';

export interface LineParts {
	ms: number;
	id: string;
	/** `Purchase Order ID`, `Order Number` and the line's number within the order. */
	order: { id: string; number: string; line: number };
	sku: string;
	ware: { en: string; ar: string };
	price: number;
	quantity: number;
}

/** A line as both samples have it: total = price × quantity, net = total less the commission. */
export function buildLine({ ms, id, order, sku, ware, price, quantity }: LineParts): OrderLine {
	const total = price * quantity;
	return {
		POlineID: `${order.id}${order.line}`,
		Date: localDate(ms),
		Description: ware.en,
		'Description (AR)': ware.ar,
		'Elryan Commission': `${COMMISSION_PERCENT.toFixed(1)}%`,
		Item: `${sku}-${USER_ID}`,
		'Net Amount': cents(total * (1 - COMMISSION_PERCENT / 100)),
		'Order Number': order.number,
		'Purchase Order ID': order.id,
		Quantity: String(quantity),
		'Selling Price': String(price),
		Status: 'Pending Confirmation',
		'Status (AR)': 'بانتظار التأكيد',
		'Total Amount': cents(total),
		dateISO: localDay(ms),
		id,
		recordType: 'salesorder',
		userId: USER_ID,
		exported: true,
		'Magento IQD Exchange Rate': RATE,
		...changedAt(ms),
	};
}
