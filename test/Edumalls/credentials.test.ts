import { EdumallsApi } from '../../credentials/EdumallsApi.credentials';
import { Edumalls } from '../../nodes/Edumalls/Edumalls.node';
import { createEngine } from '../engine';

const api = new EdumallsApi();

/** What n8n makes of an expression of the credential test. */
function resolved(expression: unknown, credentials: object): unknown {
	const engine = createEngine({
		nodes: [Edumalls],
		credentialTypes: [EdumallsApi],
		credentials: { edumallsApi: {} },
	});
	const { nodes, ...rest } = engine.workflowOf('edumalls', { parameters: {} });
	const workflow = engine.toWorkflow({ ...rest, nodes });
	const data = { $credentials: credentials } as never;
	return workflow.expression.getSimpleParameterValue(
		nodes[1],
		String(expression),
		'internal',
		data,
		undefined,
		'',
	);
}

it.each([
	['production', '', 'https://edumalls.com'],
	['staging', ' https://elsewhere.example ', 'https://preprod.edumalls.com'],
	['custom', 'https://shop.example', 'https://shop.example'],
	['custom', ' https://shop.example\n', 'https://shop.example'],
	['custom', 'https://shop.example//', 'https://shop.example'],
])('%s with %j as Base URL is tested at %s', (environment, baseUrl, host) => {
	expect(resolved(api.test.request.baseURL, { environment, baseUrl })).toBe(host);
});
