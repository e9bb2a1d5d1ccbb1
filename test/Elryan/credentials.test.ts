import { ElryanApi } from '../../credentials/ElryanApi.credentials';
import { Elryan } from '../../nodes/Elryan/Elryan.node';
import { createEngine } from '../engine';
import { resolveInCredential } from '../engine/credentialExpression';

const api = new ElryanApi();

const engine = createEngine({
	nodes: [Elryan],
	credentialTypes: [ElryanApi],
	credentials: { elryanApi: {} },
});

it.each([
	['production', '', 'https://merchant.elryan.com/api'],
	['custom', ' https://shop.example/api\n', 'https://shop.example/api'],
	['custom', 'https://shop.example/api//', 'https://shop.example/api'],
])('%s with %j as Base URL is tested at %s', (environment, baseUrl, host) => {
	const { baseURL } = api.test.request;
	expect(resolveInCredential(engine, 'elryan', baseURL, { environment, baseUrl })).toBe(host);
});
