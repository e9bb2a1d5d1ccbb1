import { setTimeout as delay } from 'node:timers/promises';
import { saveCredential } from '../../n8n/credentials';
import { activateWorkflow, createWorkflow, deactivateWorkflow } from '../../n8n/workflows';
import { tallyOf } from '../../restarts/tally';
import { pollingWorkflow } from '../../restarts/workflow';
import { elryanLogin } from '../../stage/credentials';
import type { Probe } from './probe';

const COUNT = 10;

/** A trigger that asks: main does it, and the workers run what comes of it. */
export const polling: Probe = async ({ elryan, session: { request }, workers }) => {
	const data = elryanLogin(elryan);
	const { id, name } = await saveCredential(request, { name: 'Elryan', type: 'elryanApi', data });
	const workflow = await createWorkflow(request, pollingWorkflow({ id, name }));
	await activateWorkflow(request, workflow);
	const placed: string[] = [];
	while (placed.length < COUNT) {
		placed.push(String(elryan.store.placeOrderLine().POlineID));
		await delay(1_500);
	}
	await delay(12_000);
	await deactivateWorkflow(request, workflow.id);
	const { lines, executions } = await tallyOf(request, workflow.id);
	const once = placed.filter((line) => lines.filter((one) => one === line).length === 1).length;
	const byWorkers = executions.filter(({ id: execution }) =>
		workers.some(({ logged }) => logged(`Worker started execution ${execution} `) > 0),
	).length;
	return {
		question: `*Elryan Trigger* looks every 5 s while ${COUNT} order lines come in`,
		answer: `${once} of ${COUNT} started the workflow exactly once; of ${executions.length} executions ${byWorkers} ran on the workers`,
	};
};
