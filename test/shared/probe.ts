import type { IExecuteFunctions, INodeType } from 'n8n-workflow';
import { createEngine } from '../engine';

/** Runs `work` with the real context of n8n-core that a node's `execute` has, and gives what it yields. */
export async function inExecution<T>(work: (context: IExecuteFunctions) => Promise<T>): Promise<T> {
	const outcome: { value?: T; error?: unknown } = {};
	class Probe implements INodeType {
		description: INodeType['description'] = {
			displayName: 'Probe',
			name: 'probe',
			group: ['transform'],
			version: 1,
			description: '',
			defaults: { name: 'Probe' },
			inputs: ['main'],
			outputs: ['main'],
			properties: [],
		};

		async execute(this: IExecuteFunctions) {
			try {
				outcome.value = await work(this);
			} catch (error) {
				outcome.error = error;
			}
			return [[]];
		}
	}
	const engine = createEngine({ nodes: [Probe], credentialTypes: [], credentials: {} });
	await engine.run('probe', { parameters: {} });
	if (outcome.error !== undefined) throw outcome.error;
	return outcome.value as T;
}
