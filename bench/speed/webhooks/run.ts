import { randomUUID } from 'node:crypto';
import {
	activateWorkflow,
	createWorkflow,
	deactivateWorkflow,
} from '../../../scripts/n8n/workflows';
import { type Usage, usageOf } from '../start/metrics';
import type { Contender } from './contenders';
import type { Letter } from './events';
import { fillMemory } from './database';
import { allEnded, executionsOf } from './executions';
import type { Instance } from './instance';
import { type Judgement, judge } from './judge';
import { type Answer, send } from './load';

/** One contender, one time. */
export interface Outcome extends Judgement {
	answers: Answer[];
	/** Executions that n8n finished. */
	executions: number;
	/** From the first call until the last execution was over. */
	seconds: number;
	/** What n8n used for all of it. */
	used: Pick<Usage, 'processor' | 'sandboxes'>;
}

/**
 * Sends the letters to a workflow that has received nothing before, and waits until n8n is through.
 *
 * @param remembered deliveries that the trigger remembers from before
 */
export async function runOnce(
	instance: Instance,
	contender: Contender,
	letters: readonly Letter[],
	connections: number,
	remembered = 0,
): Promise<Outcome> {
	const { request } = instance;
	const id = randomUUID();
	const workflow = await createWorkflow(request, contender.workflow(id, instance.secrets));
	if (remembered > 0) await fillMemory(instance, workflow.id, remembered);
	await activateWorkflow(request, workflow);
	const start = await usageOf(instance.url);
	const url = `${instance.url}/webhook/${contender.path(id)}`;
	const before = Date.now();
	const answers = await send(url, letters, connections);
	await allEnded(request, workflow.id);
	const end = await usageOf(instance.url);
	const ran = await executionsOf(instance, workflow.id);
	await deactivateWorkflow(request, workflow.id);
	const last = ran.reduce((latest, { endedAt }) => Math.max(latest, endedAt), before);
	return {
		...judge(letters, answers, ran),
		answers,
		executions: ran.length,
		seconds: (last - before) / 1000,
		used: {
			processor: end.processor - start.processor,
			sandboxes: end.sandboxes - start.sandboxes,
		},
	};
}
