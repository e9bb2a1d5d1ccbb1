import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

/** A node that does just this and passes its items on; its name is `probe`. */
export function nodeThat(
	properties: INodeProperties[],
	act: (context: IExecuteFunctions) => void | Promise<void>,
): new () => INodeType {
	return class implements INodeType {
		description: INodeTypeDescription = {
			displayName: 'Probe',
			name: 'probe',
			group: ['transform'],
			version: 1,
			description: '',
			defaults: { name: 'Probe' },
			inputs: ['main'],
			outputs: ['main'],
			properties,
		};

		async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
			await act(this);
			return [this.getInputData()];
		}
	};
}
