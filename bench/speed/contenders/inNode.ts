import type { IDataObject, INodeType } from 'n8n-workflow';
import { createEngine } from '../../../test/engine';
import type { Contender } from '../../shared/contenders/contender';
import type { SpeedTask } from '../tasks/task';
import { bareRun } from './bare';
import { nodeThat } from '../../../test/engine/nodeThat';

/** A node that reads its parameters for each item and does nothing with them. */
const readerOf = (names: string[], note: (values: IDataObject) => void): new () => INodeType =>
	nodeThat(
		names.map((name) => ({ displayName: name, name, type: 'string', default: '' })),
		(context) => {
			for (const item of context.getInputData().keys()) {
				const read = names.map((name) => [name, context.getNodeParameter(name, item)] as const);
				note(Object.fromEntries(read) as IDataObject);
			}
		},
	);

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
			await engine.run('probe', { parameters }, input);
			return read;
		});
	},
};
