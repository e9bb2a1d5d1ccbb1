import { openVanillaEshop, product } from './vanillaEshop';

let shop: Awaited<ReturnType<typeof openVanillaEshop>>;
beforeAll(async () => (shop = await openVanillaEshop()));
afterAll(async () => await shop.sandbox.close());

const OPTION = {
	option_id: '36',
	required: 1,
	values: [{ option_value_id: '262', sku: 'cup.green', quantity: 5, price: '0.00' }],
};
const SPECIAL = {
	price: '12.50',
	date_start: '2026-01-01 00:00:00',
	date_end: '2026-01-31 00:00:00',
};

/** A product that is there, with lists in JSON. */
const run = async (operation: 'update' | 'upsertBulk', option: unknown, special: unknown) => {
	const collection = operation === 'update' ? 'updateFields' : 'additionalFields';
	const lists = {
		optionInput: 'json',
		optionJson: option,
		specialInput: 'json',
		specialJson: special,
	};
	return await shop.run('product', operation, {
		...product,
		sku: 'van.85',
		[collection]: lists as never,
	});
};

const cup = () => shop.sandbox.store.findBySku('van.85');

describe.each(['update', 'upsertBulk'] as const)('%s is not sent', (operation) => {
	it.each<[option: unknown, special: unknown, title: string]>([
		[[null], [SPECIAL], "Entry 1 of 'Product Options (JSON)' is empty"],
		['[{}]', [SPECIAL], "Entry 1 of 'Product Options (JSON)' is empty"],
		[[[]], [SPECIAL], "Entry 1 of 'Product Options (JSON)' is empty"],
		[[OPTION, ' '], [SPECIAL], "Entry 2 of 'Product Options (JSON)' has no option_id"],
		[
			[{ ...OPTION, option_id: '' }],
			[SPECIAL],
			"Entry 1 of 'Product Options (JSON)' has no option_id",
		],
		[[{ ...OPTION, values: [] }], [SPECIAL], "Entry 1 of 'Product Options (JSON)' has no values"],
		[[{ ...OPTION, values: [{}] }], [SPECIAL], "Entry 1 of 'Product Options (JSON)' has no values"],
		[[OPTION], [SPECIAL, null], "Entry 2 of 'Special Prices (JSON)' is empty"],
		[[OPTION], '[{"price": ""}]', "Entry 1 of 'Special Prices (JSON)' is empty"],
		[[OPTION], [{ date_start: '2026-01-01' }], "Entry 1 of 'Special Prices (JSON)' has no price"],
		[[], [SPECIAL], "'Product Options' is not given"],
		[[OPTION], '[]', "'Special Prices' is not given"],
	])('with the options %j and the special prices %j', async (option, special, title) => {
		const { error, rows } = await run(operation, option, special);
		expect(error?.message.startsWith(`${title}, and VanillaEshop would delete`)).toBe(true);
		expect(error?.description).toContain('List all that are to stay, or turn on');
		expect(rows).toEqual([]);
		expect(shop.sandbox.requests).toEqual([]);
		expect(cup()?.optionValues).toHaveLength(5);
	});
});

it.each(['update', 'upsertBulk'] as const)('%s keeps what is listed in JSON', async (operation) => {
	const { error } = await run(operation, [OPTION], JSON.stringify([SPECIAL]));
	expect(error).toBeUndefined();
	expect(cup()).toMatchObject({
		optionValues: [{ sku: 'cup.green' }],
		specials: [{ price: '12.5000' }],
	});
	expect(shop.invalid()).toEqual([]);
});
