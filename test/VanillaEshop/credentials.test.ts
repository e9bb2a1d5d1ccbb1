import { VanillaEshopApi } from '../../credentials/VanillaEshopApi.credentials';
import { baseUrl, signed, warnOfPlainHttp } from '../../nodes/VanillaEshop/access';
import { VanillaEshop } from '../../nodes/VanillaEshop/VanillaEshop.node';
import { createEngine } from '../engine';
import { startServer, type Reply } from '../shop/server';
import { testCredential } from './credentialTester';

let server: Awaited<ReturnType<typeof startServer>>;
const answering = async (reply: Reply) => (server = await startServer(() => reply));
afterEach(async () => await server?.close());

const html = (status: number): Reply => ({
	status,
	body: '<!DOCTYPE html><html><body>Sorry</body></html>',
	headers: { 'content-type': 'text/html' },
});

describe('the test of the credential', () => {
	it.each<[string, Reply]>([
		['an order that there is not', { status: 404, body: { message: 'No query results' } }],
		['an order that there is not, in an envelope', { status: 404, body: { success: false } }],
		['an order that there is', { body: { status: 200, success: true, data: { order_id: 0 } } }],
	])('finds it good by %s', async (_, reply) => {
		const { url } = await answering(reply);
		expect(await testCredential({ baseUrl: `${url}/`, authentication: 'none' })).toBeUndefined();
		const [{ method, path, headers }] = server.requests;
		expect([method, path, headers.accept]).toEqual(['GET', '/v1/in/order/0', 'application/json']);
		expect(headers.authorization).toBeUndefined();
	});

	it.each<[string, Reply, string]>([
		['401', { status: 401, body: { message: 'Unauthenticated.' } }, 'asks for authentication'],
		['403', { status: 403, body: { message: 'Forbidden' } }, 'does not allow this'],
		['302', { status: 302, headers: { location: '/login' } }, 'leads elsewhere'],
		['405', { status: 405, body: { message: '' } }, 'not at this address'],
		['429', { status: 429, body: {} }, 'slow down'],
		['500', { status: 500, body: {} }, 'Internal Server Error'],
		['503', html(503), 'Service Unavailable'],
		['a missing route', { status: 404, body: { message: '' } }, 'not at this address'],
		[
			'a missing route of a newer Laravel',
			{ status: 404, body: { message: 'The route v1/in/order/0 could not be found.' } },
			'not at this address',
		],
		[
			'a missing route of Magento',
			{ status: 404, body: { message: 'Request does not match any route.' } },
			'not at this address',
		],
		["another server's 404", html(404), 'not at this address'],
		['a page', html(200), 'not at this address'],
		['a plain text', { status: 404, body: 'not found' }, 'not at this address'],
	])('finds it bad by %s', async (_, reply, words) => {
		const { url } = await answering(reply);
		expect(await testCredential({ baseUrl: url, authentication: 'none' })).toContain(words);
	});

	it('says what the network says', async () => {
		const { url, close } = await answering({});
		await close();
		expect(await testCredential({ baseUrl: url, authentication: 'none' })).toBe('ECONNREFUSED');
	});

	it('shows the secret, at an address that was pasted from the reference', async () => {
		const { url } = await answering({ status: 404, body: {} });
		const data = { authentication: 'bearer', bearerToken: ' token-1 ' };
		expect(await testCredential({ ...data, baseUrl: ` ${url}/v1/in/ ` })).toBeUndefined();
		const [{ path, headers }] = server.requests;
		expect([path, headers.authorization]).toEqual(['/v1/in/order/0', 'Bearer token-1']);
	});
});

it.each([
	['http://api.vanillaeshop.com', 'http://api.vanillaeshop.com'],
	[' https://shop.example/ ', 'https://shop.example'],
	['https://shop.example/v1/in', 'https://shop.example'],
	['https://shop.example/api/v1/', 'https://shop.example/api'],
	[undefined, ''],
])('the address %j is %j', (given, address) => {
	expect(baseUrl({ baseUrl: given } as never)).toBe(address);
});

describe('a request', () => {
	const secrets = {
		headerName: ' X-Api-Key ',
		headerSecret: ' key ',
		bearerToken: 'token',
		username: 'sara',
		password: 'päss:word ',
	};

	it.each<[string, Record<string, string>]>([
		['none', {}],
		['header', { 'X-Api-Key': 'key' }],
		['bearer', { Authorization: 'Bearer token' }],
		['basic', { Authorization: 'Basic c2FyYTpww6Rzczp3b3JkIA==' }],
	])('with authentication %s', (authentication, wanted) => {
		const sent = signed({ authentication, ...secrets }, { url: '/', headers: { Accept: 'x/y' } });
		expect(sent.headers).toEqual({ Accept: 'x/y', ...wanted });
		// n8n signs the same options again after a refusal.
		expect(signed({ authentication, ...secrets }, sent)).toEqual(sent);
	});

	it('does not say Bearer twice', () => {
		const { headers } = signed(
			{ authentication: 'bearer', bearerToken: 'Bearer token' },
			{ url: '/' },
		);
		expect(headers?.Authorization).toBe('Bearer token');
	});

	it.each(['', 'X Api Key', 'X-Api-Key:'])('is not made with a header named %j', (headerName) => {
		expect(() => signed({ authentication: 'header', headerName }, { url: '/' })).toThrow(
			"'Header Name'",
		);
	});

	it('asks for JSON whatever it is for', () => {
		expect(signed({ authentication: 'none' }, { url: '/' }).headers).toEqual({
			Accept: 'application/json',
		});
	});
});

describe('a secret that travels unencrypted', () => {
	const http = 'http://shop.example';
	it.each<[string, string, boolean]>([
		[http, 'bearer', true],
		[http, 'basic', true],
		['HTTP://shop.example', 'header', true],
		[http, 'none', false],
		['https://shop.example', 'bearer', false],
	])('%s with %s: %j', (address, authentication, warned) => {
		const credentials = { baseUrl: address, authentication, headerName: 'X-Key' };
		expect(warnOfPlainHttp(credentials) !== undefined).toBe(warned);
	});

	const run = async (authentication: string) => {
		const { url } = await answering({
			body: { status: 200, success: true, data: { order_id: 7 } },
		});
		const engine = createEngine({
			nodes: [VanillaEshop],
			credentialTypes: [VanillaEshopApi],
			credentials: { vanillaEshopApi: { baseUrl: url, authentication, bearerToken: 'token-1' } },
		});
		const parameters = { resource: 'order', operation: 'get', orderId: '={{ $json.id }}' };
		return await engine.run('vanillaEshop', { parameters }, [{ id: 7 }, { id: 8 }]);
	};

	it('is told with every execution, once', async () => {
		const { hints, rows } = await run('bearer');
		expect(rows).toHaveLength(2);
		expect(hints).toEqual([expect.stringContaining('unencrypted')]);
		expect(hints.join()).not.toContain('token-1');
	});

	it('fails in plain words where its header cannot be', async () => {
		const { error } = await run('header');
		expect(error?.message).toBe(
			"'Header Name' in the VanillaEshop credential is not the name of a header",
		);
		expect(server.requests).toEqual([]);
	});

	it('is no matter where there is none', async () => {
		expect((await run('none')).hints).toEqual([]);
	});
});
