import { openShop, type Client } from './client';

let client: Client;
beforeEach(async () => {
	client = await openShop({ tokenLifetimeMs: 60_000 });
});
afterEach(async () => await client.close());

const REVOKED = { success: false, message: 'Bearer token is revoked.' };

describe('logging in', () => {
	it('answers a bare JSON string that looks like the sample', async () => {
		const { status, body } = await client.login();
		expect(status).toBe(200);
		expect(body).toMatch(/^eyJraWQiOiIxIiwiYW[\w-]+\.[\w-]+\.[\w-]+$/);
		expect(client.shop.loginCount).toBe(1);
	});

	it('refuses a wrong password and an unknown user in the documented words', async () => {
		const refusal = { success: false, message: 'Invalid customer credentials.' };
		expect(await client.login(undefined, 'wrong')).toMatchObject({ status: 401, body: refusal });
		expect(await client.login('nobody@edumalls.example')).toMatchObject({ body: refusal });
	});

	it('refuses a customer who sells nothing', async () => {
		const { status, body } = await client.login('customer@edumalls.example');
		expect(status).toBe(401);
		expect(body).toEqual({ success: false, message: 'Access denied. Customer is not a seller.' });
	});

	it('refuses everybody while the integration is disabled', async () => {
		client.shop.settings.integrationEnabled = false;
		expect((await client.login()).body).toEqual({
			success: false,
			message: 'Integration is currently disabled. Please contact support for more details.',
		});
	});

	it('locks an account for 1800 s after six failures, for the right password too', async () => {
		const locked = { message: expect.stringContaining('disabled temporarily') as string };
		const fail = async (times: number): Promise<void> => {
			for (let attempt = 1; attempt <= times; attempt++) await client.login(undefined, 'wrong');
		};
		for (const _round of [1, 2]) {
			await fail(5);
			expect((await client.login()).status).toBe(200);
		}
		await fail(6);
		expect(await client.login()).toMatchObject({ status: 401, body: locked });
		client.shop.clock.advance(1799_000);
		expect(await client.login()).toMatchObject({ status: 401, body: locked });
		client.shop.clock.advance(1_001);
		expect((await client.login()).status).toBe(200);
	});

	it('keeps passwords and whole tokens out of the log', async () => {
		const { body } = await client.login();
		await client.call('view_customer_groups');
		const log = JSON.stringify(client.shop.requests);
		expect(log).not.toContain(client.shop.account.password);
		expect(log).not.toContain(String(body));
	});
});

describe('a token', () => {
	it('expires, in the words for a revoked one', async () => {
		expect((await client.call('view_customer_groups')).status).toBe(200);
		client.shop.clock.advance(60_001);
		expect(await client.call('view_customer_groups')).toMatchObject({ status: 401, body: REVOKED });
		await client.login();
		expect((await client.call('view_customer_groups')).status).toBe(200);
	});

	it('can be revoked, with the status of choice', async () => {
		client.shop.settings.refusedTokenStatus = 403;
		expect((await client.control('POST /tokens/revoke')).status).toBe(200);
		expect(await client.call('view_customer_groups')).toMatchObject({ status: 403, body: REVOKED });
	});

	it.each(['Bearer nonsense', 'Basic abc', ''])('is unknown to Magento: "%s"', async (header) => {
		const body = { action: 'view_customer_groups', data: {} };
		const reply = await client.send('customer', body, { authorization: header });
		expect(reply.status).toBe(401);
		expect(reply.body).toEqual({
			message: "The consumer isn't authorized to access %resources.",
			parameters: { resources: 'self' },
		});
		expect(client.shop.requests.at(-1)?.applied).toBe(false);
	});
});
