import type { IExecuteFunctions } from 'n8n-workflow';
import { createEngine } from '../engine';
import { nodeThat } from '../engine/nodeThat';

/** Runs `work` with the real context of n8n-core that a node's `execute` has, and gives what it yields. */
export async function inExecution<T>(work: (context: IExecuteFunctions) => Promise<T>): Promise<T> {
	const outcome: { value?: T; error?: unknown } = {};
	const probe = nodeThat([], async (context) => {
		try {
			outcome.value = await work(context);
		} catch (error) {
			outcome.error = error;
		}
	});
	const engine = createEngine({ nodes: [probe], credentialTypes: [], credentials: {} });
	await engine.run('probe', { parameters: {} });
	if (outcome.error !== undefined) throw outcome.error;
	return outcome.value as T;
}
