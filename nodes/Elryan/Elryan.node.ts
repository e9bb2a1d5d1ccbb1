import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { execute } from '../shared/execute';
import { toListSearch } from '../shared/listSearch';
import { toProperties } from '../shared/properties';
import { elryan } from './marketplace';

/** Programmatic for the reasons that stand in `Edumalls.node.ts`. */
export class Elryan implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Elryan',
		name: 'elryan',
		icon: { light: 'file:elryan.svg', dark: 'file:elryan.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Manage catalogue, order lines and packages of an Elryan merchant account',
		defaults: { name: 'Elryan' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'elryanApi', required: true }],
		properties: toProperties(elryan),
	};

	methods = { listSearch: toListSearch(elryan) };

	async execute(this: IExecuteFunctions) {
		return await execute.call(this, elryan);
	}
}
