import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { HookContext, WebhookContext } from 'n8n-core';
import type {
	ICredentialType,
	IDataObject,
	INode,
	INodeType,
	IWebhookData,
	IWebhookDescription,
	IWebhookResponseData,
	NodeParameterValueType,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { createEngine } from '../engine';
import type { CredentialStore } from '../engine/credentialsHelper';

/** Express' response, as much of it as a webhook node sees: Node's own, without a connection. */
class FakeResponse extends ServerResponse {
	sent?: unknown;

	constructor() {
		super(new IncomingMessage(new Socket()));
	}

	status(code: number): this {
		this.statusCode = code;
		return this;
	}

	json(body: unknown): this {
		this.sent = body;
		return this;
	}
}

export interface Delivery {
	body: Buffer;
	headers?: IDataObject;
	query?: IDataObject;
	mode?: WorkflowExecuteMode;
	/** n8n reads the raw body only where the node asks for it. */
	unread?: true;
	/** n8n cannot hand the bytes on: it has read them as a form, they are too many, or they ended too early. */
	unreadable?: true;
	/** The sender has hung up before the node is asked. */
	gone?: true;
}

/** What a delivery led to. */
export interface Received {
	result: IWebhookResponseData;
	/** The status and body that the node itself sent, or that n8n would send for its result. */
	status: number;
	answer: unknown;
	/** The rows that the workflow would start with. */
	rows: IDataObject[];
	/** Lets n8n's answer go out with a status, as it does once the execution exists. */
	goOut(status?: number): Promise<void>;
	/** The sender hangs up before an answer went out. */
	hangUp(): Promise<void>;
}

function hangUp(response: FakeResponse): void {
	response.destroy();
	response.emit('close');
}

const turn = async () => await new Promise<void>((resolve) => setImmediate(resolve));

let workflows = 0;

/** A trigger in a workflow of its own, on n8n-core's real webhook and hook contexts. */
export function createReceiver(setUp: {
	node: new () => INodeType;
	credentialTypes: Array<new () => ICredentialType>;
	credentials: CredentialStore;
	parameters?: IDataObject;
	/** The user chose no credential in the node. */
	noCredential?: true;
	/** Left out, it is in a workflow of its own. */
	workflowId?: string;
	/** What else n8n keeps of the node, such as its ID. */
	settings?: Partial<INode>;
}) {
	const { node: Node, parameters = {}, credentialTypes, credentials, noCredential } = setUp;
	const engine = createEngine({ nodes: [Node], credentialTypes, credentials });
	const type = new Node();
	const settings = { ...setUp.settings, ...(noCredential && { credentials: {} }) };
	const name = settings.name ?? 'Node';
	const base = engine.workflowOf(type.description.name, { parameters, settings });
	const id = setUp.workflowId ?? `receiver-${++workflows}`;
	/** n8n loads the workflow anew for every request, and saves its static data with the execution. */
	const saved: IDataObject = {};
	const load = () => {
		const workflow = engine.toWorkflow({ ...base, id });
		const node = workflow.getNode(name) as INode;
		Object.assign(workflow.getStaticData('node', node), structuredClone(saved));
		return { workflow, node };
	};
	const [webhookDescription] = type.description.webhooks as IWebhookDescription[];

	function webhookData(isTest = false): IWebhookData {
		return {
			isTest,
			httpMethod: 'POST',
			node: name,
			path: 'path',
			webhookDescription,
			workflowId: id,
			workflowExecuteAdditionalData: engine.additionalData(base),
		};
	}

	async function receive({
		body,
		headers = {},
		query = {},
		mode,
		unread,
		unreadable,
		gone,
	}: Delivery): Promise<Received> {
		const { workflow, node } = load();
		const staticData = workflow.getStaticData('node', node);
		const response = new FakeResponse();
		if (gone) hangUp(response);
		const request: IDataObject & { rawBody?: Buffer; readRawBody?: () => Promise<void> } = {
			headers,
			params: {},
			query,
			body: {},
		};
		if (!unread && !unreadable) request.rawBody = body;
		request.readRawBody = async () => {
			if (unreadable) throw new Error('Request body stream was aborted or is not readable');
			request.rawBody = body;
		};
		const data = {
			...engine.additionalData(base),
			httpRequest: request as never,
			httpResponse: response as never,
		};
		const context = new WebhookContext(
			workflow,
			node,
			data,
			mode ?? 'webhook',
			webhookData(mode === 'manual'),
			[],
			null,
		);
		const result = (await type.webhook?.call(context)) as IWebhookResponseData;
		/** The execution that n8n starts: only it can store static data. */
		const execute = async ({ workflowData }: IWebhookResponseData) => {
			const input = workflowData?.[0] ?? [];
			if (input.length === 0) return;
			const own = {
				getInputData: () => input,
				getNodeParameter: (name: string, _item: number, fallback: NodeParameterValueType) =>
					context.getNodeParameter(name, fallback),
			};
			await type.execute?.call(Object.assign(Object.create(context), own));
			Object.assign(saved, JSON.parse(JSON.stringify(staticData)));
		};
		return {
			result,
			status: response.statusCode,
			answer: result.noWebhookResponse ? response.sent : result.webhookResponse,
			rows: (result.workflowData?.[0] ?? []).map(({ json }) => json),
			goOut: async (status = 200) => {
				response.statusCode = status;
				if (status === 200) await execute(result);
				response.end();
				// Node does so for a response that has a connection, or had one.
				response.emit('prefinish');
				await turn();
			},
			hangUp: async () => {
				hangUp(response);
				await turn();
			},
		};
	}

	/** Runs `create`, `delete` or `checkExists` of the webhook, as (de)activating the workflow or a test does. */
	async function hook(
		method: 'create' | 'delete' | 'checkExists',
		{ isTest = false } = {},
	): Promise<boolean> {
		const { workflow, node } = load();
		const data = engine.additionalData(base);
		const [mode, activation] = isTest
			? (['manual', 'manual'] as const)
			: (['trigger', 'activate'] as const);
		const context = new HookContext(workflow, node, data, mode, activation, webhookData(isTest));
		const { default: methods } = type.webhookMethods ?? {};
		return (await methods?.[method].call(context)) as boolean;
	}

	return { receive, hook, saved, turn };
}
