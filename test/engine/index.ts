import { Container } from '@n8n/di';
import {
	BinaryDataConfig,
	BinaryDataService,
	ExecutionLifecycleHooks,
	WorkflowExecute,
} from 'n8n-core';
import {
	createRunExecutionData,
	NodeHelpers,
	Workflow,
	type IBinaryKeyData,
	type ICredentialType,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeType,
	type INodeTypes,
	type IRun,
	type IVersionedNodeType,
	type IWorkflowBase,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { TestCredentialsHelper, type CredentialStore } from './credentialsHelper';

const PACKAGE = 'n8n-nodes-marketplaces';

type Class<T> = new () => T;

const passThrough = (name: string, inputs: string[]): INodeType => ({
	description: {
		displayName: name,
		name,
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name },
		inputs: inputs as never,
		outputs: ['main'],
		properties: [],
	},
	async execute() {
		return [this.getInputData()];
	},
});

/** What a node under test is given. */
export interface NodeUnderTest {
	parameters: IDataObject;
	onError?: INode['onError'];
	retryOnFail?: boolean;
	settings?: Partial<INode>;
}

/** What came of a run. */
export interface Outcome {
	/** Rows of each output branch of the node. */
	branches: INodeExecutionData[][];
	/** Rows of the first branch, as JSON. */
	rows: IDataObject[];
	error?: Error & { description?: string; context?: IDataObject; httpCode?: string };
	hints: string[];
	run: IRun;
}

/** n8n-core's real engine around one of our nodes: manual trigger → node. */
export function createEngine(setUp: {
	nodes: Array<Class<INodeType | IVersionedNodeType>>;
	credentialTypes: Array<Class<ICredentialType>>;
	credentials: CredentialStore;
}) {
	const nodeMap = new Map<string, INodeType | IVersionedNodeType>([
		['n8n-nodes-base.manualTrigger', passThrough('manualTrigger', [])],
	]);
	for (const Node of setUp.nodes) {
		const node = new Node();
		nodeMap.set(`${PACKAGE}.${node.description.name}`, node);
	}
	const types = new Map(
		setUp.credentialTypes.map((Type) => {
			const type = new Type();
			return [type.name, type] as const;
		}),
	);
	const credentialsHelper = new TestCredentialsHelper(types, structuredClone(setUp.credentials));
	const nodeTypes: INodeTypes = {
		getByName: (type) => nodeMap.get(type) as INodeType,
		getByNameAndVersion: (type, version) =>
			NodeHelpers.getVersionedNodeType(nodeMap.get(type) as INodeType, version),
		getKnownTypes: () => ({}),
	};

	function credentialsOf(type: string) {
		const declared = nodeTypes.getByNameAndVersion(type, 1).description.credentials ?? [];
		return Object.fromEntries(declared.map(({ name }) => [name, { id: name, name }]));
	}

	function workflowOf(nodeName: string, node: NodeUnderTest): IWorkflowBase {
		const type = `${PACKAGE}.${nodeName}`;
		return {
			id: 'workflow-1',
			name: 'test',
			active: false,
			isArchived: false,
			activeVersionId: null,
			createdAt: new Date(0),
			updatedAt: new Date(0),
			nodes: [
				{
					id: '1',
					name: 'Start',
					type: 'n8n-nodes-base.manualTrigger',
					typeVersion: 1,
					position: [0, 0],
					parameters: {},
				},
				{
					id: '2',
					name: 'Node',
					type,
					typeVersion: 1,
					position: [200, 0],
					parameters: node.parameters as INode['parameters'],
					credentials: credentialsOf(type),
					onError: node.onError,
					retryOnFail: node.retryOnFail,
					...node.settings,
				},
			],
			connections: {
				Start: { main: [[{ node: 'Node', type: 'main', index: 0 }]] },
			} as IWorkflowBase['connections'],
		};
	}

	function additionalData(workflow: IWorkflowBase): IWorkflowExecuteAdditionalData {
		const url = 'http://localhost:5678/';
		return {
			hooks: new ExecutionLifecycleHooks('manual', '1', workflow),
			credentialsHelper,
			currentNodeExecutionIndex: 0,
			executionId: '1',
			variables: {},
			restApiUrl: `${url}rest`,
			instanceBaseUrl: url,
			webhookBaseUrl: `${url}webhook`,
			webhookTestBaseUrl: `${url}webhook-test`,
			webhookWaitingBaseUrl: `${url}webhook-waiting`,
			formBaseUrl: `${url}form`,
			formTestBaseUrl: `${url}form-test`,
			formWaitingBaseUrl: `${url}form-waiting`,
			mcpBaseUrl: `${url}mcp`,
			mcpTestBaseUrl: `${url}mcp-test`,
			logAiEvent: () => {},
		} as unknown as IWorkflowExecuteAdditionalData;
	}

	function toWorkflow(base: IWorkflowBase, timezone = 'Asia/Riyadh'): Workflow {
		return new Workflow({
			id: base.id,
			name: base.name,
			nodes: structuredClone(base.nodes),
			connections: base.connections,
			active: false,
			nodeTypes,
			settings: { executionOrder: 'v1', timezone },
		});
	}

	/** Starts a run and hands back n8n's cancelable promise. */
	function start(
		nodeName: string,
		node: NodeUnderTest,
		input: IDataObject[] = [{}],
		files: IBinaryKeyData[] = [],
	) {
		Container.get(BinaryDataConfig).mode = 'default';
		void Container.get(BinaryDataService).init?.();
		const base = workflowOf(nodeName, node);
		const workflow = toWorkflow(base);
		const runData = createRunExecutionData({
			executionData: {
				nodeExecutionStack: [
					{
						node: workflow.getStartNode() as INode,
						data: {
							main: [
								input.map((json, item) => ({ json, ...(files[item] && { binary: files[item] }) })),
							],
						},
						source: null,
					},
				],
			},
		});
		return new WorkflowExecute(additionalData(base), 'manual', runData).processRunExecutionData(
			workflow,
		);
	}

	/** Runs the node over the input items and reads what it put out. */
	async function run(
		nodeName: string,
		node: NodeUnderTest,
		input: IDataObject[] = [{}],
		files: IBinaryKeyData[] = [],
	): Promise<Outcome> {
		const result = await start(nodeName, node, input, files);
		const task = result.data.resultData.runData.Node?.[0];
		const branches = (task?.data?.main ?? []).map((branch) => branch ?? []);
		return {
			branches,
			rows: (branches[0] ?? []).map(({ json }) => json),
			error: result.data.resultData.error as Outcome['error'],
			hints: (task?.hints ?? []).map(({ message }) => message),
			run: result,
		};
	}

	return { run, start, credentialsHelper, nodeTypes, additionalData, toWorkflow, workflowOf };
}
