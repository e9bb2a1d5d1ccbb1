import { forgetLogins } from '../nodes/shared/login';
import { items, openShop } from './shop/open';
import type { Reply, Seen } from './shop/server';

let shop: Awaited<ReturnType<typeof openShop>>;
const open = async (handler: (seen: Seen) => Reply) => (shop = await openShop(handler));
afterEach(async () => await shop.close());

const logins = () => shop.requests.filter(({ path }) => path === '/login');

/** Takes `token-2` only; refuses any other as told. */
const renewing = (refusal: Reply) => (seen: Seen) => {
	if (seen.path === '/login') return { body: { token: 'token-2' }, delayMs: 20 };
	return seen.headers.authorization === 'Bearer token-2' ? { body: { ok: true } } : refusal;
};

describe('token', () => {
	it.each<[string, Reply]>([
		['401', { status: 401, body: { error: 'Who?' } }],
		['403', { status: 403, body: { error: 'No' } }],
		[
			'a 400 that speaks of the token',
			{ status: 400, body: { error: 'Bearer token is revoked.' } },
		],
	])('is renewed once on %s, and the call repeated, an act too', async (_, refusal) => {
		await open(renewing(refusal));
		const { rows } = await shop.run('ship');
		expect(rows).toEqual([{ ok: true }]);
		expect(logins()).toHaveLength(1);
	});

	it('is renewed by one login for many parallel refusals', async () => {
		await open(renewing({ status: 401, delayMs: 5 }));
		const { rows } = await shop.run('read', items(60));
		expect(rows).toHaveLength(60);
		expect(logins()).toHaveLength(1);
	});

	it('is renewed on a 403 that speaks of it, though another 403 was about a permission', async () => {
		await open(({ path, body, headers }) => {
			if (path === '/login') return { body: { token: 'token-2' } };
			const { sku } = body as { sku?: string };
			if (sku === 'forbidden') return { status: 403, body: { error: 'No' } };
			const isNew = headers.authorization === 'Bearer token-2';
			return isNew
				? { body: { ok: true } }
				: { status: 403, body: { error: 'Bearer token is revoked.' } };
		});
		await shop.run('ship', [{ sku: 'forbidden' }], {}, { onError: 'continueRegularOutput' });
		forgetLogins();
		shop.engine.credentialsHelper.store.shopApi.token = 'token-1';
		const { rows } = await shop.run('ship', [{ sku: 'A' }]);
		expect(rows).toEqual([{ ok: true }]);
	});

	it('that is refused again ends in words about the access', async () => {
		await open(({ path }) =>
			path === '/login' ? { body: { token: 'token-2' } } : { status: 401, body: { error: 'Who?' } },
		);
		const { error } = await shop.run('read');
		expect(error?.message).toBe('Shop refused access');
		expect(error?.description).toContain('Who?');
		expect(logins()).toHaveLength(1);
	});
});

describe('a login refused for its password', () => {
	it('is asked for once, whatever asks: 20 executions included', async () => {
		await open(({ path }) =>
			path === '/login' ? { status: 401, body: { error: 'Wrong' } } : { status: 401 },
		);
		for (let run = 0; run < 20; run++) {
			const { error } = await shop.run('read', items(3));
			expect(error?.message).toBe('Wrong password');
		}
		expect(logins()).toHaveLength(1);
	});

	it('fails every item in its own row with Continue', async () => {
		await open(({ path }) =>
			path === '/login' ? { status: 401, body: { error: 'Wrong' } } : { status: 401 },
		);
		const { rows } = await shop.run('read', items(3), {}, { onError: 'continueRegularOutput' });
		expect(rows.map(({ error }) => error)).toEqual(Array(3).fill('Wrong password'));
		expect(JSON.stringify(rows)).not.toContain('"password"');
	});
});

describe('a 403 that a new token does not mend', () => {
	it('costs one login and not one an item, and every item has the words of the marketplace', async () => {
		await open(({ path, count }) =>
			path === '/login'
				? { body: { token: `token-${count}` } }
				: { status: 403, body: { error: 'You lack the permission' } },
		);
		const { rows } = await shop.run('ship', items(10), {}, { onError: 'continueRegularOutput' });
		const words = rows.map(({ message }) => String(message).split('.')[0]);
		expect(words).toEqual(Array(10).fill('You lack the permission'));
		expect(logins()).toHaveLength(1);
	});
});
