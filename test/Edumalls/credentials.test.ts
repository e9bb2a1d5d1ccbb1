import { EdumallsApi } from '../../credentials/EdumallsApi.credentials';
import { Edumalls } from '../../nodes/Edumalls/Edumalls.node';
import { createEngine } from '../engine';
import { resolveInCredential } from '../engine/credentialExpression';

const api = new EdumallsApi();

const engine = createEngine({
	nodes: [Edumalls],
	credentialTypes: [EdumallsApi],
	credentials: { edumallsApi: {} },
});

it.each([
	['production', '', 'https://edumalls.com'],
	['staging', ' https://elsewhere.example ', 'https://preprod.edumalls.com'],
	['custom', 'https://shop.example', 'https://shop.example'],
	['custom', ' https://shop.example\n', 'https://shop.example'],
	['custom', 'https://shop.example//', 'https://shop.example'],
])('%s with %j as Base URL is tested at %s', (environment, baseUrl, host) => {
	const { baseURL } = api.test.request;
	expect(resolveInCredential(engine, 'edumalls', baseURL, { environment, baseUrl })).toBe(host);
});
