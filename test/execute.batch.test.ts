import { items, openShop } from './shop/open';
import type { Reply, Seen } from './shop/server';

let shop: Awaited<ReturnType<typeof openShop>>;
const open = async (handler: (seen: Seen) => Reply) => (shop = await openShop(handler));
afterEach(async () => await shop.close());

const many = { qty: '={{ $json.qty }}' };
const sizes = () => shop.requests.map(({ body }) => (body as { items: unknown[] }).items.length);
const onError = 'continueRegularOutput' as const;

describe('batch: many input items, one request', () => {
	it('carries as many items as Batch Size says and gives each its own row', async () => {
		await open(() => ({ body: {} }));
		const { branches } = await shop.run('updateMany', items(25), {
			...many,
			options: { batchSize: 10 },
		});
		expect(sizes().sort()).toEqual([10, 10, 5]);
		expect(branches[0].map(({ json, pairedItem }) => [json.sku, pairedItem])).toEqual(
			items(25).map(({ sku }, item) => [sku, { item }]),
		);
	});

	it('gives an error to exactly the items that the answer names', async () => {
		await open(() => ({ body: { unknown: ['A1', 'A7'] } }));
		const { rows } = await shop.run('updateMany', items(10), many, { onError });
		expect(rows.flatMap((row, index) => (row.error ? [index] : []))).toEqual([1, 7]);
		expect(rows[1]).toMatchObject({ error: 'Shop does not know this SKU', message: 'A1.' });
	});

	it('fails an item that is wrong in itself before any request, and sends the others', async () => {
		await open(() => ({ body: {} }));
		const input = [
			{ sku: 'A', qty: 1 },
			{ sku: 'B', qty: -1 },
			{ sku: 'C', qty: 3 },
		];
		const { rows } = await shop.run('updateMany', input, many, { onError });
		expect(rows.map((row) => row.error ?? row.sku)).toEqual([
			'A',
			"'Quantity' needs a number of at least 0",
			'C',
		]);
		expect(sizes()).toEqual([2]);
	});

	it('lets a failed request fail its items only', async () => {
		await open(({ count }) =>
			count === 1 ? { status: 400, body: { error: 'No' } } : { body: {} },
		);
		const parameters = { ...many, options: { batchSize: 2, maxConcurrentRequests: 1 } };
		const { rows } = await shop.run('updateMany', items(4), parameters, { onError });
		expect(rows.map((row) => Boolean(row.error))).toEqual([true, true, false, false]);
	});

	it.each<[string, Reply]>([
		['413', { status: 413, body: { error: 'Entity' } }],
		["the service's own words", { status: 400, body: { error: 'too many items' } }],
	])('splits a set that is refused as too large (%s) and sends it again', async (_, refusal) => {
		await open(({ body }) =>
			(body as { items: unknown[] }).items.length > 3 ? refusal : { body: {} },
		);
		const { rows } = await shop.run('updateMany', items(10), many);
		expect(rows.map(({ sku }) => sku)).toEqual(items(10).map(({ sku }) => sku));
		const accepted = sizes().filter((size) => size <= 3);
		expect(accepted.reduce((sum, size) => sum + size, 0)).toBe(10);
		expect(sizes()[0]).toBe(10);
	});

	it('sends no second half in stop mode where one of the first has failed', async () => {
		await open(({ body }) => {
			const { items: sent } = body as { items: unknown[] };
			if (sent.length > 2) return { status: 413, body: { error: 'Entity' } };
			return { status: 400, body: { error: 'No' } };
		});
		const { error } = await shop.run('updateMany', items(4), many);
		expect(error?.message).toContain('refused');
		expect(sizes()).toEqual([4, 2]);
	});

	it('does not split an act', async () => {
		await open(() => ({ status: 413, body: { error: 'Entity' } }));
		const { rows } = await shop.run('shipMany', items(4), many, { onError });
		expect(shop.requests).toHaveLength(1);
		expect(rows.every((row) => row.error)).toBe(true);
	});

	it('puts elements with the same mark into different requests', async () => {
		await open(() => ({ body: {} }));
		const input = [
			{ sku: 'A', qty: 1 },
			{ sku: 'B', qty: 1 },
			{ sku: 'A', qty: 2 },
		];
		await shop.run('updateMany', input, { ...many, options: { maxConcurrentRequests: 1 } });
		expect(sizes()).toEqual([2, 1]);
	});

	it('in stop mode names the item and how far it came', async () => {
		await open(() => ({ body: { unknown: ['A2'] } }));
		const { error } = await shop.run('updateMany', items(5), many);
		expect(error?.message).toBe('Shop does not know this SKU');
		expect(error?.context?.itemIndex).toBe(2);
		expect(error?.description).toBe('A2. Of 5 items, 4 are done, and 0 were not started.');
	});
});

describe('batch: answers', () => {
	it('that tell of each item are heard, whatever their status', async () => {
		await open(() => ({ status: 404, body: { unknown: ['A1'] } }));
		const { rows } = await shop.run('deleteMany', items(3), many, { onError });
		expect(rows.map((row) => Boolean(row.error))).toEqual([false, true, false]);
	});

	it("count 'not found' as deleted where an earlier attempt may have deleted it", async () => {
		await open(({ count }) =>
			count === 1 ? { reset: true } : { status: 404, body: { unknown: ['A0', 'A1'] } },
		);
		const { rows } = await shop.run('deleteMany', items(2), many);
		expect(rows).toEqual([
			{ sku: 'A0', qty: 0, deleted: true },
			{ sku: 'A1', qty: 1, deleted: true },
		]);
	});

	it('do not count so after a refusal that certainly deleted nothing', async () => {
		await open(({ count }) =>
			count === 1 ? { status: 429, body: {} } : { body: { unknown: ['A0'] } },
		);
		const { rows } = await shop.run('deleteMany', items(1), many, { onError });
		expect(rows[0]).toMatchObject({ error: 'Shop does not know this SKU' });
	});
});

it('batch: a half that went through counts, where the run ends before the other half', async () => {
	await open(({ body }) => {
		const [first, ...others] = (body as { items: Array<{ sku: string }> }).items;
		if (first.sku === 'A4') return { status: 400, body: { error: 'No' }, delayMs: 60 };
		if (others.length > 1) return { status: 413, body: { error: 'Entity' } };
		return { body: {}, delayMs: 150 };
	});
	const { error } = await shop.run('updateMany', items(8), {
		...many,
		options: { batchSize: 4 },
	});
	expect(error?.description).toContain('Of 8 items, 2 are done, 4 items failed, and 2 were not');
});

describe('batch: a refusal of the whole request that names some items', () => {
	const refusing =
		(...bad: string[]) =>
		({ body }: Seen): Reply => {
			const { items: sent } = body as { items: Array<{ sku: string }> };
			const places = sent.flatMap(({ sku }, place) => (bad.includes(sku) ? [place] : []));
			const problems = places.map((place) => [`items.${place}.qty`, 'It is too small.']);
			return problems.length > 0
				? { status: 422, body: { problems: Object.fromEntries(problems) } }
				: { body: {} };
		};

	it('fails those by their labels, and sends the others again', async () => {
		await open(refusing('A1', 'A3'));
		const { rows } = await shop.run('importMany', items(5), many, { onError });
		expect(rows.map((row) => row.error ?? row.sku)).toEqual([
			'A0',
			"Shop refused 'Import Many'",
			'A2',
			"Shop refused 'Import Many'",
			'A4',
		]);
		expect(rows[1]).toMatchObject({
			message: "'Quantity': It is too small.",
			details: { outcome: 'refused', httpCode: 422, fields: ['qty'] },
		});
		expect(sizes()).toEqual([5, 3]);
	});

	it('sends nothing again where all are named', async () => {
		await open(refusing('A0', 'A1'));
		const { rows } = await shop.run('importMany', items(2), many, { onError });
		expect(rows.every((row) => row.error)).toBe(true);
		expect(shop.requests).toHaveLength(1);
	});

	it('in stop mode sends nothing again, and says that the others were not started', async () => {
		await open(refusing('A1'));
		const { error } = await shop.run('importMany', items(3), many);
		expect(error?.description).toBe(
			"'Quantity': It is too small. Of 3 items, 0 are done, and 2 were not started.",
		);
		expect(shop.requests).toHaveLength(1);
	});

	it('fails all where it is about the request itself', async () => {
		await open(() => ({ status: 422, body: { problems: { items: 'Too few.' } } }));
		const { rows } = await shop.run('importMany', items(2), many, { onError });
		expect(rows.map(({ message }) => message)).toEqual(["'items': Too few.", "'items': Too few."]);
	});

	it.each([200, 400, 409, 500])(
		'fails all with the status %s, which does not say that nothing was carried out',
		async (status) => {
			await open(() => ({ status, body: { problems: { 'items.0.qty': 'No.' } } }));
			const { rows } = await shop.run('importMany', items(2), many, { onError });
			expect(rows.every((row) => row.error)).toBe(true);
			expect(shop.requests).toHaveLength(1);
		},
	);
});
