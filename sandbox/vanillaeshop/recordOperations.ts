import { rows, text } from './fields';
import type { Fields } from './laravel/php';
import type { Price } from './products';
import type { Customer, Manufacturer, OptionValue } from './records';
import { bound, bulk, free, type Binding, type Operation } from './result';
import {
	CUSTOMER,
	CUSTOMER_UPDATE,
	MANUFACTURER,
	MANUFACTURER_UPDATE,
	NO_RULES,
	OPTION_VALUE,
	PRICE,
	PRICES,
} from './rules';
import type { Store } from './store';

const customer: Binding<Customer> = {
	model: 'Customer',
	find: ({ store, params }) => store.customers.get(params.customerId ?? ''),
};

const manufacturer: Binding<Manufacturer> = {
	model: 'Manufacturer',
	find: ({ store, params }) => store.manufacturers.get(params.entityId ?? ''),
};

const optionValue: Binding<OptionValue> = {
	model: 'OptionValue',
	find: ({ store, params }) => store.optionValues.get(params.optionValueId ?? ''),
};

const shown = ({ en: _en, ar: _ar, ...value }: OptionValue): Fields => value;

function addPrice(store: Store, fields: Fields): Price {
	const product = store.findByEntity(text(fields, 'entity_id'));
	if (!product) throw new Error('The rules let an unknown entity id pass');
	return store.addPrice(product, fields);
}

export const recordOperations: Record<string, Operation> = {
	'customer.create': free(CUSTOMER, ({ store, input }) => {
		const { customer_id } = store.createCustomer(input);
		return { customer_id };
	}),
	'customer.update': bound(customer, CUSTOMER_UPDATE, (record, { store, input }) => {
		store.updateCustomer(record, input);
		return { customer_id: record.customer_id };
	}),
	'customer.delete': bound(customer, NO_RULES, (record, { store }) => store.removeCustomer(record)),

	'manufacturer.create': free(
		MANUFACTURER,
		({ store, input }) => void store.createManufacturer(input),
	),
	'manufacturer.update': bound(manufacturer, MANUFACTURER_UPDATE, (record, { input }) => {
		record.name = text(input, 'name');
	}),

	'optionValue.create': free(OPTION_VALUE, ({ store, input }) =>
		shown(store.createOptionValue(input)),
	),
	'optionValue.update': bound(optionValue, OPTION_VALUE, (record, { store, input }) => {
		store.updateOptionValue(record, input);
		return shown(record);
	}),

	'price.create': free(PRICE, ({ store, input }) => addPrice(store, input)),
	'price.createBulk': free(PRICES, (call) =>
		bulk(
			call,
			rows(call.input.products).map((row) => addPrice(call.store, row)),
		),
	),
};
