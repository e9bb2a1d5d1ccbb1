import {
	NodeConnectionTypes,
	NodeOperationError,
	type ICredentialDataDecryptedObject,
	type ICredentialsDecrypted,
	type ICredentialTestFunctions,
	type IExecuteFunctions,
	type IHookFunctions,
	type INodeCredentialTestResult,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { deliveryId } from '../shared/webhook/deliveries';
import {
	acknowledge,
	jsonOf,
	rawBodyOf,
	refuse,
	refuseUnread,
	rememberTaken,
	takeOnce,
} from '../shared/webhook/receive';
import { checkSecrets } from '../shared/webhook/recentSecrets';
import { verifySignature } from '../shared/webhook/signature';
import { readEvent, toRow } from './delivery';
import { eventOptions } from './events';
import { REFUSED, secretsIn, secretsOf, testSecrets } from './secrets';

export class EdumallsTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Edumalls Trigger',
		name: 'edumallsTrigger',
		icon: { light: 'file:edumalls.svg', dark: 'file:edumalls.dark.svg' },
		group: ['trigger'],
		version: [1, 1.1],
		subtitle:
			'={{ $parameter["events"].length === 0 ? "all order events" : $parameter["events"].length === 1 ? "1 order event" : $parameter["events"].length + " order events" }}',
		description: 'Starts the workflow when something happens to an Edumalls order',
		defaults: { name: 'Edumalls Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'edumallsWebhookApi', required: true, testedBy: 'testSigningSecret' }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				// Empty, not left out: only then is the reply what the node returns.
				responseData: '',
				path: 'edumalls',
			},
		],
		triggerPanel: {
			header: 'Listen for an Edumalls order event',
			executionsHelp: {
				inactive:
					'While you build: paste the <b>Test URL</b> into the Edumalls seller dashboard (IntegrationHub settings, Webhook URL), click <b>Execute step</b>, then change an order.<br><br>When it is done: paste the <b>Production URL</b> there instead, and publish the workflow.',
				active:
					'The workflow runs for every event sent to the <b>Production URL</b>. To try changes, paste the <b>Test URL</b> into the Edumalls seller dashboard while you listen, and put the Production URL back afterwards.',
			},
			activationHint:
				'Once the workflow is published, paste the <b>Production URL</b> into the Edumalls seller dashboard (IntegrationHub settings, Webhook URL).',
		},
		properties: [
			{
				displayName:
					'Edumalls has no way to register a webhook for you. Copy the URL from the top of this panel into your seller dashboard, under IntegrationHub settings: the Production URL for daily use, the Test URL only while you listen for a test event. Set the same secret there and in the credential, and choose the events there too.',
				name: 'setUpNotice',
				type: 'notice',
				default: '',
			},
			{
				displayName: 'Trigger On',
				name: 'events',
				type: 'multiOptions',
				noDataExpression: true,
				options: eventOptions,
				default: [],
				hint: 'Choose none to start on all events, those that Edumalls may add later included',
			},
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add Option',
				default: {},
				options: [
					{
						displayName: 'Ignore Repeated Deliveries',
						name: 'ignoreRepeated',
						type: 'boolean',
						default: true,
						description:
							'Whether a delivery that Edumalls sends again, byte for byte, within 24 hours starts the workflow only once',
					},
				],
			},
		],
	};

	methods = {
		credentialTest: {
			/** The service cannot be asked whether a secret is right; its form can be checked. */
			async testSigningSecret(
				this: ICredentialTestFunctions,
				credential: ICredentialsDecrypted<ICredentialDataDecryptedObject>,
			): Promise<INodeCredentialTestResult> {
				return testSecrets(credential.data ?? {});
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
				const secrets = secretsOf(await this.getCredentials('edumallsWebhookApi'));
				if (secrets.length > 0) return true;
				throw new NodeOperationError(this.getNode(), 'The signing secret is empty', {
					description:
						'Without it anyone could start this workflow. Set the same secret in the credential and in the Edumalls seller dashboard, under IntegrationHub settings.',
				});
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const body = await rawBodyOf(this);
		if (!body) return refuseUnread(this);
		const header = this.getHeaderData()['x-integrationhub-signature'];
		const verdict = await checkSecrets(this, {
			credential: 'edumallsWebhookApi',
			read: async () => await secretsIn(this),
			check: (secrets) => verifySignature({ body, header, prefix: 'sha256=', secrets }),
			isGood: (found) => found === 'valid',
		});
		if (verdict !== 'valid') return refuse(this, 401, REFUSED[verdict]);
		const event = readEvent(jsonOf(body));
		if (typeof event === 'string') return refuse(this, 400, event);
		const events = [this.getNodeParameter('events', [])].flat().map(Number);
		const wanted = events.length === 0 || events.includes(event.code);
		if (!wanted) return acknowledge('This event is not chosen in the workflow');
		const id = deliveryId(body);
		const options = this.getNodeParameter('options', {}) as { ignoreRepeated?: boolean };
		// A test listens for one event, and the same one may be sent as often as the user likes.
		const once = options.ignoreRepeated !== false && this.getMode() !== 'manual';
		if (once && !(await takeOnce(this, id))) return acknowledge('This delivery came before');
		return {
			workflowData: [[{ json: toRow(event, id) }]],
			webhookResponse: { message: 'Received' },
		};
	}

	/** Runs within each execution that an event has started. */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData();
		const options = this.getNodeParameter('options', 0, {}) as { ignoreRepeated?: boolean };
		if (options.ignoreRepeated !== false && this.getMode() !== 'manual') {
			for (const { json } of items) {
				if (typeof json.deliveryId === 'string') rememberTaken(this, json.deliveryId);
			}
		}
		return [items];
	}
}
