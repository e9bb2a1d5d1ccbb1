import nock from 'nock';
import type { IDataObject, INode } from 'n8n-workflow';
import { services } from '../marketplaces';
import { createEngine } from '../engine';

const service = services.find(({ folder }) => folder === 'Dispatch');

/** What *Integration: Configure* is given where nothing else matters. */
export const CONFIGURE: IDataObject = {
	resource: 'integration',
	operation: 'configure',
	providerId: '5d2c4f0e-8b1a-4c3d-9e6f-7a8b9c0d1e2f',
	providerType: 'ecommerce',
	additionalFields: {},
	options: {},
};

/** n8n's engine with the Dispatch node in it; Dispatch itself is answered for by `reply`. */
export function openDispatch(store: Record<string, string> = {}) {
	if (!service) throw new Error('There is no Dispatch');
	const { credentials, credentialTypes, node, baseUrl } = service;
	const { cargoPilotDispatchProviderApi: provider } = credentials;
	const engine = createEngine({
		nodes: [node],
		credentialTypes,
		credentials: { ...credentials, cargoPilotDispatchProviderApi: { ...provider, ...store } },
	});
	return {
		engine,
		reply(status: number, body: nock.Body, headers: Record<string, string> = {}) {
			const sent: unknown[] = [];
			nock(baseUrl)
				.post('/api/integrations/provider/configure', (asked: unknown) => sent.push(asked) > 0)
				.reply(status, body, headers);
			return sent;
		},
		run: async (parameters: IDataObject, input?: IDataObject[], more: Partial<INode> = {}) =>
			await engine.run('dispatch', { parameters, ...more, settings: more }, input),
	};
}
