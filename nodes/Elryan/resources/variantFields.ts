import { isRecord } from '../../shared/call';
import { longText, rows, text, texts, toTexts, type Extra, type Field } from '../../shared/fields';
import { amount } from '../../shared/numbers';
import type { Check } from '../../shared/operation';
import { isActive } from './catalogueFields';

/** Addresses in boxes of their own. A row always has this list: an empty one is not sent. */
const imageUrls = (label: string, extra: Extra): Field => ({
	...texts(label, extra),
	encode: (value, { label: shown }) => {
		// An address may hold commas itself.
		const list = typeof value === 'string' ? value.split(/[\s,]+(?=https?:)/) : value;
		const urls = toTexts(list, shown);
		return urls.length > 0 ? urls : undefined;
	},
});

export const language = text('Language', {
	placeholder: 'e.g. ar',
	description: 'The code of the language. Which codes Elryan knows is not documented.',
});

const measure = (what: string) => ({ description: `${what}. Its unit is not documented.` });

/** What may be said of a variant, by label: by itself, or as a row of its product. */
export const variant = {
	isActive: isActive('variant'),
	attributes: rows(
		'Attributes',
		{
			name: text('Name', { placeholder: 'e.g. Size' }),
			remoteAttributeId: text('Remote Attribute ID', {
				to: 'remote_attribute_id',
				placeholder: 'e.g. size_123456789',
				description: 'Your own ID of the attribute',
			}),
			remoteAttributeValueId: text('Remote Attribute Value ID', {
				to: 'remote_attribute_value_id',
				placeholder: 'e.g. remote_44',
				description: 'Your own ID of the value',
			}),
			value: text('Value', { placeholder: 'e.g. 44' }),
		},
		{ row: 'Attribute', description: 'What tells this variant from the others of its product' },
	),
	barcode: text('Barcode', { placeholder: 'e.g. 12321412' }),
	currency: text('Currency', {
		placeholder: 'e.g. EUR',
		description: 'The currency of the prices',
	}),
	defaultImageUrl: text('Default Image URL', {
		to: 'default_image_url',
		placeholder: 'e.g. https://example.com/pencil.jpg',
	}),
	description: longText('Description'),
	extraImages: imageUrls('Extra Images', {
		to: 'extra_images',
		placeholder: 'e.g. https://example.com/pencil_2.jpg',
		description: 'The URLs of more images',
	}),
	freight: amount('Freight', {
		description: 'The cost of freight. Its currency is not documented.',
	}),
	gtin: text('GTIN', { description: 'Global Trade Item Number' }),
	height: amount('Height', measure('How high it is')),
	hsCode: text('HS Code', {
		to: 'hs_code',
		placeholder: 'e.g. 960910',
		description: 'The number of the goods in the Harmonized System, for customs',
	}),
	length: amount('Length', measure('How long it is')),
	name: text('Name', { placeholder: 'e.g. Black Pencil' }),
	price: amount('Price', {
		description: 'How it differs from the retail price is not documented',
	}),
	retailPrice: amount('Retail Price', {
		to: 'retail_price',
		description: 'How it differs from the price is not documented',
	}),
	sku: text('SKU', {
		required: true,
		placeholder: 'e.g. black_pencil123',
		description: 'Your own ID of the variant',
	}),
	stock: amount('Stock', { description: 'How many there are' }),
	supplierName: text('Supplier Name', { to: 'supplier.name' }),
	supplierRemoteId: text('Supplier Remote ID', {
		to: 'supplier.remote_id',
		description: 'Your own ID of the supplier',
	}),
	translations: rows(
		'Translations',
		{ language, name: text('Name'), description: longText('Description') },
		{ row: 'Translation', description: "The variant's name and description in other languages" },
	),
	weight: amount('Weight', measure('How heavy it is')),
	width: amount('Width', measure('How wide it is')),
};

/** Variants that come as JSON are sent as they are, but each must say which one it is. */
export const skuInJson: Check = ({ variantsJson }) => {
	const all = Array.isArray(variantsJson) ? (variantsJson as unknown[]) : [];
	const nameless = all.some((one) => !isRecord(one) || !one.sku);
	return nameless ? "'SKU' (sku) is empty in an entry of 'Variants (JSON)'" : undefined;
};
