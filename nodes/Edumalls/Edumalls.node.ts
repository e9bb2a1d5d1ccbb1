import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { execute } from '../shared/execute';
import { toListSearch } from '../shared/listSearch';
import { toProperties } from '../shared/properties';
import { edumalls } from './marketplace';

/**
 * Programmatic and not declarative: n8n's `routing` starts all items at once, neither retries nor batches,
 * and pairs rows with the wrong items.
 */
export class Edumalls implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Edumalls',
		name: 'edumalls',
		icon: { light: 'file:edumalls.svg', dark: 'file:edumalls.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Manage orders, products and customers of an Edumalls seller account',
		defaults: { name: 'Edumalls' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'edumallsApi', required: true }],
		properties: toProperties(edumalls),
	};

	methods = { listSearch: toListSearch(edumalls) };

	async execute(this: IExecuteFunctions) {
		return await execute.call(this, edumalls);
	}
}
