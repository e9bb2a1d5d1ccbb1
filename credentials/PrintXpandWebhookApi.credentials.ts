import type { ICredentialType, INodeProperties } from 'n8n-workflow';

export class PrintXpandWebhookApi implements ICredentialType {
	name = 'printXpandWebhookApi';

	displayName = 'PrintXpand Webhook API';

	icon = {
		light: 'file:../nodes/PrintXpand/printXpand.svg',
		dark: 'file:../nodes/PrintXpand/printXpand.dark.svg',
	} as const;

	documentationUrl = 'https://docs.printxpand.com/';

	properties: INodeProperties[] = [
		{
			displayName: 'Secret',
			name: 'secret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'A secret of your own choice. PrintXpand signs nothing, so append ?secret= and this value to the URL that you give to PrintXpand: calls without it are refused. Letters and digits are best; others must be percent-encoded in the URL.',
		},
	];
}
