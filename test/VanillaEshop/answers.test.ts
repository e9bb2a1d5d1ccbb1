import type { IDataObject } from 'n8n-workflow';
import { Failure } from '../../nodes/shared/failure';
import { recordsOf } from '../../nodes/VanillaEshop/answers';
import { upsertBulk } from '../../nodes/VanillaEshop/resources/productBulk';
import { prices } from '../../nodes/VanillaEshop/resources/price';

const BULK = { price: prices.operations.createBulk, product: upsertBulk };

const ELEMENTS = {
	price: [{ entity_id: '1' }, { entity_id: '2' }],
	product: [{ sku: 'A' }, { sku: 'B' }],
};

/** What is told of each of two elements: the words of a refusal, whether it went well, or nothing. */
function told(kind: keyof typeof BULK, data: unknown) {
	const answer = { status: 200, headers: {}, body: { success: true, data } };
	const results = BULK[kind].batch?.results(answer as never, ELEMENTS[kind]) ?? [];
	return results.map((one) => (one instanceof Failure ? one.facts.words : one?.success));
}

const no = (more: IDataObject = {}) => ({ success: false, message: 'Rejected', ...more });

describe('the one record of a bulk answer', () => {
	it.each(['price', 'product'] as const)('refuses all where it names none (%s)', (kind) => {
		expect(told(kind, no())).toEqual(['Rejected', 'Rejected']);
		expect(told(kind, [no()])).toEqual(['Rejected', 'Rejected']);
	});

	it('refuses the one that it names, and tells nothing of the others', () => {
		expect(told('product', no({ sku: 'B' }))).toEqual([undefined, 'Rejected']);
	});

	it.each([[{ sku: null }], [[]], [null]])('%j is a sample of what went well', (data) => {
		expect(told('price', data)).toEqual([true, true]);
	});
});

it('the records of several say each what became of its own', () => {
	expect(told('price', [no(), { success: true }])).toEqual(['Rejected', true]);
	expect(told('product', [no({ sku: 'A' }), { sku: 'A' }])).toEqual(['Rejected', undefined]);
	expect(recordsOf({ status: 200, headers: {}, body: { data: null } } as never)).toEqual([]);
});
