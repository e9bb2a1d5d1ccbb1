import { CargoPilotDispatchApi } from '../../credentials/CargoPilotDispatchApi.credentials';
import { baseUrl } from '../../nodes/Dispatch/host';
import { Dispatch } from '../../nodes/Dispatch/Dispatch.node';
import { resolveInCredential } from '../engine/credentialExpression';
import { openDispatch } from './open';

const api = new CargoPilotDispatchApi();

const resolved = (expression: unknown, credentials: object) =>
	resolveInCredential(openDispatch().engine, 'dispatch', expression, credentials);

it.each([
	['https://dispatch.example', 'https://dispatch.example'],
	['https://dispatch.example/', 'https://dispatch.example'],
	[' https://dispatch.example/api ', 'https://dispatch.example'],
	['https://dispatch.example/API//', 'https://dispatch.example'],
	['http://localhost:5555/dispatch/api/', 'http://localhost:5555/dispatch'],
	['https://dispatch.example/apis', 'https://dispatch.example/apis'],
	['https://api.dispatch.example', 'https://api.dispatch.example'],
])('%j is the host %j, in the node as in the credential test', (given, host) => {
	expect(baseUrl({ baseUrl: given })).toBe(host);
	expect(resolved(api.test.request.baseURL, { baseUrl: given })).toBe(host);
});

it('signs with the token, without the white space around it', async () => {
	const options = { url: '/x', headers: { Accept: 'a', Authorization: 'old' } };
	const signed = await api.authenticate({ apiToken: ' t-1\n' }, options);
	expect(signed.headers).toEqual({ Accept: 'a', Authorization: 'Bearer t-1' });
	expect(options.headers.Authorization).toBe('old');
});

it('is tested by a call that changes nothing', () => {
	expect(api.test.request).toMatchObject({ url: '/api/workflows/triggers/Order' });
	expect(api.test.request.method ?? 'GET').toBe('GET');
});

it('the credential with the secrets of a store is asked for where it is needed only', () => {
	const { credentials = [] } = new Dispatch().description;
	expect(credentials.map(({ name, displayOptions }) => [name, displayOptions?.show])).toEqual([
		['cargoPilotDispatchApi', undefined],
		['cargoPilotDispatchProviderApi', { resource: ['integration'], operation: ['configure'] }],
	]);
});
