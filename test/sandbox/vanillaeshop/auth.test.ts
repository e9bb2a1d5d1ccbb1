import type { Settings } from '../../../sandbox/vanillaeshop';
import { openVanilla, type Client } from './client';

let client: Client;
beforeAll(async () => {
	client = await openVanilla();
});
beforeEach(() => client.shop.reset());
afterAll(async () => await client.close());

const probe = async (headers: Record<string, string> = {}) =>
	await client.call('GET /order/0', undefined, headers);

/** The headers of each way to log in, as the account has them now. */
const headersOf = (): Record<Settings['authentication'], Record<string, string>> => {
	const { headerName, headerSecret, bearerToken, username, password } = client.shop.account;
	const basic = Buffer.from(`${username}:${password}`).toString('base64');
	return {
		none: {},
		header: { [headerName]: headerSecret },
		bearer: { authorization: `Bearer ${bearerToken}` },
		basic: { authorization: `Basic ${basic}` },
	};
};

it('asks for nothing unless a setting says so', async () => {
	expect((await probe()).status).toBe(404);
	expect((await probe({ authorization: 'Bearer whatever' })).status).toBe(404);
});

it.each(['header', 'bearer', 'basic'] as const)(
	'asks for the %s, and for no other',
	async (way) => {
		client.shop.settings.authentication = way;
		const { [way]: right, ...others } = headersOf();
		for (const wrong of [...Object.values(others), { authorization: `${way} nonsense` }]) {
			const { status, body } = await probe(wrong);
			expect([status, body]).toEqual([401, { message: 'Unauthenticated.' }]);
		}
		expect((await probe(right)).status).toBe(404);
		await client.control('POST /tokens/revoke');
		expect((await probe(right)).status).toBe(401);
		expect((await probe(headersOf()[way])).status).toBe(404);
	},
);

it('does nothing for whoever is not let in, and says what was wrong with the request', async () => {
	client.shop.settings.authentication = 'bearer';
	const { status } = await client.call('POST /customer', { firstname: 'a' });
	expect(status).toBe(401);
	expect(client.shop.store.customers.size).toBe(3);
	expect(client.shop.requests[0]).toMatchObject({
		action: 'customer.create',
		applied: false,
		invalid: "Field 'email' is required.",
	});
});

it('forbids, or leads to a login page that answers 200, where the setting says so', async () => {
	client.shop.settings.authentication = 'bearer';
	client.shop.settings.authErrorStatus = 403;
	expect(await probe()).toMatchObject({
		status: 403,
		body: { message: 'This action is unauthorized.' },
	});
	client.shop.settings.authErrorStatus = 302;
	const { status, headers } = await probe();
	const location = headers.get('location') ?? '';
	expect([status, location]).toEqual([302, `${client.shop.url}/login`]);
	const page = await fetch(location);
	expect([page.status, page.headers.get('content-type')]).toEqual([
		200,
		'text/html; charset=UTF-8',
	]);
});

it('leads a browser to the login page', async () => {
	client.shop.settings.authentication = 'header';
	expect(await probe({ accept: 'text/html' })).toMatchObject({ status: 302 });
});

it('ends secrets at a reset, and keeps the options of the start', async () => {
	const before = client.shop.account.bearerToken;
	client.shop.revokeTokens();
	expect(client.shop.account.bearerToken).not.toBe(before);
	client.shop.settings.authentication = 'bearer';
	client.shop.reset();
	expect(client.shop.account.bearerToken).toBe(before);
	expect(client.shop.settings.authentication).toBe('none');
});
