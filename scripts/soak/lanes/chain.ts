import { randomUUID } from 'node:crypto';
import { packageName } from '../../n8n/package';
import type { WorkflowExport, WorkflowNode } from '../../n8n/workflows';
import type { Credentials } from '../../stage/credentials';

/** A node before it has a place. */
export interface Link {
	name: string;
	type: string;
	typeVersion: number;
	parameters: Record<string, unknown>;
	webhookId?: string;
	executeOnce?: boolean;
	/** The type of its credential. */
	needs?: string;
}

/** A node of this package. */
export const ours = (
	name: string,
	type: string,
	needs: string,
	parameters: Record<string, unknown>,
	more: Partial<Link> = {},
): Link => ({ name, type: `${packageName}.${type}`, typeVersion: 1, parameters, needs, ...more });

/** A node of n8n's own. */
export const n8ns = (
	name: string,
	type: string,
	typeVersion: number,
	parameters: Record<string, unknown>,
	more: Partial<Link> = {},
): Link => ({ name, type: `n8n-nodes-base.${type}`, typeVersion, parameters, ...more });

/** A resource locator with what someone typed. */
export const byMode = (mode: string, value: string) => ({ __rl: true, mode, value });

/** A workflow of nodes one after another. */
export function chain(name: string, links: Link[], credentials: Credentials): WorkflowExport {
	const nodes = links.map(({ needs, ...link }, index): WorkflowNode => {
		const { id, name: called } = credentials.get(needs ?? '') ?? {};
		const node: WorkflowNode = {
			...link,
			id: randomUUID(),
			position: [index * 220, 0],
		};
		if (needs && id && called) node.credentials = { [needs]: { id, name: called } };
		return node;
	});
	const connections = Object.fromEntries(
		links
			.slice(1)
			.map(({ name: node }, index) => [
				links[index]?.name,
				{ main: [[{ node, type: 'main', index: 0 }]] },
			]),
	);
	return { name, nodes, connections, settings: { executionOrder: 'v1' } };
}
