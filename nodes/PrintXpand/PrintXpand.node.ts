import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { execute } from '../shared/execute';
import { toListSearch } from '../shared/listSearch';
import { toProperties } from '../shared/properties';
import { printXpand } from './marketplace';

/** Programmatic for the reasons that stand in `Edumalls.node.ts`. */
export class PrintXpand implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'PrintXpand',
		name: 'printXpand',
		icon: { light: 'file:printXpand.svg', dark: 'file:printXpand.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Send customers, categories, products and orders to PrintXpand',
		defaults: { name: 'PrintXpand' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'printXpandApi', required: true }],
		properties: toProperties(printXpand),
	};

	methods = { listSearch: toListSearch(printXpand) };

	async execute(this: IExecuteFunctions) {
		return await execute.call(this, printXpand);
	}
}
