import {
	NodeConnectionTypes,
	NodeOperationError,
	type ICredentialDataDecryptedObject,
	type ICredentialsDecrypted,
	type ICredentialTestFunctions,
	type IHookFunctions,
	type INodeCredentialTestResult,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { trimmed } from '../shared/pasted';
import { jsonOf, rawBodyOf, refuse, refuseUnread } from '../shared/webhook/receive';
import { checkSecrets } from '../shared/webhook/recentSecrets';
import { isSecret, testForm } from '../shared/webhook/secret';
import { ACCEPTED, readCallback, SECRET_CREDENTIAL, secretIn } from './callback';

export class PrintXpandTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'PrintXpand Trigger',
		name: 'printXpandTrigger',
		icon: { light: 'file:printXpand.svg', dark: 'file:printXpand.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: 'product designer set up',
		description: 'Starts the workflow when the designer area of a product is set up in PrintXpand',
		defaults: { name: 'PrintXpand Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'printXpandWebhookApi', required: false, testedBy: 'testWebhookSecret' }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				// Empty, not left out: only then is the reply what the node returns.
				responseData: '',
				path: 'printxpand',
			},
		],
		triggerPanel: {
			header: 'Listen for the product designer',
			executionsHelp: {
				inactive:
					'While you build: give the <b>Test URL</b>, with <b>?secret=</b> and your secret at its end, to PrintXpand as the third-party end point, click <b>Execute step</b>, then set up the designer area of a product.<br><br>When it is done: give the <b>Production URL</b> in the same way, and publish the workflow.',
				active:
					'The workflow runs whenever the designer area of a product is set up. To try changes, give the <b>Test URL</b> to PrintXpand while you listen, and put the Production URL back afterwards.',
			},
			activationHint:
				'Once the workflow is published, give the <b>Production URL</b>, with <b>?secret=</b> and your secret at its end, to PrintXpand as the third-party end point.',
		},
		properties: [
			{
				displayName:
					'PrintXpand signs nothing, so anyone who knows the URL could start this workflow. Choose a secret in the credential above, and append it to the URL that you give to PrintXpand: …/printxpand?secret=YOUR-SECRET. Without a credential every call is taken.',
				name: 'setUpNotice',
				type: 'notice',
				default: '',
			},
		],
	};

	methods = {
		credentialTest: {
			/** There is nobody to ask: the secret is the user's own. */
			async testWebhookSecret(
				this: ICredentialTestFunctions,
				credential: ICredentialsDecrypted<ICredentialDataDecryptedObject>,
			): Promise<INodeCredentialTestResult> {
				return testForm(trimmed(credential.data?.secret), 'The secret');
			},
		},
	};

	webhookMethods = {
		default: {
			/** The vendor offers no API for webhooks: there is never one that this node made. */
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				if ((await secretIn(this)) !== '') return true;
				throw new NodeOperationError(this.getNode(), 'The secret is empty', {
					description:
						'Set a secret in the credential, or take the credential off this node if every call may start the workflow.',
				});
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const { secret: given } = this.getQueryData() as { secret?: unknown };
		const isLetIn = await checkSecrets(this, {
			credential: SECRET_CREDENTIAL,
			read: async () => [(await secretIn(this)) ?? []].flat(),
			// Without a credential there is no secret, and every call is let in.
			check: (secrets) => secrets.length === 0 || isSecret(given, secrets[0]),
			isGood: (isGood) => isGood,
		});
		if (!isLetIn) {
			return refuse(this, 401, 'The secret is missing or wrong');
		}
		const body = await rawBodyOf(this);
		if (!body) return refuseUnread(this);
		const row = readCallback(jsonOf(body));
		if (typeof row === 'string') return refuse(this, 400, row);
		return { workflowData: [[{ json: row }]], webhookResponse: ACCEPTED };
	}
}
