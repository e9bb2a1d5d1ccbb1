import {
	NodeConnectionTypes,
	type ICredentialDataDecryptedObject,
	type ICredentialsDecrypted,
	type ICredentialTestFunctions,
	type IExecuteFunctions,
	type INodeCredentialTestResult,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { execute } from '../shared/execute';
import { toListSearch } from '../shared/listSearch';
import { toProperties } from '../shared/properties';
import { dispatch } from './marketplace';
import { testSecrets } from './providerSecrets';

/** Programmatic for the reasons that stand in `Edumalls.node.ts`. */
export class Dispatch implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Dispatch (CargoPilot)',
		name: 'dispatch',
		icon: { light: 'file:dispatch.svg', dark: 'file:dispatch.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Manage integrations, workflows and push subscriptions of a Dispatch account',
		defaults: { name: 'Dispatch' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'cargoPilotDispatchApi', required: true },
			{
				name: 'cargoPilotDispatchProviderApi',
				required: true,
				testedBy: 'testProviderSecrets',
				displayOptions: { show: { resource: ['integration'], operation: ['configure'] } },
			},
		],
		properties: toProperties(dispatch),
	};

	methods = {
		listSearch: toListSearch(dispatch),
		credentialTest: {
			async testProviderSecrets(
				this: ICredentialTestFunctions,
				credential: ICredentialsDecrypted<ICredentialDataDecryptedObject>,
			): Promise<INodeCredentialTestResult> {
				return testSecrets(credential.data ?? {});
			},
		},
	};

	async execute(this: IExecuteFunctions) {
		return await execute.call(this, dispatch);
	}
}
