import { join } from 'node:path';
import { isObject } from '../../../sandbox/shared/json';
import { loadSpec, type Spec } from '../../../sandbox/shared/validator';
import { validate, type Rules } from '../../../sandbox/vanillaeshop/laravel/validator';
import * as orders from '../../../sandbox/vanillaeshop/orderRules';
import * as products from '../../../sandbox/vanillaeshop/productRules';
import * as others from '../../../sandbox/vanillaeshop/rules';
import type { Fields } from './client';

let spec: Spec;
beforeAll(async () => {
	spec = await loadSpec(join(__dirname, '../../../specs/vanillaeshop.openapi.yaml'));
});

const record = (value: unknown): Fields => (isObject(value) ? value : {});

/** `key: required` of everything below a schema, in the dotted form of the rules. */
function keysOf(schema: unknown, prefix = ''): Record<string, boolean> {
	const { $ref } = record(schema);
	if (typeof $ref === 'string') {
		const name = $ref.replace('#/components/schemas/', '');
		return keysOf(record(record(spec.document.components).schemas)[name], prefix);
	}
	const { properties, required = [], items } = record(schema);
	const needed: unknown[] = Array.isArray(required) ? required : [];
	const keys = items === undefined ? {} : keysOf(items, `${prefix}*.`);
	for (const [name, child] of Object.entries(record(properties))) {
		keys[prefix + name] = needed.includes(name);
		Object.assign(keys, keysOf(child, `${prefix}${name}.`));
	}
	return keys;
}

it.each<[string, Rules]>([
	['CustomerCreate', others.CUSTOMER],
	['CustomerUpdate', others.CUSTOMER_UPDATE],
	['ManufacturerCreate', others.MANUFACTURER],
	['ManufacturerUpdate', others.MANUFACTURER_UPDATE],
	['OptionValueInput', others.OPTION_VALUE],
	['Price', others.PRICE],
	['PriceBulk', others.PRICES],
	['SkuChange', others.CHANGE_SKU],
	['OrderAddress', orders.ORDER_ADDRESS],
	['OrderCreate', orders.ORDER],
	['OrderUpdate', orders.ORDER_UPDATE],
	['OrderStatus', orders.ORDER_STATUS],
	['OrderComment', orders.ORDER_COMMENT],
	['ProductCreate', products.PRODUCT],
	['ProductUpdate', products.PRODUCT_UPDATE],
	['ProductBulk', products.PRODUCTS],
])('spec and rules of %s name the same fields, and require the same', (name, rules) => {
	const inRules = Object.fromEntries(
		Object.entries(rules).map(([key, rule]) => [key, rule.startsWith('required')]),
	);
	// The rules do not speak of what only holds other fields.
	const containers = /(^|\.)(ar|en|values)$/;
	const inSpec = Object.entries(keysOf({ $ref: `#/components/schemas/${name}` })).filter(
		([key]) => key in inRules || !containers.test(key),
	);
	expect(Object.fromEntries(inSpec)).toEqual(inRules);
});

const has = (_table: string, _column: string, value: string): boolean =>
	['SA', '7'].includes(value);

it.each<[string, unknown, string | null]>([
	['required', null, 'The a b field is required.'],
	['required', ' ', 'The a b field is required.'],
	['required', [], 'The a b field is required.'],
	['required', 0, null],
	['required', false, null],
	['boolean', 'true', 'The a b field must be true or false.'],
	['boolean', '1', null],
	['boolean', 2, 'The a b field must be true or false.'],
	['numeric', '1e3', null],
	['numeric', '1,5', 'The a b must be a number.'],
	['numeric|min:5', 4.9, 'The a b must be at least 5.'],
	['min:5', 9999, 'The a b must be at least 5 characters.'],
	['array|min:2', [1], 'The a b must have at least 2 items.'],
	['array|max:1', [1, 2], 'The a b may not have more than 1 items.'],
	['numeric|max:10', '11', 'The a b may not be greater than 10.'],
	['array', 'aut', 'The a b must be an array.'],
	['array', { 0: 'a' }, null],
	['email', 'not an address', 'The a b must be a valid email address.'],
	['in:ar,en', 'fr', 'The selected a b is invalid.'],
	['in:ar,en', ['ar'], 'The selected a b is invalid.'],
	['exists:t,c', 7, null],
	['exists:t,c', 'XX', 'The selected a b is invalid.'],
	['exists:t,c', ['SA', '7'], null],
	['exists:t,c', ['SA', 'XX'], 'The selected a b is invalid.'],
	['exists:t,c', ['SA', 'SA'], 'The selected a b is invalid.'],
	['date', '2011-07-19', null],
	['date', '19 July 2011', null],
	['date', '07/19/2011 10:00', null],
	['date', '2011-02-30', 'The a b is not a valid date.'],
	['date', 'soon', 'The a b is not a valid date.'],
	['date_format:Y-m-d', '2018-11-13', null],
	['date_format:Y-m-d', '2018-1-3', 'The a b does not match the format Y-m-d.'],
	[
		'date_format:Y-m-d H:i:s',
		'2018-11-13 24:00:00',
		'The a b does not match the format Y-m-d H:i:s.',
	],
	[
		'date_format:Y-m-d H:i:s',
		'2018-11-13T10:00:00',
		'The a b does not match the format Y-m-d H:i:s.',
	],
	['unique:t,c', 'SA', 'The a b has already been taken.'],
	['required_with:other', undefined, 'The a b field is required when other is present.'],
	['required_with:absent', undefined, null],
])('%s: %j → %s', (rule, value, message) => {
	const data = value === undefined ? { other: 1 } : { a_b: value, other: 1 };
	expect(validate({ a_b: rule }, data, has) ?? null).toEqual(message && { a_b: [message] });
});

it('stops at what is missing, and else says all that is wrong', () => {
	const rules = { 'rows.*.n': 'required|numeric|min:3' };
	expect(validate(rules, { rows: [{}, { n: 'x' }, { n: 3 }, 'text'] }, has)).toEqual({
		'rows.0.n': ['The rows.0.n field is required.'],
		'rows.1.n': ['The rows.1.n must be a number.', 'The rows.1.n must be at least 3.'],
		'rows.3.n': ['The rows.3.n field is required.'],
	});
});

it('finds no key that holds a dot itself, and no element where there is no list', () => {
	expect(validate({ 'rows.length': 'required' }, { rows: [1] }, has)).toBeDefined();
	expect(validate({ 'rows.0.n': 'required' }, { 'rows.0.n': 1 }, has)).toHaveProperty(['rows.0.n']);
	expect(validate({ 'rows.*.n': 'required' }, { rows: 'aut' }, has)).toBeUndefined();
	expect(validate({ 'rows.*.n': 'required' }, { rows: { '*': {} } }, has)).toBeUndefined();
});
