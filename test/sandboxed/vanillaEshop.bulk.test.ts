import type { IDataObject } from 'n8n-workflow';
import { openVanillaEshop, product } from './vanillaEshop';

let shop: Awaited<ReturnType<typeof openVanillaEshop>>;
const open = async (...how: Parameters<typeof openVanillaEshop>) =>
	(shop = await openVanillaEshop(...how));
afterEach(async () => await shop.sandbox.close());
jest.setTimeout(120_000);

const onError = 'continueErrorOutput' as const;

/** What is wrong with some products of a sheet, and what its row says then. */
const FAULTS: Array<[change: IDataObject, words: string]> = [
	[{ stock: '99' }, "'Stock Status ID': The selected stock status id is invalid."],
	[{ category: 'gifts' }, "'Master Category ID': The selected master category id is invalid."],
	[
		{ special: [{ price: 9, date_start: '1 May', date_end: '2026-05-31 00:00:00' }] },
		"'Start Date' in row 1 of 'Special Prices': The date start does not match the format Y-m-d H:i:s.",
	],
];

describe('1,000 products, 29 of which are invalid', () => {
	const bad = Array.from({ length: 29 }, (_, index) => index * 34 + 3);
	const input = Array.from({ length: 1000 }, (_, index): IDataObject => {
		const [change] = bad.includes(index) ? FAULTS[bad.indexOf(index) % FAULTS.length] : [{}];
		return { sku: `cup-${index}`, quantity: index, stock: 7, category: 20, ...change };
	});
	const parameters = {
		...product,
		sku: '={{ $json.sku }}',
		quantity: '={{ $json.quantity }}',
		stockStatusId: '={{ $json.stock }}',
		masterCategoryId: '={{ $json.category }}',
		deleteMissing: true,
		additionalFields: { specialInput: 'json', specialJson: '={{ $json.special }}' },
	};

	it.each(['laravel55', 'laravel54', 'wrapped'] as const)(
		'go up in at most 130 requests: 971 are created, 29 fail by the field (%s)',
		async (validationForm) => {
			await open({ seed: 'empty', validationForm });
			const { branches, error } = await shop.run(
				'product',
				'upsertBulk',
				parameters,
				input,
				onError,
			);
			const [created, refused] = branches;
			expect(error).toBeUndefined();
			expect(shop.sandbox.requests.length).toBeLessThanOrEqual(130);
			expect(shop.sandbox.store.products.size).toBe(971);
			const fine = input.flatMap((_, item) => (bad.includes(item) ? [] : [item]));
			expect(created.map(({ pairedItem }) => pairedItem)).toEqual(fine.map((item) => ({ item })));
			expect(created.map(({ json }) => json.sku)).toEqual(fine.map((item) => input[item].sku));
			expect(refused.map(({ pairedItem }) => pairedItem)).toEqual(bad.map((item) => ({ item })));
			expect(refused.map(({ json }) => json.message)).toEqual(
				bad.map((_, index) => FAULTS[index % FAULTS.length][1]),
			);
		},
	);
});

it('answers each product of a bulk call with its own record, where all are answered', async () => {
	await open({ bulkAnswer: 'list' });
	const parameters = { ...product, sku: '={{ $json.sku }}', deleteMissing: true };
	const input = Array.from({ length: 25 }, (_, index) => ({ sku: `cup-${index}` }));
	const { rows } = await shop.run('product', 'upsertBulk', parameters, input);
	const made = [...shop.sandbox.store.products.values()].slice(-25);
	expect(rows.map(({ product_id: id, sku }) => [id, sku])).toEqual(
		made.map(({ product_id: id, sku }) => [id, sku]),
	);
	expect(shop.invalid()).toEqual([]);
});
