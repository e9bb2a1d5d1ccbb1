import type { IDataObject } from 'n8n-workflow';
import { items, openShop } from './shop/open';
import type { Reply, Seen } from './shop/server';

let shop: Awaited<ReturnType<typeof openShop>>;
const open = async (handler: (seen: Seen) => Reply) => (shop = await openShop(handler));
afterEach(async () => await shop.close());

const many = { qty: '={{ $json.qty }}' };

describe('batch: requests that depend on each other', () => {
	/** Answers the first request last, were they sent at once. */
	const slowFirst = ({ count }: Seen): Reply => ({ body: {}, delayMs: count === 1 ? 60 : 0 });
	const endOrder = () => shop.requests.map(({ at }) => at);

	it('sends what has the same mark in its order, though requests go in parallel', async () => {
		await open(slowFirst);
		const input = [
			{ sku: 'A', qty: 1 },
			{ sku: 'A', qty: 2 },
		];
		const { rows } = await shop.run('updateMany', input, many);
		expect(rows).toHaveLength(2);
		expect(shop.requests.map(({ body }) => (body as { items: unknown }).items)).toEqual([
			[{ sku: 'A', qty: 1 }],
			[{ sku: 'A', qty: 2 }],
		]);
		expect(endOrder()[1] - endOrder()[0]).toBeGreaterThanOrEqual(55);
	});

	it('sends a parent before its child, in a request before or in the same one', async () => {
		await open(slowFirst);
		const input = [
			{ sku: 'leaf', parent: 'twig' },
			{ sku: 'other', parent: '' },
			{ sku: 'twig', parent: 'root' },
			{ sku: 'root', parent: '' },
		];
		const parameters = { qty: 1, parent: '={{ $json.parent }}', options: { batchSize: 2 } };
		const { branches } = await shop.run('growMany', input, parameters);
		expect(
			shop.requests.map(({ body }) =>
				(body as { items: IDataObject[] }).items.map(({ sku }) => sku),
			),
		).toEqual([
			['root', 'twig'],
			['leaf', 'other'],
		]);
		expect(endOrder()[1] - endOrder()[0]).toBeGreaterThanOrEqual(55);
		expect(branches[0].map(({ json, pairedItem }) => [json.sku, pairedItem])).toEqual(
			input.map(({ sku }, item) => [sku, { item }]),
		);
	});

	it('does not send what would come after a failure, in stop mode', async () => {
		await open(({ count }) =>
			count === 1 ? { status: 400, body: { error: 'No' } } : { body: {} },
		);
		const input = [{ sku: 'A' }, { sku: 'A' }, { sku: 'A' }];
		const { error } = await shop.run('updateMany', input, { qty: 1 });
		expect(error?.description).toContain('0 are done, and 2 were not started');
		expect(shop.requests).toHaveLength(1);
	});

	it('lets acts go one at a time', async () => {
		await open(() => ({ body: {}, delayMs: 5 }));
		const { rows } = await shop.run('shipMany', items(6), { ...many, options: { batchSize: 2 } });
		expect(rows).toHaveLength(6);
		expect(shop.requests).toHaveLength(3);
		expect(shop.state.mostInFlight).toBe(1);
	});

	it('refuses what comes twice and must be done once, before any request', async () => {
		await open(() => ({ body: {} }));
		const input = [{ sku: 'A' }, { sku: 'B' }, { sku: 'A' }];
		const parameters = { qty: 1 };
		const { rows } = await shop.run('printMany', input, parameters, {
			onError: 'continueRegularOutput',
		});
		expect(rows.map(({ sku, error }) => sku ?? error)).toEqual(['A', 'B', 'It comes twice']);
		expect(shop.requests).toHaveLength(1);
		await shop.close();
		await open(() => ({ body: {} }));
		const { error } = await shop.run('printMany', input, parameters);
		expect(error?.context?.itemIndex).toBe(2);
		expect(shop.requests).toHaveLength(0);
	});
});
