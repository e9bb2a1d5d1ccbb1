import type { IDataObject } from 'n8n-workflow';
import { choice, text, type Field } from '../../shared/fields';
import type { Fields } from '../../shared/operation';
import { shownFor } from '../../shared/shown';

type Kind = 'payment' | 'shipping';

/** The parts of an address, as both kinds of it name them. */
const PARTS = [
	'firstname',
	'lastname',
	'address_1',
	'address_2',
	'city',
	'postcode',
	'country_id',
	'zone_id',
	'address_lat',
	'address_lng',
];

const required = (kind: Kind): Fields => {
	const part = (label: string, to: string, example: string, hint?: string) =>
		text(`${kind === 'payment' ? 'Payment' : 'Shipping'} ${label}`, {
			to: `${kind}_${to}`,
			required: true,
			placeholder: `e.g. ${example}`,
			hint,
		});
	return {
		[`${kind}Firstname`]: part('First Name', 'firstname', 'Nathan'),
		[`${kind}Address1`]: part('Address Line 1', 'address_1', 'Olaya Street'),
		[`${kind}Address2`]: part(
			'Address Line 2',
			'address_2',
			'Building 12',
			'VanillaEshop requires it. Where an address has one line only, give the district or a dash.',
		),
		[`${kind}City`]: part('City', 'city', 'Riyadh'),
		[`${kind}CountryId`]: part('Country Code', 'country_id', 'SA', 'Two letters, as in ISO 3166'),
		[`${kind}ZoneId`]: part(
			'Zone Code',
			'zone_id',
			'RD',
			'The code that the region has in VanillaEshop, not its ID or name',
		),
	};
};

const optional = (kind: Kind): Fields => {
	const part = (label: string, to: string, example: string): Field =>
		text(`${kind === 'payment' ? 'Payment' : 'Shipping'} ${label}`, {
			to: `${kind}_${to}`,
			placeholder: `e.g. ${example}`,
		});
	return {
		[`${kind}AddressLat`]: part('Latitude', 'address_lat', '24.7136'),
		[`${kind}AddressLng`]: part('Longitude', 'address_lng', '46.6753'),
		[`${kind}Lastname`]: part('Last Name', 'lastname', 'Smith'),
		[`${kind}Postcode`]: part('Postcode', 'postcode', '12211'),
	};
};

const onlyWhereOwn = (fields: Fields): Fields =>
	Object.fromEntries(
		Object.entries(fields).map(([name, field]) => [
			name,
			shownFor({ shippingAddressFrom: ['fields'] }, field),
		]),
	);

/** The addresses of an order; the payment address can serve for shipping too. */
export const addressFields: Fields = {
	...required('payment'),
	shippingAddressFrom: choice(
		'Shipping Address From',
		{ fields: 'Fields Below', payment: 'Payment Address' },
		{
			to: 'compose.shippingAddressFrom',
			fixed: true,
			initially: 'payment',
			description: 'Where the address comes from that the order is shipped to',
		},
	),
	...onlyWhereOwn(required('shipping')),
};

export const optionalAddressFields: Fields = { ...optional('payment'), ...optional('shipping') };

/** The shipping address filled up with the payment address. */
export function shippedToPayment(order: IDataObject): IDataObject {
	const copied = PARTS.flatMap((part) => {
		const value = order[`shipping_${part}`] ?? order[`payment_${part}`];
		return value === undefined ? [] : [[`shipping_${part}`, value] as const];
	});
	return { ...order, ...Object.fromEntries(copied) };
}
