import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';
import { poll } from '../shared/polling/poll';
import { elryan } from './marketplace';
import { WATCHES } from './watches';

export class ElryanTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Elryan Trigger',
		name: 'elryanTrigger',
		icon: { light: 'file:elryan.svg', dark: 'file:elryan.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["event"] }}',
		description: 'Starts the workflow when something happens on an Elryan merchant account',
		defaults: { name: 'Elryan Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'elryanApi', required: true }],
		properties: [
			{
				displayName: 'Trigger On',
				name: 'event',
				type: 'options',
				noDataExpression: true,
				options: [
					{
						name: 'Order Created',
						value: 'orderCreated',
						description: 'A new order line',
					},
					{
						name: 'Order Updated',
						value: 'orderUpdated',
						description: 'A new order line, or one that has changed',
					},
					{
						name: 'Package Updated',
						value: 'packageUpdated',
						description: 'A new package, or one that has changed',
					},
					{
						name: 'Transaction Created',
						value: 'transactionCreated',
						description: 'A new bill, credit or payment',
					},
				],
				default: 'orderCreated',
			},
			{
				displayName: 'Simplify',
				name: 'simple',
				type: 'boolean',
				default: true,
				description:
					'Whether to return a simplified version of the response instead of the raw data',
			},
		],
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const watch = WATCHES[this.getNodeParameter('event') as string];
		const simple = this.getNodeParameter('simple', true) === true;
		const keep = simple ? watch.list.simplify : undefined;
		return await poll.call(this, elryan, watch, keep ?? ((record) => record));
	}
}
