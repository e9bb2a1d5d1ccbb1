import { uuidOf } from './ids';
import type { Provider } from './types';

const provider = (name: string): Provider => ({
	guid: uuidOf(`provider ${name}`),
	name,
	type: 'ecommerce',
});

/** No call lists them, so whoever wants one has to be told its id. */
export const PROVIDERS: readonly Provider[] = [
	provider('Souk Storefront'),
	provider('Nile Commerce'),
	provider('متجر الواحة'),
];

export interface Person {
	name: string;
	email: string;
	phone: string;
	company: string;
	city: string;
	street: string;
}

const person = (
	name: string,
	email: string,
	company: string,
	city: string,
	street: string,
): Person => ({ name, email, company, city, street, phone: '+96650000000' });

export const PEOPLE: readonly Person[] = [
	person('ليلى الحربي', 'layla@customer.example', 'مؤسسة النخيل', 'الرياض', 'شارع العليا ١٢'),
	person('Omar Haddad', 'omar@customer.example', 'Haddad Trading', 'Jeddah', '14 Palestine Street'),
	person('نورة القحطاني', 'noura@customer.example', 'بيت القهوة', 'الدمام', 'شارع الخليج ٧'),
	person('Sara Mansour', 'sara@customer.example', 'Mansour & Sons', 'Medina', '3 Quba Road'),
	person('خالد العتيبي', 'khalid@customer.example', 'ركن الكتب', 'أبها', 'طريق الملك فهد ٢١'),
];

export interface Ware {
	sku: string;
	name: string;
	price: number;
	/** Kilograms. */
	weight: number;
}

export const WARES: readonly Ware[] = [
	{ sku: 'COF-250', name: 'قهوة عربية محمصة 250 غ', price: 38.5, weight: 0.25 },
	{ sku: 'DAT-1000', name: 'Ajwa Dates, 1 kg', price: 72, weight: 1 },
	{ sku: 'INC-BRN', name: 'مبخرة خزفية', price: 129.95, weight: 0.9 },
	{ sku: 'TEA-SET', name: 'Tea Glass Set, 12 pieces', price: 84.25, weight: 2.1 },
	{ sku: 'BLN-WOL', name: 'Wool Blanket', price: 210, weight: 1.8 },
	{ sku: 'OUD-10', name: 'دهن عود 10 مل', price: 450, weight: 0.08 },
];

export const CARRIERS: readonly string[] = ['Falcon Express', 'واحة للشحن'];
