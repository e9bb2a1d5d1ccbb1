import type { Reply, Seen } from './shop/server';
import { items, openShop } from './shop/open';

let shop: Awaited<ReturnType<typeof openShop>>;
const open = async (handler: (seen: Seen) => Reply) => (shop = await openShop(handler));
afterEach(async () => await shop.close());

const skuOf = ({ body }: Seen) => (body as { sku?: string }).sku ?? '';
const refusing = (bad: string[]) => (seen: Seen) =>
	bad.includes(skuOf(seen))
		? { status: 400, body: { error: 'Not this one' } }
		: { body: { sku: skuOf(seen) } };

describe('item loop and pairing', () => {
	it('puts rows out in input order, each paired with its item, whatever order the answers come in', async () => {
		await open((seen) => ({ body: { sku: skuOf(seen) }, delayMs: seen.count % 3 === 0 ? 30 : 0 }));
		const { branches } = await shop.run('read', items(40));
		expect(branches[0].map(({ json, pairedItem }) => [json.sku, pairedItem])).toEqual(
			items(40).map(({ sku }, item) => [sku, { item }]),
		);
	});

	it("reads an item's parameters inside the try: one that cannot be read fails its item only", async () => {
		await open(refusing([]));
		const input = [{ sku: 'A' }, { sku: '' }, { sku: 'C' }];
		const { rows } = await shop.run('read', input, {}, { onError: 'continueRegularOutput' });
		expect(rows).toEqual([
			{ sku: 'A' },
			{ error: "'SKU' is empty", message: "'SKU' is empty", details: { outcome: 'notSent' } },
			{ sku: 'C' },
		]);
	});

	it('does the same with an option: the first item, which the run goes by, fails alone too', async () => {
		await open(refusing([]));
		const input = ['A', 'B', 'C'].map((sku, item) => ({ sku, ms: item === 0 ? 0 : 1000 }));
		const parameters = {
			options: { timeout: '={{ $json.ms }}', maxConcurrentRequests: '={{ $json.ms }}' },
		};
		const { rows } = await shop.run('read', input, parameters, {
			onError: 'continueRegularOutput',
		});
		expect(rows.map(({ error, sku }) => error ?? sku)).toEqual([
			"'Max Concurrent Requests' needs a whole number of at least 1",
			'B',
			'C',
		]);
	});

	it('sends failed items to the error branch, paired with their input, and the others on', async () => {
		await open(refusing(['A1']));
		const { branches } = await shop.run('read', items(3), {}, { onError: 'continueErrorOutput' });
		expect(branches[0].map(({ json }) => json.sku)).toEqual(['A0', 'A2']);
		expect(branches[1].map(({ json, pairedItem }) => ({ ...json, pairedItem }))).toEqual([
			{
				sku: 'A1',
				qty: 1,
				error: "Shop refused 'Read'",
				message: 'Not this one.',
				details: { outcome: 'refused', httpCode: 400, attempts: 1 },
				pairedItem: { item: 1 },
			},
		]);
	});
});

describe('stop mode', () => {
	it('starts nothing new after the first failure, and says how far it came', async () => {
		await open(refusing(['A2']));
		const { error } = await shop.run('ship', items(5));
		expect(shop.requests.map(skuOf)).toEqual(['A0', 'A1', 'A2']);
		expect(error?.message).toBe("Shop refused 'Ship'");
		expect(error?.context?.itemIndex).toBe(2);
		expect(error?.description).toBe(
			'Not this one. Of 5 items, 2 are done, and 2 were not started.',
		);
		expect(error?.httpCode).toBe('400');
	});

	it('lets those in flight finish when calls run in parallel', async () => {
		await open((seen) =>
			skuOf(seen) === 'A0' ? { status: 400, body: { error: 'No' } } : { body: {}, delayMs: 40 },
		);
		const { error } = await shop.run('read', items(200));
		expect(shop.requests.length).toBeLessThanOrEqual(10);
		expect(error?.description).toMatch(
			/^No\. Of 200 items, 9 are done, and 190 were not started\.$/,
		);
	});
});

describe('an act', () => {
	it('goes one at a time, in input order', async () => {
		await open((seen) => ({ body: { sku: skuOf(seen) }, delayMs: 5 }));
		await shop.run('ship', items(8));
		expect(shop.requests.map(skuOf)).toEqual(items(8).map(({ sku }) => sku));
		expect(shop.state.mostInFlight).toBe(1);
	});

	it("refuses n8n's Retry On Fail before the first request", async () => {
		await open(() => ({ body: {} }));
		const { error } = await shop.run('ship', items(2), {}, { retryOnFail: true });
		expect(error?.message).toBe("'Retry On Fail' cannot be used with 'Ship'");
		expect(error?.description).toMatch(/do twice what was already done/);
		expect(shop.requests).toEqual([]);
	});

	it('leaves Retry On Fail alone where repeating does no harm', async () => {
		await open(() => ({ body: { ok: true } }));
		const { error, rows } = await shop.run('set', [{ sku: 'A' }], {}, { retryOnFail: true });
		expect(error).toBeUndefined();
		expect(rows).toEqual([{ ok: true }]);
	});
});

describe('values', () => {
	it('sends false and 0, and does not send what is empty', async () => {
		await open(() => ({ body: { ok: true } }));
		await shop.run('set', [{ sku: 'A' }], { additionalFields: { qty: 0, live: false, note: '' } });
		expect(shop.requests[0].body).toEqual({ sku: 'A', qty: 0, live: false });
	});

	it('sends an empty text where Send Empty names it', async () => {
		await open(() => ({ body: { ok: true } }));
		const parameters = { additionalFields: { note: '' }, options: { sendEmpty: ['note'] } };
		await shop.run('set', [{ sku: 'A' }], parameters);
		expect(shop.requests[0].body).toEqual({ sku: 'A', note: '' });
	});

	it('keeps integers beyond 2^53 as texts and everything else as it came', async () => {
		await open(() => ({
			body: '{"id":12345678901234567890,"price":"24.3500","qty":2,"none":null}',
		}));
		const { rows } = await shop.run('read');
		expect(rows).toEqual([{ id: '12345678901234567890', price: '24.3500', qty: 2, none: null }]);
	});
});

describe('paths', () => {
	it('encodes ids in a path', async () => {
		await open((seen) => ({ body: { path: seen.path } }));
		const { rows } = await shop.run('get', [{ sku: 'a/b?c#d é' }]);
		expect(rows).toEqual([{ path: '/items/a%2Fb%3Fc%23d%20%C3%A9' }]);
	});

	it.each(['.', '..'])("refuses '%s' as an id, with the field's label", async (sku) => {
		await open(() => ({ body: {} }));
		const { error } = await shop.run('get', [{ sku }]);
		expect(error?.message).toBe(`'SKU' cannot be '${sku}'`);
		expect(shop.requests).toEqual([]);
	});

	it('takes another path and method for an inferred operation', async () => {
		await open((seen) => ({ body: { path: seen.path, method: seen.method } }));
		const options = { endpointPath: '/v2/things/{sku}', endpointMethod: 'POST' };
		const { rows } = await shop.run('get', [{ sku: 'A' }], { options });
		expect(rows).toEqual([{ path: '/v2/things/A', method: 'POST' }]);
	});

	it.each(['/v2/things', '/../{sku}', '//evil.example/{sku}', '/a/{sku}?x=1', 'a/{sku}'])(
		"refuses the endpoint path '%s'",
		async (endpointPath) => {
			await open(() => ({ body: {} }));
			const { error } = await shop.run('get', [{ sku: 'A' }], { options: { endpointPath } });
			expect(error?.message).toMatch(/^'Endpoint Path' must/);
			expect(shop.requests).toEqual([]);
		},
	);
});

describe('what the run as a whole refuses', () => {
	it('is an error row for every item with the error output, never a success', async () => {
		await open(() => ({ body: {} }));
		const more = { retryOnFail: true, onError: 'continueErrorOutput' as const };
		const { branches } = await shop.run('ship', items(2), {}, more);
		expect(branches[0]).toEqual([]);
		expect(branches[1].map(({ json }) => json.error)).toEqual(
			Array(2).fill("'Retry On Fail' cannot be used with 'Ship'"),
		);
		expect(shop.requests).toEqual([]);
	});

	it('is told of a bad Batch Size in the same way', async () => {
		await open(() => ({ body: {} }));
		const parameters = { qty: 1, options: { batchSize: '={{ "many" }}' } };
		const more = { onError: 'continueErrorOutput' as const };
		const { branches } = await shop.run('updateMany', items(2), parameters, more);
		expect(branches[0]).toEqual([]);
		expect(branches[1]).toHaveLength(2);
	});
});

describe('a list that is cut or repeated', () => {
	const all = Array.from({ length: 40 }, (_, id) => ({ id }));
	const asked = ({ body }: Seen) => body as { page: number; size: number };

	it.each<[string, (seen: Seen) => unknown[], number]>([
		['cuts its pages', (seen) => all.slice((asked(seen).page - 1) * 5, asked(seen).page * 5), 5],
		['ignores the page', (seen) => all.slice(0, asked(seen).size), 10],
	])('says what is missing below the limit, where a service %s', async (_, rowsOf, count) => {
		await open((seen) => ({ body: { rows: rowsOf(seen), total: 40 } }));
		const limited = await shop.run('getAll', [{}], { returnAll: false, limit: 30 });
		expect(limited.rows).toHaveLength(count);
		expect(limited.hints).toEqual([
			`The marketplace counts 40 records, and ${count} different ones could be read.`,
		]);
	});
});

describe('a list of which a page cannot be read', () => {
	const failing = (seen: Seen): Reply => {
		const { page, size } = seen.body as { page: number; size: number };
		if (page === 1) {
			const rows = Array.from({ length: size }, (_, index) => ({ id: index }));
			return { body: { rows, total: 500 } };
		}
		return { status: 500, body: { error: 'Down' }, delayMs: (page * 7) % 40 };
	};

	it.each(['continueRegularOutput', 'stopWorkflow'] as const)(
		'fails with the real reason and loses nothing silently (%s)',
		async (onError) => {
			await open(failing);
			const { rows, error } = await shop.run('getAll', [{}], { returnAll: true }, { onError });
			expect([rows[0]?.error, error?.message]).toContain("Shop could not carry out 'Get Many'");
		},
	);
});

describe('two items for one record', () => {
	it('are set in their order, however slow the first is', async () => {
		await open(({ body }) => ({
			body: { ok: true },
			delayMs: (body as { qty: number }).qty === 7 ? 80 : 0,
		}));
		const input = [
			{ sku: 'A', qty: 7 },
			{ sku: 'A', qty: 5 },
		];
		await shop.run('set', input, { additionalFields: { qty: '={{ $json.qty }}' } });
		expect(shop.requests.map(({ body }) => (body as { qty: number }).qty)).toEqual([7, 5]);
		expect(shop.state.mostInFlight).toBe(1);
	});
});
