import { PrintXpandApi } from '../../credentials/PrintXpandApi.credentials';
import { PrintXpand } from '../../nodes/PrintXpand/PrintXpand.node';
import { forgetProbes } from '../../nodes/shared/probe';
import { testCredential } from '../engine/credentialTester';
import { startServer, type Reply } from '../shop/server';

let server: Awaited<ReturnType<typeof startServer>>;
beforeEach(forgetProbes);
afterEach(async () => await server.close());

/** What the test of the credential says where the shop answers like this; nothing where it is good. */
async function tested(reply: Reply, path = '') {
	server = await startServer(() => reply);
	const key = 'k'.repeat(32);
	return await testCredential(PrintXpandApi, PrintXpand, {
		keysCheckedAt: '',
		baseUrl: server.url + path,
		consumerKey: key,
		consumerSecret: key,
		accessToken: key,
		accessTokenSecret: key,
	});
}

const page = (status: number): Reply => ({
	status,
	body: '<!DOCTYPE html><html><body>Sorry</body></html>',
	headers: { 'content-type': 'text/html' },
});

const entry = { code: 404, status: 'error', message: 'Please pass valid customer Id!' };

it.each<[string, Reply]>([
	['nothing to create', { body: [{ response: [] }] }],
	['an ID that is missing', { body: [{ response: [entry] }] }],
	['an ID that is missing, with a status', { status: 404, body: [{ response: [entry] }] }],
])('finds it good by %s', async (_, reply) => {
	expect(await tested(reply, '/rest/V1/')).toBeUndefined();
	const calls = server.requests.map(({ method, path, body }) => ({ method, path, body }));
	const call = { method: 'POST', path: '/rest/V1/customer/create/', body: { customer: {} } };
	expect(calls).toEqual([call, call]);
	for (const { headers } of server.requests) expect(headers.authorization).toMatch(/^OAuth /);
});

const NO_API = 'no PrintXpand API at this address';

it.each<[string, Reply, string]>([
	['a page', page(200), NO_API],
	['JSON of something else', { body: { ok: 1 } }, NO_API],
	['a page that is not there', page(404), NO_API],
	['405', page(405), NO_API],
	['401', { status: 401, body: { message: 'Invalid signature' } }, 'does not accept the signature'],
	[
		'401 for a permission',
		{ status: 401, body: { message: "The consumer isn't authorized to access %resources." } },
		'The keys are right',
	],
	['403', page(403), 'does not let this n8n in'],
	['429', { status: 429, body: {} }, 'slow down'],
	['500', { status: 500, body: {} }, 'The shop failed to answer (status 500)'],
	['503', page(503), 'The shop failed to answer (status 503)'],
	['530', page(530), 'The shop failed to answer (status 530)'],
])('finds it bad by %s', async (_, reply, words) => {
	expect(await tested(reply)).toContain(words);
});
