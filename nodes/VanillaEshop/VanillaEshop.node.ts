import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { execute } from '../shared/execute';
import { toListSearch } from '../shared/listSearch';
import { toProperties } from '../shared/properties';
import { vanillaEshop } from './marketplace';

/** Programmatic for the reasons that stand in `Edumalls.node.ts`. */
export class VanillaEshop implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'VanillaEshop',
		name: 'vanillaEshop',
		icon: { light: 'file:vanillaEshop.svg', dark: 'file:vanillaEshop.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Send products, prices, customers and orders to VanillaEshop',
		defaults: { name: 'VanillaEshop' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'vanillaEshopApi', required: true }],
		properties: toProperties(vanillaEshop),
	};

	methods = { listSearch: toListSearch(vanillaEshop) };

	async execute(this: IExecuteFunctions) {
		return await execute.call(this, vanillaEshop);
	}
}
