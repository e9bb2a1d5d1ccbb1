import type { ICredentialType, INodeProperties } from 'n8n-workflow';

export class EdumallsWebhookApi implements ICredentialType {
	name = 'edumallsWebhookApi';

	displayName = 'Edumalls Webhook API';

	icon = {
		light: 'file:../nodes/Edumalls/edumalls.svg',
		dark: 'file:../nodes/Edumalls/edumalls.dark.svg',
	} as const;

	documentationUrl = 'https://edumalls.com/';

	properties: INodeProperties[] = [
		{
			displayName: 'Signing Secret',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'The webhook secret that you set in the Edumalls seller dashboard, under IntegrationHub settings. n8n can only check its form: whether it is the right one shows with the first delivery.',
		},
		{
			displayName: 'Previous Signing Secret',
			name: 'previousSigningSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'The secret before, while you change it, so that no delivery is lost. Empty it afterwards.',
		},
	];
}
