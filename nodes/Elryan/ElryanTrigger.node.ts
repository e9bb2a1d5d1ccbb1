import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';
import { deduplicate } from '../shared/polling/deduplicate';
import { poll } from '../shared/polling/poll';
import { sample } from '../shared/polling/sample';
import type { Watch } from '../shared/polling/scan';
import { elryan } from './marketplace';
import { WATCHES } from './watches';

type Simplify = (record: IDataObject) => IDataObject;

function wanted(event: unknown, simple: unknown): [Watch, Simplify] {
	const watch = WATCHES[String(event)];
	const simplify = simple === true ? watch.list.simplify : undefined;
	return [watch, simplify ?? ((record) => record)];
}

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

	async poll(this: IPollFunctions) {
		const event = this.getNodeParameter('event');
		return await poll.call(this, elryan, ...wanted(event, this.getNodeParameter('simple', true)));
	}

	/** Runs within each execution that a poll has started, and where the editor fetches a test event. */
	async execute(this: IExecuteFunctions) {
		if (this.getMode() !== 'manual') return await deduplicate.call(this);
		const event = this.getNodeParameter('event', 0);
		const simple = this.getNodeParameter('simple', 0, true);
		return await sample.call(this, elryan, ...wanted(event, simple));
	}
}
