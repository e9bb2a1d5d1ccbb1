import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';
import { endpointIn } from '../shared/options';
import { deduplicate } from '../shared/polling/deduplicate';
import { poll } from '../shared/polling/poll';
import { sample } from '../shared/polling/sample';
import type { Wanted } from '../shared/polling/watch';
import { endpointProperties } from '../shared/properties';
import { elryan } from './marketplace';
import { WATCHES } from './watches';

/** What the user has set, in a poll or an execution. */
function wantedIn(parameter: (name: string, fallback?: unknown) => unknown): Wanted {
	const event = String(parameter('event'));
	const watch = WATCHES[event];
	const endpoint = endpointIn(watch.list, parameter('options', {}) as IDataObject);
	const simplify = parameter('simple', true) === true ? watch.list.simplify : undefined;
	return { event, watch: { ...watch, endpoint }, simplify: simplify ?? ((record) => record) };
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
			...endpointProperties(elryan, WATCHES.orderCreated.list, {
				event: ['orderCreated', 'orderUpdated'],
			}),
		],
	};

	async poll(this: IPollFunctions) {
		const wanted = wantedIn((name, fallback) => this.getNodeParameter(name, fallback));
		return await poll.call(this, elryan, wanted);
	}

	/** Runs within each execution that a poll has started, and where the editor fetches a test event. */
	async execute(this: IExecuteFunctions) {
		if (this.getMode() !== 'manual') return await deduplicate.call(this);
		const wanted = wantedIn((name, fallback) => this.getNodeParameter(name, 0, fallback));
		return await sample.call(this, elryan, wanted);
	}
}
