import { EdumallsTrigger } from '../../../nodes/Edumalls/EdumallsTrigger.node';
import type { WorkflowExport, WorkflowNode } from '../../../scripts/n8n/workflows';

/** The credentials in n8n that the workflows use. */
export interface Secrets {
	edumalls: { id: string; name: string };
	crypto: { id: string; name: string };
}

/** One way to receive the marketplace's events in n8n, with a node after it that does nothing. */
export interface Contender {
	name: string;
	/** Nodes that someone has to wire and keep right, the one that stands for the rest not counted. */
	nodes: number;
	workflow(id: string, secrets: Secrets): WorkflowExport;
	/** Where it listens, after n8n's `/webhook/`. */
	path(id: string): string;
}

/** The name of this package's node in the workflow. */
export const TRIGGER = 'Edumalls Trigger';

/** The node that stands for the rest of a workflow. */
export const NEXT = 'Next';

type Part = Pick<WorkflowNode, 'type' | 'typeVersion' | 'parameters' | 'webhookId' | 'credentials'>;

const link = (node: string) => ({ node, type: 'main', index: 0 });

/** A row of nodes. Of an IF, the row goes on at `true`; `otherwise` names what follows `false`. */
function chain(
	name: string,
	parts: Record<string, Part>,
	otherwise: Record<string, string> = {},
): WorkflowExport {
	const row = [...Object.keys(parts)].filter((key) => !Object.values(otherwise).includes(key));
	const connections = row.slice(0, -1).map((key, index) => {
		const outputs = [[link(row[index + 1] ?? NEXT)]];
		const other = otherwise[key];
		return [key, { main: other === undefined ? outputs : [...outputs, [link(other)]] }] as const;
	});
	return {
		name,
		nodes: Object.entries(parts).map(([key, part], index) => ({
			...part,
			id: String(index),
			name: key,
			position: [index * 220, 0],
		})),
		connections: Object.fromEntries(connections),
		settings: { executionOrder: 'v1' },
	};
}

const next: Part = { type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };

/** The version that the editor would choose. */
const newestVersion = (): number => Math.max(...[new EdumallsTrigger().description.version].flat());

function ours(name: string, deduplicates: boolean): Contender {
	return {
		name,
		nodes: 1,
		path: (id) => `${id}/edumalls`,
		workflow: (id, { edumalls }) =>
			chain(name, {
				[TRIGGER]: {
					type: 'n8n-nodes-marketplaces.edumallsTrigger',
					typeVersion: newestVersion(),
					webhookId: id,
					parameters: { events: [], options: deduplicates ? {} : { ignoreRepeated: false } },
					credentials: { edumallsWebhookApi: edumalls },
				},
				[NEXT]: next,
			}),
	};
}

const webhook = (id: string, responseMode: string, options: object): Part => ({
	type: 'n8n-nodes-base.webhook',
	typeVersion: 2.1,
	webhookId: id,
	parameters: { httpMethod: 'POST', path: id, responseMode, options },
});

/** The signature over the raw body, and the comparison. */
const verification = ({ crypto }: Secrets): Record<string, Part> => ({
	Crypto: {
		type: 'n8n-nodes-base.crypto',
		typeVersion: 2,
		parameters: {
			action: 'hmac',
			binaryData: true,
			binaryPropertyName: 'data',
			type: 'SHA256',
			dataPropertyName: 'hmac',
			encoding: 'hex',
		},
		credentials: { crypto },
	},
	IF: {
		type: 'n8n-nodes-base.if',
		typeVersion: 2.2,
		parameters: {
			conditions: {
				options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
				combinator: 'and',
				conditions: [
					{
						id: '1',
						leftValue: '={{ $json.headers["x-integrationhub-signature"] }}',
						rightValue: '={{ "sha256=" + $json.hmac }}',
						operator: { type: 'string', operation: 'equals' },
					},
				],
			},
			options: {},
		},
	},
});

const respond = (responseCode: number): Part => ({
	type: 'n8n-nodes-base.respondToWebhook',
	typeVersion: 1.4,
	parameters: { respondWith: 'noData', options: { responseCode } },
});

export const withMemory = ours('Edumalls Trigger', true);

/** *Ignore Repeated Deliveries* is switched off. */
export const withoutMemory = ours('Edumalls Trigger, repeats taken', false);

const isPathItself = (id: string): string => id;

export const answersAtOnce: Contender = {
	name: 'Webhook + Crypto + IF',
	nodes: 3,
	path: isPathItself,
	workflow: (id, secrets) =>
		chain('Webhook + Crypto + IF', {
			Webhook: webhook(id, 'onReceived', { rawBody: true }),
			...verification(secrets),
			[NEXT]: next,
		}),
};

export const answersAfterwards: Contender = {
	name: 'Webhook + Crypto + IF + Respond to Webhook',
	nodes: 5,
	path: isPathItself,
	workflow: (id, secrets) =>
		chain(
			'Webhook + Crypto + IF + Respond to Webhook',
			{
				Webhook: webhook(id, 'responseNode', { rawBody: true }),
				...verification(secrets),
				Accept: respond(200),
				[NEXT]: next,
				Refuse: respond(401),
			},
			{ IF: 'Refuse' },
		),
};

export const bareWebhook: Contender = {
	name: 'Webhook alone',
	nodes: 1,
	path: isPathItself,
	workflow: (id) =>
		chain('Webhook alone', { Webhook: webhook(id, 'onReceived', {}), [NEXT]: next }),
};

export const CONTENDERS: readonly Contender[] = [
	withMemory,
	withoutMemory,
	answersAtOnce,
	answersAfterwards,
	bareWebhook,
];
