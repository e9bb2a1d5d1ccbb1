import {
	NodeConnectionTypes,
	type IDataObject,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { toListSearch } from '../shared/listSearch';
import { whileRegistering, whileRemoving } from '../shared/webhook/hooks';
import { jsonOf, rawBodyOf, refuse, refuseUnread } from '../shared/webhook/receive';
import { checkSecrets } from '../shared/webhook/recentSecrets';
import { isSecret } from '../shared/webhook/secret';
import { dispatch } from './marketplace';
import { isRegistered, placeOf, register, unregister } from './registration';
import { CREDENTIAL, secretIn, wantedIn } from './triggerParameters';

export class DispatchTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Dispatch (CargoPilot) Trigger',
		name: 'dispatchTrigger',
		icon: { light: 'file:dispatch.svg', dark: 'file:dispatch.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["entityType"] }}',
		description:
			'Starts the workflow when something happens to an order, shipment, customer or product in Dispatch',
		defaults: { name: 'Dispatch Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'cargoPilotDispatchApi', required: true }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				// Empty, not left out: only then is the reply what the node returns.
				responseData: '',
				path: 'dispatch',
			},
		],
		triggerPanel: {
			header: 'Listen for an event in Dispatch',
			executionsHelp: {
				inactive:
					'While you build: click <b>Execute step</b>, then make the event happen in Dispatch. The webhook is registered for you, and removed when the test ends.<br><br>When it is done: publish the workflow. The webhook stays registered as long as it is published.',
				active:
					'The workflow runs whenever the event happens in Dispatch. To try changes, click <b>Execute step</b>: the test has a registration of its own.',
			},
			activationHint:
				'Once the workflow is published, the webhook is registered in Dispatch for you. You see it there among the workflows; its name begins with "n8n:".',
		},
		properties: [
			{
				displayName: 'Entity Type',
				name: 'entityType',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Customer', value: 'Customer' },
					{ name: 'Order', value: 'Order' },
					{ name: 'Product', value: 'Product' },
					{ name: 'Shipment', value: 'Shipment' },
				],
				default: 'Order',
				description: 'What the event happens to',
			},
			{
				displayName: 'Trigger',
				name: 'triggerId',
				type: 'resourceLocator',
				default: { mode: 'list', value: '' },
				required: true,
				description: 'The event that starts the workflow',
				typeOptions: { loadOptionsDependsOn: ['entityType'] },
				modes: [
					{
						displayName: 'From List',
						name: 'list',
						type: 'list',
						typeOptions: { searchListMethod: 'searchTriggers', searchable: true },
					},
					{
						displayName: 'By ID',
						name: 'id',
						type: 'string',
						placeholder: 'e.g. 3f1b2c4d-0000-4000-8000-000000000001',
					},
				],
			},
			{
				displayName: 'Conditions',
				name: 'conditions',
				type: 'fixedCollection',
				placeholder: 'Add Condition',
				typeOptions: { multipleValues: true },
				default: {},
				description:
					'What must be true of the entity, all of it. Without conditions, every event counts.',
				options: [
					{
						displayName: 'Condition',
						name: 'values',
						values: [
							{
								displayName: 'Field',
								name: 'field',
								type: 'string',
								default: '',
								placeholder: 'e.g. status',
							},
							{
								displayName: 'Value',
								name: 'value',
								type: 'string',
								default: '',
								placeholder: 'e.g. delivered',
							},
						],
					},
				],
			},
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add Option',
				default: {},
				options: [
					{
						displayName: 'Address Field',
						name: 'addressField',
						type: 'string',
						noDataExpression: true,
						default: 'url',
						description:
							"How Dispatch names the webhook's address in the action of a workflow. The reference does not say; change it if the registration is refused.",
					},
					{
						displayName: 'More Action Fields (JSON)',
						name: 'actionFields',
						type: 'json',
						default: '{}',
						description:
							'Further fields of the action, if Dispatch asks for them, as a JSON object',
					},
				],
			},
		],
	};

	methods = { listSearch: toListSearch(dispatch) };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await whileRegistering(
					this,
					async () => await isRegistered(await placeOf(this, wantedIn(this))),
				);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await whileRegistering(
					this,
					async () => await register(await placeOf(this, wantedIn(this))),
				);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				await whileRemoving(
					this,
					async () => await unregister(await placeOf(this, wantedIn(this))),
				);
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const { secret: given } = this.getQueryData() as { secret?: unknown };
		const isLetIn = await checkSecrets(this, {
			credential: CREDENTIAL,
			read: async () => [await secretIn(this)],
			check: ([secret]) => isSecret(given, secret),
			isGood: (isGood) => isGood,
		});
		if (!isLetIn) {
			return refuse(this, 401, 'The secret is missing or wrong');
		}
		const raw = await rawBodyOf(this);
		if (!raw) return refuseUnread(this);
		const { entityType, triggerId } = wantedIn(this);
		// What Dispatch sends is not documented: what is no JSON is handed on as text.
		const body = (jsonOf(raw) ?? raw.toString('utf8')) as IDataObject;
		return {
			workflowData: [[{ json: { body, entityType, triggerId } }]],
			webhookResponse: { message: 'Received' },
		};
	}
}
