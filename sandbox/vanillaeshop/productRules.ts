import type { Rules } from './laravel/validator';
import { ofEach } from './rules';

const inLanguage = (language: string): Rules => ({
	[`${language}.name`]: 'required',
	[`${language}.meta_description`]: '',
	[`${language}.meta_keyword`]: '',
	[`${language}.description`]: '',
	[`${language}.tag`]: '',
	[`${language}.is_done`]: 'boolean',
});

const BASE: Rules = {
	...inLanguage('ar'),
	...inLanguage('en'),
	price: 'required|numeric|min:0',
	logistics_cost: 'required|numeric|min:0',
	inventory_cost: 'required|numeric|min:0',
	cost: 'required|numeric|min:0',
	quantity: 'required|numeric|min:0',
	upc: '',
	minimum: 'required|numeric|min:1',
	maximum: 'required|numeric|min:1|max:10',
	subtract: 'numeric|min:1',
	stock_status_id: 'required|exists:stock_status,stock_status_id',
	is_returnable: 'required|boolean',
	status: 'required|exists:product_status,product_status_id',
	status_demand: 'exists:product_demand_status,product_demand_status_id',
	status_supplier: 'exists:product_supplier_status,product_supplier_status_id',
	status_clead: 'exists:product_clead_status,product_clead_status_id',
	shipping_country: 'array|exists:country,iso_code_2',
	product_link: 'required',
	date_available: 'date_format:Y-m-d',
	manufacturer_id: 'exists:magento_manufacturer,entity_id',
	master_category_id: 'required|exists:category,category_id',
	product_categories: 'array|exists:category,category_id',
	product_filters: 'array|exists:filter,filter_id',
	product_related: 'array|exists:product,product_id',
	attribute: 'array|min:1',
	option: 'array|min:1',
	special: 'array|min:1',
	'attribute.*.attribute_id': 'required_with:attribute|exists:attribute,attribute_id',
	'attribute.*.ar.description': 'required_with:attribute',
	'attribute.*.en.description': 'required_with:attribute',
	'option.*.option_id': 'required_with:option|exists:option,option_id',
	'option.*.required': 'required_with:option|boolean',
	'option.*.values.*.option_value_id': 'required_with:option|exists:option_value,option_value_id',
	'option.*.values.*.sku': 'required_with:option',
	'option.*.values.*.quantity': 'required_with:option|numeric|min:0',
	'option.*.values.*.price': 'required_with:option|numeric|min:0',
	'special.*.price': 'required_with:special|numeric|min:0',
	'special.*.date_start': 'required_with:special|date_format:Y-m-d H:i:s',
	'special.*.date_end': 'required_with:special|date_format:Y-m-d H:i:s',
};

export const PRODUCT_UPDATE: Rules = { ...BASE, image: '' };

export const PRODUCT: Rules = { sku: 'required|unique:product,sku', ...PRODUCT_UPDATE };

/**
 * Here too the reference says "Required if the parameters attribute are present": the rule asks for a
 * top-level `attribute`, which a bulk request never has, so nothing of an attribute, option or special is required.
 */
export const PRODUCTS: Rules = {
	products: 'required|array|min:1|max:10',
	...ofEach({ product_id: 'exists:product,product_id', sku: '', ...BASE }),
};
