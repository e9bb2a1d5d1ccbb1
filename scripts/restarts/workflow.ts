import type { WorkflowExport } from '../n8n/workflows';

export const trigger = 'New Order Line';

/** n8n refuses an interval below a minute, but takes several times within one. */
const everyFiveSeconds = Array.from({ length: 12 }, (_, index) => ({
	mode: 'custom',
	cronExpression: `${index * 5} * * * * *`,
}));

/** The polling trigger, and a node that does nothing. */
export const pollingWorkflow = (credential: { id: string; name: string }): WorkflowExport => ({
	name: 'Restarts',
	nodes: [
		{
			id: '1',
			name: trigger,
			type: 'n8n-nodes-marketplaces.elryanTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters: { event: 'orderCreated', pollTimes: { item: everyFiveSeconds } },
			credentials: { elryanApi: credential },
		},
		{
			id: '2',
			name: 'Nothing',
			type: 'n8n-nodes-base.noOp',
			typeVersion: 1,
			position: [220, 0],
			parameters: {},
		},
	],
	connections: { [trigger]: { main: [[{ node: 'Nothing', type: 'main', index: 0 }]] } },
	settings: { executionOrder: 'v1' },
});
