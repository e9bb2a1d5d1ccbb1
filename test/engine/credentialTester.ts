import { ExecuteContext, RoutingNode } from 'n8n-core';
import {
	createEmptyRunExecutionData,
	NodeConnectionTypes,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type INode,
	type INodeType,
	type INodeTypes,
} from 'n8n-workflow';
import { isRecord } from '../../nodes/shared/call';
import { createEngine } from '.';

/** The node that n8n invents for a test: nothing but the request, carried out by its own `RoutingNode`. */
function noOp({ name, test }: ICredentialType): INodeType {
	return {
		description: {
			displayName: 'No Op',
			name: 'noOp',
			group: ['transform'],
			version: 1,
			description: '',
			defaults: { name: 'No Op' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials: [{ name, required: true }],
			properties: [
				{
					displayName: 'Temp',
					name: 'temp',
					type: 'string',
					default: '',
					routing: { request: test?.request },
				},
			],
		},
	};
}

const nodeFor = (type: string): INode => ({
	id: 'temp',
	name: 'Temp-Node',
	type: 'n8n-nodes-base.noOp',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
	credentials: { [type]: { id: '1', name: type } },
});

/** Lodash's `get`, as far as the rules need it. */
const get = (value: unknown, path: string): unknown =>
	path
		.split('.')
		.reduce<unknown>(
			(found, key) =>
				found === null || found === undefined ? undefined : Reflect.get(Object(found), key),
			value,
		);

interface Thrown {
	message: string;
	cause?: { code?: string; response?: { status: number; statusText?: string } };
}

/**
 * Tests a credential as n8n 2.41 does (`credentials-tester.service.js`, `runRequestTest`): what it says, or
 * nothing where the credential is good. That class itself needs n8n's database.
 */
export async function testCredential(
	CredentialType: new () => ICredentialType,
	NodeType: new () => INodeType,
	data: ICredentialDataDecryptedObject,
): Promise<string | undefined> {
	const type = new CredentialType();
	const { name } = type;
	const node = nodeFor(name);
	const rules: unknown[] = type.test?.rules ?? [];
	const of = (kind: string) =>
		rules
			.filter(isRecord)
			.filter((rule) => rule.type === kind)
			.flatMap(({ properties }) => (isRecord(properties) ? [properties] : []));
	const engine = createEngine({
		nodes: [NodeType],
		credentialTypes: [CredentialType],
		credentials: { [name]: data },
	});
	const nodeType = noOp(type);
	const nodeTypes: INodeTypes = {
		getByName: () => nodeType,
		getByNameAndVersion: () => nodeType,
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const context = new ExecuteContext(
		workflow,
		node,
		engine.additionalData(engine.workflowOf(new NodeType().description.name, { parameters: {} })),
		'internal',
		createEmptyRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	try {
		const routing = new RoutingNode(context, nodeType, { id: '1', name, type: name, data });
		const [[{ json }]] = (await routing.runNode()) ?? [[]];
		const failing = of('responseSuccessBody').find(
			({ key, value }) => get(json, String(key)) === value,
		);
		return failing && String(failing.message);
	} catch (error) {
		const { message, cause } = error as Thrown;
		if (!cause?.response) return cause?.code ?? message;
		const { status, statusText } = cause.response;
		const known = of('responseCode').find(({ value }) => value === status);
		return known ? String(known.message) : (statusText ?? String(status));
	}
}
