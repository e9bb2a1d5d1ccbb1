import nock from 'nock';
import { isRecord } from '../../nodes/shared/call';
import { problemOf, secretsOf, testSecrets } from '../../nodes/Dispatch/providerSecrets';
import { CONFIGURE, openDispatch } from './open';

const STORE = {
	apiKey: 'pk "live" 81&f0',
	apiSecret: 'sk/live+Ü 42<x>',
	storeUrl: 'https://shop.example/eu',
};

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => {
	nock.enableNetConnect();
	nock.restore();
});

/** Everything that n8n keeps of a run: the workflow, the output, the error, the hints. */
const everything = (value: unknown): string => {
	const seen = new Set<unknown>();
	return JSON.stringify(value, (_, one: unknown) => {
		if (typeof one === 'object' && one !== null) {
			if (seen.has(one)) return undefined;
			seen.add(one);
		}
		if (!(one instanceof Error)) return one;
		const { message, stack, name } = one;
		return { ...one, message, stack, name };
	});
};

/** No part of a secret that would be of use may be left. */
function expectNone(text: string): void {
	for (const secret of Object.values(STORE)) {
		for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]) {
			expect(text).not.toContain(form);
			expect(text).not.toContain(JSON.stringify(form).slice(1, -1));
		}
	}
	expect(text).not.toMatch(/live|shop\.example/);
}

const echo = Object.values(STORE).join(' and ');
const escaped = encodeURIComponent(STORE.apiSecret);
const failure = (message: string) => ({ success: false, error: { code: 'CONFLICT', message } });

describe('what the answer repeats of the secrets does not leave the node', () => {
	it.each<[name: string, status: number, body: nock.Body]>([
		['a success', 200, { success: true, data: { guid: 'g', echo: { list: [echo, escaped] } } }],
		['a success under other names', 200, { success: true, [echo]: echo }],
		['a refusal', 400, failure(echo)],
		['a conflict', 409, failure(`${echo} ${escaped}`)],
		['a failure with status 200', 200, failure(echo)],
		['a refused token', 403, failure(echo)],
		['an outcome that is not known', 500, failure(echo)],
		['a web page', 502, `<html><p>${echo.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`],
		['a text', 500, echo],
		['a long text, cut off within a secret', 502, `${'.'.repeat(191)} ${STORE.apiKey}`],
	])('%s', async (_, status, body) => {
		for (const onError of [undefined, 'continueRegularOutput'] as const) {
			for (const continueIfAlreadyConfigured of [false, true]) {
				const { reply, run } = openDispatch(STORE);
				const sent = reply(status, body);
				if (status === 403) reply(status, body);
				const options = { continueIfAlreadyConfigured };
				const outcome = await run({ ...CONFIGURE, options }, [{}], { onError });
				expect(sent[0]).toMatchObject({ credentials: STORE });
				nock.cleanAll();
				expectNone(everything([outcome.run, outcome.rows, outcome.error, outcome.hints]));
			}
		}
	});
});

it('is read for each item by itself', async () => {
	const { engine, reply, run } = openDispatch();
	const [first, second] = [reply(200, { success: true }), reply(200, { success: true })];
	const stored = engine.credentialsHelper.getDecrypted.bind(engine.credentialsHelper);
	// As n8n resolves a credential that holds an expression.
	engine.credentialsHelper.getDecrypted = async (...given: unknown[]) => {
		const [data, details, type, , , , at] = given as [...Parameters<typeof stored>, ...unknown[]];
		const found = await stored(data, details, type);
		const item = isRecord(at) ? String(at.itemIndex) : 'none';
		return 'apiKey' in found ? { ...found, apiKey: `key of item ${item}` } : found;
	};
	const { error } = await run(CONFIGURE, [{}, {}]);
	expect(error).toBeUndefined();
	expect([...first, ...second]).toMatchObject([
		{ credentials: { apiKey: 'key of item 0' } },
		{ credentials: { apiKey: 'key of item 1' } },
	]);
});

it('nothing is sent without the credential, or with one that cannot be right', async () => {
	const advice = "Choose or edit 'Dispatch Provider (CargoPilot) API' in this node.";
	const empty = await openDispatch({ apiSecret: ' ' }).run(CONFIGURE);
	expect(empty.error).toMatchObject({ message: 'API Secret is empty', description: advice });
	const credentials = { cargoPilotDispatchApi: { id: '1', name: 'x' } };
	const none = await openDispatch().run(CONFIGURE, [{}], { credentials });
	const missing = "The credential with the store's secrets is missing";
	expect(none.error).toMatchObject({ message: missing, description: advice });
});

it('the secrets are sent as they were pasted, without the white space around them', () => {
	const pasted = { apiKey: ' a b ', apiSecret: '\tc\n', storeUrl: 'https://x.example ' };
	const clean = { apiKey: 'a b', apiSecret: 'c', storeUrl: 'https://x.example' };
	expect(secretsOf(pasted)).toEqual(clean);
});

it.each<[Partial<typeof STORE>, string | undefined]>([
	[{}, undefined],
	[{ storeUrl: 'http://localhost:8080/shop' }, undefined],
	[{ apiKey: '' }, 'API Key is empty'],
	[{ apiSecret: '' }, 'API Secret is empty'],
	[{ storeUrl: '' }, 'Store URL is empty'],
	[{ storeUrl: 'shop.example' }, 'Store URL is not a web address'],
	[{ storeUrl: 'ftp://shop.example' }, 'Store URL is not a web address'],
	[{ storeUrl: 'https://user:pw@shop.example' }, 'Store URL holds a user name or a password'],
])('%j: %j', (change, problem) => {
	const secrets = { ...STORE, ...change };
	const { status, message } = testSecrets(secrets);
	expect(problemOf(secrets)?.split(';')[0]).toBe(problem);
	expect(status).toBe(problem === undefined ? 'OK' : 'Error');
	expect(message).toContain(problem ?? 'The form is right');
});
