import { createHash } from 'node:crypto';
import { timestamp } from '../shared/clock';
import { group, text, whole } from './fields';
import type { Fields } from './laravel/php';
import { DEFAULT_GROUP, OPTION_VALUES } from './reference';
import type { Time } from './store';

export interface Customer {
	customer_id: number;
	customer_group_id: number;
	firstname: string;
	email: string;
	telephone: string;
	/** Never shown by the API; here, so that a change of password can be seen. */
	password_hash: string;
	date_added: string;
}

export interface Manufacturer {
	entity_id: string;
	name: string;
}

export interface OptionValue {
	option_value_id: number;
	option_id: number;
	image: string;
	sort_order: number;
	en: string;
	ar: string;
}

export interface Records {
	/** By id, oldest first. */
	readonly customers: ReadonlyMap<string, Customer>;
	/** By Magento entity id. */
	readonly manufacturers: ReadonlyMap<string, Manufacturer>;
	readonly optionValues: ReadonlyMap<string, OptionValue>;
	/** Twice the same customer makes two: no rule forbids it. */
	createCustomer(fields: Fields): Customer;
	updateCustomer(customer: Customer, fields: Fields): void;
	removeCustomer(customer: Customer): void;
	createManufacturer(fields: Fields): Manufacturer;
	createOptionValue(fields: Fields): OptionValue;
	updateOptionValue(value: OptionValue, fields: Fields): void;
}

const FIRST_CREATED_VALUE = 300;

const hashed = (password: string): string => createHash('sha256').update(password).digest('hex');

export function createRecords(time: Time): Records & { clear(): void } {
	const customers = new Map<string, Customer>();
	const manufacturers = new Map<string, Manufacturer>();
	const optionValues = new Map<string, OptionValue>();
	let lastCustomer = 0;
	let lastValue = 0;

	const records: Records = {
		customers,
		manufacturers,
		optionValues,
		createCustomer(fields) {
			lastCustomer += 1;
			const customer: Customer = {
				customer_id: lastCustomer,
				customer_group_id: DEFAULT_GROUP,
				...{ firstname: '', email: '', telephone: '', password_hash: '' },
				date_added: timestamp(time.now()),
			};
			records.updateCustomer(customer, fields);
			customers.set(String(lastCustomer), customer);
			return customer;
		},
		updateCustomer(customer, fields) {
			customer.firstname = text(fields, 'firstname');
			customer.email = text(fields, 'email');
			customer.telephone = text(fields, 'telephone');
			const password = text(fields, 'password');
			if (password !== '') customer.password_hash = hashed(password);
		},
		removeCustomer: ({ customer_id }) => void customers.delete(String(customer_id)),
		createManufacturer(fields) {
			const manufacturer = { entity_id: text(fields, 'entity_id'), name: text(fields, 'name') };
			manufacturers.set(manufacturer.entity_id, manufacturer);
			return manufacturer;
		},
		createOptionValue(fields) {
			lastValue += 1;
			return addValue(lastValue, fields);
		},
		updateOptionValue(value, fields) {
			value.option_id = whole(fields.option_id);
			value.en = text(group(fields, 'en'), 'name');
			value.ar = text(group(fields, 'ar'), 'name');
		},
	};
	return {
		...records,
		clear() {
			for (const map of [customers, manufacturers, optionValues]) map.clear();
			lastCustomer = 0;
			lastValue = FIRST_CREATED_VALUE - 1;
			for (const [option_id, id, en, ar] of OPTION_VALUES) {
				addValue(id, { option_id, en: { name: en }, ar: { name: ar } });
			}
		},
	};

	function addValue(id: number, fields: Fields): OptionValue {
		const option_id = whole(fields.option_id);
		const before = [...optionValues.values()].filter((one) => one.option_id === option_id);
		const value: OptionValue = {
			...{ option_value_id: id, option_id, image: '', sort_order: before.length + 1 },
			...{ en: '', ar: '' },
		};
		records.updateOptionValue(value, fields);
		optionValues.set(String(id), value);
		return value;
	}
}
