import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { createEngine } from '../../../test/engine';
import type { Contender } from '../../shared/contenders/contender';
import type { SpeedTask } from '../tasks/task';
import { bareRun } from './bare';

/** A node that reads its parameters for each item and does nothing with them. */
function readerOf(names: string[], note: (values: IDataObject) => void): new () => INodeType {
	return class implements INodeType {
		description = {
			displayName: 'Reader',
			name: 'reader',
			group: ['transform' as const],
			version: 1,
			description: '',
			defaults: { name: 'Reader' },
			inputs: ['main' as const],
			outputs: ['main' as const],
			properties: names.map((name) => ({
				displayName: name,
				name,
				type: 'string' as const,
				default: '',
			})),
		};

		async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
			const items = this.getInputData();
			for (const item of items.keys()) {
				note(
					Object.fromEntries(
						names.map((name) => [name, this.getNodeParameter(name, item) as IDataObject]),
					),
				);
			}
			return [items];
		}
	};
}

/**
 * The bare client behind what no node can do without: n8n works out one expression for each value of each
 * item. It shows how much of the distance to the bare client is n8n's.
 */
export const inNode: Contender<SpeedTask> = {
	name: 'bare client behind n8n expressions',
	open(run) {
		const { input } = run.stage;
		const names = Object.keys(input[0] ?? {});
		const read: IDataObject[] = [];
		const engine = createEngine({
			nodes: [readerOf(names, (values) => read.push(values))],
			credentialTypes: [],
			credentials: {},
		});
		const parameters = Object.fromEntries(names.map((name) => [name, `={{ $json.${name} }}`]));
		return bareRun(run, async () => {
			await engine.run('reader', { parameters }, input);
			return read;
		});
	},
};
