import type { IBinaryKeyData, IDataObject, INode } from 'n8n-workflow';
import { forgetLogins } from '../../nodes/shared/login';
import { forgetProbes } from '../../nodes/shared/probe';
import { createEngine } from '../engine';
import type { CredentialStore } from '../engine/credentialsHelper';
import { services } from '../marketplaces';

/** n8n's engine with a service's node in it, set up for the sandbox. */
export function openService(folder: string, credentials: CredentialStore) {
	const service = services.find((one) => one.folder === folder);
	if (!service) throw new Error(`There is no service '${folder}' in test/marketplaces.ts`);
	forgetLogins();
	forgetProbes();
	const { node, credentialTypes } = service;
	const engine = createEngine({ nodes: [node], credentialTypes, credentials });
	const { name } = new node().description;
	return {
		engine,
		async run(
			resource: string,
			operation: string,
			parameters: IDataObject,
			input: IDataObject[] = [{}],
			onError?: INode['onError'],
			files: IBinaryKeyData[] = [],
		) {
			const all = { resource, operation, options: {}, additionalFields: {}, ...parameters };
			return await engine.run(name, { parameters: all, onError }, input, files);
		},
	};
}
