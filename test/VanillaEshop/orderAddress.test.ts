import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { toAddress } from '../../nodes/VanillaEshop/resources/orderDraft';

const { components } = parse(readFileSync('specs/vanillaeshop.openapi.yaml', 'utf8')) as {
	components: { schemas: Record<string, { properties: Record<string, unknown> }> };
};
const { properties } = components.schemas.OrderAddress;

/** What both addresses have, by the spec. */
const parts = Object.keys(properties).flatMap((name) =>
	name.startsWith('payment_') ? [name.slice('payment_'.length)] : [],
);

const fromPayment = { compose: { shippingAddressFrom: 'payment' } };

describe('the payment address serves for shipping too', () => {
	it('in ten parts', () => {
		expect(parts).toHaveLength(10);
	});

	it.each(parts)('with its %s', (part) => {
		const given = { [`payment_${part}`]: 'given' };
		const both = { ...given, [`shipping_${part}`]: 'given' };
		expect(toAddress({ ...fromPayment, ...given })).toEqual(both);
		expect(toAddress({ ...fromPayment, ...both, [`shipping_${part}`]: 'own' })).toEqual({
			...given,
			[`shipping_${part}`]: 'own',
		});
		expect(toAddress({ compose: { shippingAddressFrom: 'fields' }, ...given })).toEqual(given);
	});

	it('and with nothing else', () => {
		const code = { payment_code: 'cod', telephone: '0500000001' };
		expect(toAddress({ ...fromPayment, ...code })).toEqual(code);
	});
});
