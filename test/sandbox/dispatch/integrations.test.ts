import { errorOf, openDispatch, type Client, type Fields } from './client';

let client: Client;
beforeEach(async () => {
	client = await openDispatch({ seed: 'empty' });
});
afterEach(async () => await client.close());

const provider = (index = 0) => client.dispatch.store.providers[index];
const configure = async (change: Fields = {}) =>
	await client.call('POST /integrations/provider/configure', {
		providerId: provider()?.guid,
		providerType: 'ecommerce',
		credentials: client.dispatch.account.store,
		...change,
	});
const disable = async (id: unknown) =>
	await client.call(`GET /integrations/provider/disable/${String(id)}`);
const remove = async (id: unknown) =>
	await client.call(`DELETE /integrations/providers/ecommerce/remove/${String(id)}`);
const NOBODY = '00000000-0000-4000-8000-000000000000';

it('connects a store once', async () => {
	const settings = { autoImportOrders: true, syncProducts: false };
	const { status, body } = await configure({ settings });
	expect(status).toBe(200);
	expect(body).toEqual({
		data: {
			guid: expect.stringMatching(/^[0-9a-f-]{36}$/),
			provider: provider()?.name,
			status: 'active',
			connectedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
		},
		success: true,
	});
	expect(errorOf(await configure())).toEqual([
		409,
		false,
		'CONFLICT',
		'Integration already configured',
	]);
	expect((await configure({ providerId: provider(2)?.guid })).body.data.provider).toBe(
		'متجر الواحة',
	);
	expect(client.dispatch.store.integrations).toMatchObject([{ settings }, { settings: {} }]);
});

it.each(['apiKey', 'apiSecret', 'storeUrl'])('refuses a wrong %s', async (field) => {
	const credentials = { ...client.dispatch.account.store, [field]: 'https://wrong.example' };
	expect(errorOf(await configure({ credentials }))).toEqual([
		400,
		false,
		'CONFIGURATION_ERROR',
		'Invalid credentials',
	]);
	expect(client.dispatch.store.integrations).toEqual([]);
});

it('knows its providers and their type', async () => {
	for (const change of [{ providerId: NOBODY }, { providerType: 'carrier' }]) {
		expect(errorOf(await configure(change))).toEqual([
			404,
			false,
			'NOT_FOUND',
			'Provider not found',
		]);
	}
});

it('disables, again with the same outcome, and is a conflict after that', async () => {
	const { guid } = (await configure()).body.data;
	for (let time = 0; time < 2; time++) {
		const { body } = await disable(guid);
		expect(body).toEqual({ data: { guid, status: 'disabled' }, success: true });
	}
	expect((await configure()).status).toBe(409);
	client.dispatch.settings.reconfigureAfterDisable = true;
	expect((await configure()).body.data).toMatchObject({ guid, status: 'active' });
	expect((await configure()).status).toBe(409);
});

it('removes for good, after which the store can be connected again', async () => {
	const { guid } = (await configure()).body.data;
	expect((await remove(guid)).body).toEqual({ success: true });
	const gone = [404, false, 'NOT_FOUND', 'Integration not found'];
	expect(errorOf(await remove(guid))).toEqual(gone);
	expect(errorOf(await disable(guid))).toEqual(gone);
	expect((await configure()).status).toBe(200);
});

it('keeps no secret, in no answer, in no log', async () => {
	await configure();
	await configure({ credentials: { ...client.dispatch.account.store, apiSecret: 'wrong-secret' } });
	client.dispatch.faults.add({ kind: 'reset' });
	await configure().catch(() => undefined);
	await configure({ credentials: 'store-secret' });
	await client.call('POST /integrations/provider/configure', '{"apiSecret":"store-secret"');
	const { store, requests } = client.dispatch;
	const seen = JSON.stringify([
		requests,
		store.integrations,
		await client.control('GET /requests'),
	]);
	expect(requests).toHaveLength(5);
	expect(requests[0]?.body).toMatchObject({
		credentials: { apiKey: '***', storeUrl: 'https://store.dispatch.example' },
	});
	expect(seen).not.toMatch(/store-key|store-secret|wrong-secret/);
});

describe('a push subscription', () => {
	const subscription = {
		endpoint: 'https://push.example/send/abc',
		keys: { p256dh: 'public', auth: 'browser-secret' },
	};
	const save = async (body: unknown) =>
		await client.call('POST /integrations/save-vapid-subscription', body);

	it('is saved, once an endpoint, as a browser writes it', async () => {
		expect((await save(subscription)).body).toEqual({ success: true });
		await save({ ...subscription, expirationTime: null });
		const other = { ...subscription, endpoint: 'https://push.example/send/def' };
		await save(other);
		expect(client.dispatch.store.subscriptions).toEqual([subscription, other]);
		expect(JSON.stringify(client.dispatch.requests)).not.toContain('browser-secret');
	});

	it.each<[Fields, string]>([
		[{ endpoint: 'http://push.example' }, "Field 'endpoint' must be an https address."],
		[{ keys: { p256dh: 'public' } }, "Field 'keys.auth' is required."],
		[{ p256dh: 'public' }, "Field 'p256dh' is not known."],
	])('is refused with %j', async (change, message) => {
		expect(errorOf(await save({ ...subscription, ...change }))).toEqual([
			400,
			false,
			'CONFIGURATION_ERROR',
			message,
		]);
		expect(client.dispatch.store.subscriptions).toEqual([]);
	});
});
