import { errorOf, openDispatch, type Client } from './client';

let client: Client;
beforeEach(async () => {
	client = await openDispatch({ seed: 'empty' });
});
afterEach(async () => await client.close());

const probe = async (token?: string) =>
	await client.call('GET /workflows/triggers/Order', undefined, token);

it('takes the pasted token and no other', async () => {
	expect((await probe()).status).toBe(200);
	expect(errorOf(await probe('another'))).toEqual([
		401,
		false,
		'UNAUTHORIZED',
		'Invalid or expired token',
	]);
	expect((await probe('')).status).toBe(401);
	expect(client.dispatch.requests.map(({ applied }) => applied)).toEqual([true, false, false]);
});

it('refuses by 403 where the setting says so, and where the plan has no API access', async () => {
	await client.control('PUT /settings', { authErrorStatus: 403 });
	expect(errorOf(await probe('another'))).toContain('FORBIDDEN');
	expect((await probe()).status).toBe(200);
	await client.control('PUT /settings', { apiAccess: false });
	expect(errorOf(await probe())).toEqual([
		403,
		false,
		'FORBIDDEN',
		'Your plan does not include API access',
	]);
});

it('ends the token by hand, and a reset brings the first one back', async () => {
	const first = client.dispatch.account.apiToken;
	await client.control('POST /tokens/revoke');
	expect((await probe(first)).status).toBe(401);
	expect((await probe()).status).toBe(200);
	client.dispatch.reset();
	expect((await probe(first)).status).toBe(200);
});

it('checks the token of every call before anything happens', async () => {
	const id = await client.configure('Order', 'order_created', { type: 'send_push' });
	for (const what of [
		`GET /workflows/configured/${id}/toggle`,
		`DELETE /workflows/configured/${id}`,
	]) {
		expect((await client.call(what, undefined, 'another')).status).toBe(401);
	}
	expect(client.dispatch.store.workflows).toMatchObject([{ guid: id, isActive: true }]);
});
