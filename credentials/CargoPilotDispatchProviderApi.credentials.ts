import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/** Secrets of a store, handed to Dispatch by *Integration: Configure*; nothing is signed with them here. */
export class CargoPilotDispatchProviderApi implements ICredentialType {
	name = 'cargoPilotDispatchProviderApi';

	displayName = 'Dispatch Provider (CargoPilot) API';

	icon = {
		light: 'file:../nodes/Dispatch/dispatch.svg',
		dark: 'file:../nodes/Dispatch/dispatch.dark.svg',
	} as const;

	documentationUrl = 'https://docs.cargopilot.net/api/endpoints/integrations';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The key that the store gives to systems that connect to it',
		},
		{
			displayName: 'API Secret',
			name: 'apiSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The secret that belongs to the key',
		},
		{
			displayName: 'Store URL',
			name: 'storeUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://yourstore.example',
			description: 'The address of the store',
		},
	];
}
