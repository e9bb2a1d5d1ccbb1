import { openElryan, type Client } from './client';

let client: Client;
beforeEach(async () => {
	client = await openElryan({ seed: 'empty' });
});
afterEach(async () => await client.close());

const probe = async (token?: string) =>
	await client.call('POST /brands/search', { start: 0, length: 1 }, token);
const login = async (password = client.shop.account.password) =>
	await client.call('POST /users/token', { email: client.shop.account.email, password }, '');
const tokenOf = ({ body }: Awaited<ReturnType<typeof login>>) => String(body.data.APIToken);

it('takes the pasted token and no other', async () => {
	expect((await probe()).body).toEqual({ data: [], error_code: 0 });
	const { status, body } = await probe('no-such-token');
	expect([status, body]).toEqual([
		401,
		{ data: null, error_code: 401, message: 'Unauthenticated.' },
	]);
	expect(client.shop.requests.map(({ applied }) => applied)).toEqual([true, false]);
});

it('gives a token for the password, and echoes the password as documented', async () => {
	const answer = await login();
	expect(answer.body).toMatchObject({ error_code: 0, data: { password: expect.any(String) } });
	expect(answer.body.data.password).toBe(client.shop.account.password);
	expect((await probe(tokenOf(answer))).status).toBe(200);
	expect(client.shop.loginCount).toBe(1);
	expect(client.shop.requests[0]).toMatchObject({ action: 'userToken', body: { password: '***' } });
	expect(JSON.stringify(client.shop.requests)).not.toContain(client.shop.account.password);
});

it('refuses a wrong password', async () => {
	const { status, body } = await login('wrong');
	expect([status, body.error_code, body.message]).toEqual([401, 401, 'Invalid email or password.']);
	expect(client.shop.requests[0]).toMatchObject({ applied: false });
});

it.each([403, 200])('refuses a token by HTTP %i where the setting says so', async (status) => {
	client.shop.settings.authErrorStatus = status;
	const answer = await probe('no-such-token');
	expect([answer.status, answer.body.error_code]).toEqual([status, 401]);
});

it('ends tokens by time and by hand', async () => {
	const token = tokenOf(await login());
	client.shop.clock.advance(24 * 60 * 60 * 1000);
	expect((await probe(token)).status).toBe(401);
	const { apiToken } = client.shop.account;
	expect((await probe()).status).toBe(200);

	const fresh = tokenOf(await login());
	await client.control('POST /tokens/revoke');
	expect([(await probe(fresh)).status, (await probe(apiToken)).status]).toEqual([401, 401]);
	expect((await probe()).status).toBe(200);
});

it('answers the health check and the cron to anyone, and nothing else', async () => {
	const open = [];
	for (const call of ['GET /health-check', 'GET /cron/start', 'GET /orders/cancel-reasons']) {
		open.push((await client.call(call, undefined, '')).status);
	}
	expect(open).toEqual([200, 200, 401]);
	expect(client.shop.store.cronStarts).toBe(1);
});

it('logs in elsewhere where the path was guessed wrong', async () => {
	await client.control('PUT /settings', { moved: { userToken: 'POST /users/login' } });
	expect((await login()).status).toBe(404);
	const { email, password } = client.shop.account;
	const answer = await client.call('POST /users/login', { email, password }, '');
	expect((await probe(tokenOf(answer))).status).toBe(200);
});
