import { packageName } from '../n8n/package';
import { type WorkflowExport, type WorkflowNode, webhookUrl } from '../n8n/workflows';

type Bound = WorkflowNode['credentials'];
type PlacedNode = Pick<
	WorkflowNode,
	'name' | 'type' | 'typeVersion' | 'parameters' | 'webhookId' | 'credentials'
>;

/** Nodes in a row, each after the one before it. */
function inARow(name: string, nodes: PlacedNode[]): WorkflowExport {
	const connections = Object.fromEntries(
		nodes.slice(1).map(({ name: target }, index) => {
			const main = [[{ node: target, type: 'main', index: 0 }]];
			return [nodes[index]?.name ?? '', { main }];
		}),
	);
	const placed = nodes.map((node, index) => ({
		...node,
		id: String(index + 1),
		position: [index * 220, 0] as [number, number],
	}));
	return { name, nodes: placed, connections, settings: { executionOrder: 'v1' } };
}

const eventsId = 'queue-order-events';

/** Where an n8n process takes order events. */
export const eventsUrl = (base: string): string => webhookUrl(base, eventsId, 'edumalls');

/** Every event leaves a mark that cannot be missed or made twice unseen: a comment with the delivery's ID. */
export const commentWorkflow = (webhook: Bound, api: Bound): WorkflowExport =>
	inARow('Comment on every event', [
		{
			name: 'Order Event',
			type: `${packageName}.edumallsTrigger`,
			typeVersion: 1,
			parameters: { events: [] },
			webhookId: eventsId,
			credentials: webhook,
		},
		{
			name: 'Add Comment',
			type: `${packageName}.edumalls`,
			typeVersion: 1,
			parameters: {
				resource: 'order',
				operation: 'addComment',
				order: { __rl: true, mode: 'orderId', value: '={{ $json.order.order_id }}' },
				comment: '={{ $json.deliveryId }}',
				additionalFields: { notify: false },
			},
			credentials: api,
		},
	]);

export const stockPath = 'queue-stock';

/** Sets the stock of all products that a call names. */
export const stockWorkflow = (api: Bound): WorkflowExport =>
	inARow('Set all stocks', [
		{
			name: 'Stocks',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			parameters: { httpMethod: 'POST', path: stockPath, responseMode: 'onReceived' },
			webhookId: stockPath,
		},
		{
			name: 'Products',
			type: 'n8n-nodes-base.splitOut',
			typeVersion: 1,
			parameters: { fieldToSplitOut: 'body.products', options: {} },
		},
		{
			name: 'Set Stock',
			type: `${packageName}.edumalls`,
			typeVersion: 1,
			parameters: {
				resource: 'product',
				operation: 'updateStock',
				product: { __rl: true, mode: 'sku', value: '={{ $json.sku }}' },
				updateFields: { qty: '={{ $json.qty }}' },
			},
			credentials: api,
		},
	]);
