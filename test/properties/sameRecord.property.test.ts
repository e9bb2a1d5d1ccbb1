import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../nodes/shared/call';
import { stopAnswering } from './answering';
import { host } from './running';
import { patience, tried } from './runs';
import { subjects } from './subjects';

afterAll(stopAnswering);

/** One of three products, in the ways in which a number and a locator come. */
const product = fc
	.record({
		mode: fc.constantFrom('list', 'productId'),
		id: fc.constantFrom(1, 2, 3),
		form: fc.constantFrom<(id: number) => unknown>(
			(id) => id,
			String,
			(id) => ` ${id} `,
		),
	})
	.map(({ mode, id, form }) => ({ __rl: true, mode, value: form(id) }) as IDataObject);

const later = async (turns: number) => {
	for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
};

it(
	'items for one record, however they name it, go one after another, and the last has the last word',
	async () => {
		const subject = subjects.find(([title]) => title === 'Edumalls product: updateStock')?.[1];
		if (!subject) throw new Error('There is no product: updateStock');
		const underWay = new Set<unknown>();
		const stored = new Map<number, number>();
		let delays = [0];
		let count = 0;
		const { run } = host(subject, async ({ body }) => {
			const data = isRecord(body) && isRecord(body.data) ? body.data : {};
			const id = Number(data.product_id);
			expect(underWay).not.toContain(id);
			underWay.add(id);
			await later(delays[count++ % delays.length]);
			stored.set(id, Number(data.qty));
			underWay.delete(id);
			return { body: { success: true, product: { product_id: id } } };
		});
		const parameters = {
			product: '={{ $json.product }}',
			updateFields: { qty: '={{ $json.qty }}' },
			options: {},
		};
		const waits = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 8 });
		const property = fc.asyncProperty(
			fc.array(product, { minLength: 2, maxLength: 8 }),
			waits,
			async (all, some) => {
				[delays, count] = [some, 0];
				stored.clear();
				const input = all.map((one, item) => ({ product: one, qty: item + 1 }));
				const { error, rows } = await run(parameters, input);
				expect(error).toBeUndefined();
				expect(rows).toHaveLength(all.length);
				const wanted = new Map(all.map(({ value }, item) => [Number(value), item + 1]));
				expect(stored).toEqual(wanted);
			},
		);
		await fc.assert(property, tried(25));
	},
	patience,
);
