import { flag, longText, text, type Extra } from '../../shared/fields';
import type { Fields } from '../../shared/operation';
import { ids } from '../lists';
import { amount, money } from '../../shared/numbers';
import { day } from '../days';
import { productRows } from './productRows';

/** What a text says in one of the two languages of the shop. */
const inLanguage = (code: 'ar' | 'en', language: string): Fields => ({
	[`${code}Description`]: longText(`Description (${language})`, { to: `${code}.description` }),
	[`${code}IsDone`]: flag(`${language} Is Done`, {
		to: `${code}.is_done`,
		description: `Whether the texts in ${language} are finished`,
	}),
	[`${code}MetaDescription`]: longText(`Meta Description (${language})`, {
		to: `${code}.meta_description`,
	}),
	[`${code}MetaKeyword`]: text(`Meta Keywords (${language})`, { to: `${code}.meta_keyword` }),
	[`${code}Tag`]: text(`Tags (${language})`, { to: `${code}.tag` }),
});

const cost = (label: string, extra: Extra) => money(label, { min: 0, required: true, ...extra });

const shopId = (label: string, to: string, example: string, description: string) =>
	text(label, { to, placeholder: `e.g. ${example}`, description });

/** What every product has. */
export const productFields: Fields = {
	arName: text('Name (Arabic)', {
		to: 'ar.name',
		required: true,
		placeholder: 'e.g. فنجان قهوة',
	}),
	enName: text('Name (English)', {
		to: 'en.name',
		required: true,
		placeholder: 'e.g. Coffee Cup',
	}),
	price: cost('Price', { placeholder: 'e.g. 15.00' }),
	cost: cost('Cost', { placeholder: 'e.g. 7.50', description: 'What it costs you' }),
	logisticsCost: cost('Logistics Cost', { to: 'logistics_cost', placeholder: 'e.g. 4.00' }),
	inventoryCost: cost('Inventory Cost', { to: 'inventory_cost', placeholder: 'e.g. 1.00' }),
	quantity: amount('Quantity', {
		min: 0,
		required: true,
		placeholder: 'e.g. 20',
		description: 'How many there are',
	}),
	minimum: amount('Minimum per Order', {
		to: 'minimum',
		min: 1,
		required: true,
		placeholder: 'e.g. 1',
		description: 'How many a buyer must take at least',
	}),
	maximum: amount('Maximum per Order', {
		to: 'maximum',
		min: 1,
		max: 10,
		required: true,
		placeholder: 'e.g. 10',
		description: 'How many a buyer can take at most, from 1 to 10',
	}),
	stockStatusId: text('Stock Status ID', {
		to: 'stock_status_id',
		required: true,
		placeholder: 'e.g. 7',
		description: 'The ID of a stock status in VanillaEshop',
	}),
	status: text('Status', {
		required: true,
		placeholder: 'e.g. 1',
		description: 'The ID of a product status in VanillaEshop',
	}),
	masterCategoryId: text('Master Category ID', {
		to: 'master_category_id',
		required: true,
		placeholder: 'e.g. 20',
		description: 'The ID of the main category in VanillaEshop',
	}),
	productLink: text('Product Link', {
		to: 'product_link',
		required: true,
		placeholder: 'e.g. https://example.com/coffee-cup',
	}),
	isReturnable: flag('Returnable', {
		to: 'is_returnable',
		description: 'Whether buyers can return it',
	}),
};

/** What a product may have; bulk calls know no image. */
export const optionalProductFields: Fields = {
	...inLanguage('ar', 'Arabic'),
	...inLanguage('en', 'English'),
	...productRows,
	dateAvailable: day('Available From', {
		to: 'date_available',
		placeholder: 'e.g. 2026-01-01',
		description: 'The day; a time of day is not sent',
	}),
	manufacturerId: shopId(
		'Manufacturer ID',
		'manufacturer_id',
		'501',
		'The Magento entity ID of the manufacturer',
	),
	productCategories: ids('Category IDs', { to: 'product_categories', placeholder: 'e.g. 24' }),
	productFilters: ids('Filter IDs', { to: 'product_filters', placeholder: 'e.g. 2' }),
	productRelated: ids('Related Product IDs', {
		to: 'product_related',
		placeholder: 'e.g. 86',
		description: 'The IDs that VanillaEshop gave to products that go with this one',
	}),
	shippingCountry: ids('Shipping Countries', {
		to: 'shipping_country',
		placeholder: 'e.g. SA',
		description: 'The codes of the countries that it is shipped to, two letters each',
	}),
	statusClead: shopId(
		'C-Lead Status ID',
		'status_clead',
		'1',
		'An ID in VanillaEshop. What it stands for is not documented.',
	),
	statusDemand: shopId(
		'Demand Status ID',
		'status_demand',
		'1',
		'The ID of a demand status in VanillaEshop',
	),
	statusSupplier: shopId(
		'Supplier Status ID',
		'status_supplier',
		'1',
		'The ID of a supplier status in VanillaEshop',
	),
	subtract: amount('Subtract Stock', {
		min: 1,
		placeholder: 'e.g. 1',
		description: 'VanillaEshop takes numbers from 1 on. What they mean is not documented.',
	}),
	upc: text('UPC', { placeholder: 'e.g. 012345678905', description: 'Universal Product Code' }),
};

export const image = text('Image', {
	placeholder: 'e.g. catalog/coffee-cup.jpg',
	description: 'Whether a path or a URL is meant is not documented',
});
