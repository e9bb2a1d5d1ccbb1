import { toLists } from '../../nodes/PrintXpand/resources/orderLines';

const line = (price: unknown, quantity: unknown) => ({
	design_id: 1524,
	item_price: price as string,
	item_qty: quantity as number,
});

it('lines become three lists of the same length', () => {
	expect(toLists([line('22.00', '2'), line(7.5, 1)]).lists).toEqual({
		item_price: ['22.00', '7.5'],
		item_qty: [2, 1],
		design_id: ['1524', '1524'],
	});
});

it.each([
	['two places at least', [line('5.5', 2), line('119', 3)], '368.00'],
	['as many as the prices have', [line('0.10', 3), line('19.995', 2)], '40.290'],
	['nothing lost to floating point', [line('0.1', 3)], '0.30'],
])('their sum has %s', (_, lines, total) => {
	expect(toLists(lines).total).toBe(total);
});
