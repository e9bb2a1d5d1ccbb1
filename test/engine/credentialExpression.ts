import type { createEngine } from './index';

/** What n8n makes of an expression of a credential's test, in which `$credentials` are its data. */
export function resolveInCredential(
	engine: ReturnType<typeof createEngine>,
	node: string,
	expression: unknown,
	credentials: object,
): unknown {
	const { nodes, ...rest } = engine.workflowOf(node, { parameters: {} });
	const workflow = engine.toWorkflow({ ...rest, nodes });
	const data = { $credentials: credentials } as never;
	return workflow.expression.getSimpleParameterValue(
		nodes[1],
		String(expression),
		'internal',
		data,
		undefined,
		'',
	);
}
