import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths';
import { packageName } from '../n8n/package';

/** What the stage needs to know of a node of the package. */
export interface NodeType {
	/** The credential types that it takes. */
	credentials: string[];
	/** The end of the address that it listens on, where it starts a workflow by a call. */
	webhookPath?: string;
	/** It starts a workflow by asking from time to time. */
	polls: boolean;
}

interface NodeDescription {
	name: string;
	credentials?: Array<{ name: string }>;
	webhooks?: Array<{ path: string }>;
	polling?: boolean;
}

/** The package's nodes by type, from the built package's own list, so that a new node needs no line here. */
export function nodeTypes(): Map<string, NodeType> {
	const text = readFileSync(join(root, 'dist', 'types', 'nodes.json'), 'utf8');
	const described = JSON.parse(text) as NodeDescription[];
	return new Map(
		described.map(({ name, credentials = [], webhooks = [], polling = false }) => [
			`${packageName}.${name}`,
			{
				credentials: credentials.map((credential) => credential.name),
				webhookPath: webhooks[0]?.path,
				polls: polling,
			},
		]),
	);
}
