import { newNonce, openPrintXpand, type Client, type Manner } from './client';

let client: Client;
beforeEach(async () => {
	client = await openPrintXpand();
});
afterEach(async () => await client.close());

const PROBE = 'POST /category/delete/';
const probe = async (manner: Manner = {}) => await client.call(PROBE, { category: [] }, manner);
const answered = async (manner: Manner = {}) => {
	const { status, body } = await probe(manner);
	return [status, body];
};
const now = () => Math.floor(client.shop.clock.now() / 1000);
const GOOD = [200, [{ response: [] }]];

it('lets a signed call in that changes nothing', async () => {
	expect(await answered()).toEqual(GOOD);
	expect(client.shop.requests).toMatchObject([{ action: 'category.delete', applied: true }]);
	expect(client.shop.requests[0]).not.toHaveProperty('invalid');
	expect(JSON.stringify(client.shop.requests)).not.toContain(client.shop.account.accessToken);
});

const used = newNonce();
it.each<[string, Manner, number, object]>([
	[
		'SHA1',
		{ method: 'HMAC-SHA1' },
		400,
		{ message: 'Signature method %1 is not supported', parameters: ['HMAC-SHA1'] },
	],
	[
		'a missing parameter',
		{ oauth: { oauth_nonce: undefined } },
		400,
		{
			message: '"%fieldName" is required. Enter and try again.',
			parameters: { fieldName: 'oauth_nonce' },
		},
	],
	[
		'two missing parameters',
		{ oauth: { oauth_nonce: undefined, oauth_token: undefined } },
		400,
		{
			message: 'One or more input exceptions have occurred.',
			errors: ['oauth_nonce', 'oauth_token'].map((fieldName) => ({
				message: '"%fieldName" is required. Enter and try again.',
				parameters: { fieldName },
			})),
		},
	],
	[
		'another version',
		{ oauth: { oauth_version: '2.0' } },
		400,
		{ message: 'The "%1" Oauth version isn\'t supported.', parameters: ['2.0'] },
	],
	[
		'a short token',
		{ oauth: { oauth_token: 'short' } },
		400,
		{ message: 'The token length is invalid. Check the length and try again.' },
	],
	[
		'an unknown token',
		{ oauth: { oauth_token: newNonce() } },
		401,
		{ message: 'Specified token does not exist' },
	],
	[
		'a short consumer key',
		{ oauth: { oauth_consumer_key: 'short' } },
		401,
		{ message: 'Consumer key is not the correct length' },
	],
	[
		'an unknown consumer',
		{ oauth: { oauth_consumer_key: newNonce() } },
		401,
		{ message: 'A consumer having the specified key does not exist' },
	],
	[
		'a long nonce',
		{ oauth: { oauth_nonce: `${used}x` } },
		401,
		{ message: 'An error occurred validating the nonce' },
	],
	[
		'no time at all',
		{ oauth: { oauth_timestamp: 'today' } },
		401,
		{ message: 'An error occurred validating the nonce' },
	],
	[
		'another secret',
		{ tokenSecret: newNonce() },
		401,
		{ message: 'The signature is invalid. Verify and try again.' },
	],
	[
		'no header',
		{ headers: { authorization: undefined } },
		401,
		{
			message: "The consumer isn't authorized to access %resources.",
			parameters: { resources: 'Magento_Catalog::categories' },
		},
	],
	[
		'a bearer token',
		{ headers: { authorization: 'Bearer printxpandsandboxaccesstoken0001' } },
		401,
		{
			message: "The consumer isn't authorized to access %resources.",
			parameters: { resources: 'Magento_Catalog::categories' },
		},
	],
])('refuses %s', async (_name, manner, status, body) => {
	expect(await answered(manner)).toEqual([status, body]);
	expect(client.shop.requests[0]).toMatchObject({ applied: false });
});

it('takes SHA1 and a bearer token up to 2.4.3', async () => {
	await client.control('PUT /settings', { magento: '2.4.3' });
	const authorization = `Bearer ${client.shop.account.accessToken}`;
	expect(await answered({ method: 'HMAC-SHA1' })).toEqual(GOOD);
	expect(await answered({ method: 'HMAC-SHA256' })).toEqual(GOOD);
	expect(await answered({ headers: { authorization } })).toEqual(GOOD);
});

it('takes a nonce once, even where the call is refused', async () => {
	const reused = {
		message: 'The nonce is already being used by the consumer with ID %1',
		parameters: ['1'],
	};
	const oauth = { oauth_nonce: newNonce() };
	expect((await probe({ oauth, tokenSecret: 'wrong' })).status).toBe(401);
	expect(await answered({ oauth })).toEqual([401, reused]);
	client.shop.clock.advance(120 * 60 * 1000);
	expect(await answered({ oauth })).toEqual(GOOD);
	expect(await answered({ oauth })).toEqual([401, reused]);
});

it('takes a clock that is behind, or 600 s ahead, and hides why it takes no more', async () => {
	expect(await answered({ oauth: { oauth_timestamp: 1 } })).toEqual(GOOD);
	expect(await answered({ oauth: { oauth_timestamp: now() + 595 } })).toEqual(GOOD);
	for (const oauth_timestamp of [now() + 605, 0, -1]) {
		expect(await answered({ oauth: { oauth_timestamp } })).toEqual([
			401,
			{ message: 'An error occurred validating the nonce' },
		]);
	}
});

it('checks the signature over the URL as it was sent', async () => {
	const { url } = client.shop;
	const at = `${url}/rest/V1/category/delete`;
	expect((await probe({ signedUrl: at })).status).toBe(401);
	expect((await probe({ signedUrl: `${at.replace('127.0.0.1', 'localhost')}/` })).status).toBe(401);
	const bare = await client.call('POST /category/delete', { category: [] });
	expect(bare.status).toBe(200);
	expect(client.shop.requests.at(-1)?.invalid).toContain('The spec has no');

	const query = `${PROBE}?a=b%20c&d=%C3%A9`;
	expect((await client.call(query, { category: [] })).status).toBe(200);
	const unsigned = { signedUrl: `${at}/` };
	expect((await client.call(query, { category: [] }, unsigned)).status).toBe(401);
});

it('finds every signature wrong where the shop does not know of its TLS', async () => {
	client.shop.settings.scheme = 'https';
	expect((await probe()).status).toBe(401);
	const signedUrl = client.shop.url.replace('http:', 'https:');
	expect((await probe({ signedUrl: `${signedUrl}/rest/V1/category/delete/` })).status).toBe(200);
});

it('takes resources away', async () => {
	await client.control('PUT /settings', { withheldResources: ['Magento_Catalog::products'] });
	expect((await probe()).status).toBe(200);
	expect((await client.call('POST /product/delete/', { product: [] })).body).toEqual({
		message: "The consumer isn't authorized to access %resources.",
		parameters: { resources: 'Magento_Catalog::products' },
	});
});

it('revokes the token, and has another one', async () => {
	const { accessToken, accessTokenSecret } = client.shop.account;
	const before: Manner = { oauth: { oauth_token: accessToken }, tokenSecret: accessTokenSecret };
	await client.control('POST /tokens/revoke');
	expect(await answered(before)).toEqual([401, { message: 'Access token has been revoked' }]);
	expect((await probe()).status).toBe(200);
	client.shop.reset();
	expect((await probe(before)).status).toBe(200);
	for (const key of Object.values({ ...client.shop.account })) expect(key).toHaveLength(32);
});
