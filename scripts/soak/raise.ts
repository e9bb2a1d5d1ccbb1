import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Sandbox } from '../../sandbox';
import { logFolder } from '../lib/paths';
import { freePort } from '../lib/ports';
import { ensureRuntime } from '../n8n/install';
import type { N8nRequest } from '../n8n/session';
import { activateWorkflow, createWorkflow, webhookAnswers } from '../n8n/workflows';
import { freePorts } from '../stage/services';
import { raiseStage } from '../stage/stage';
import type { Lane } from './lanes';
import { startProbe } from './watch/probe';
import { pidOfN8n } from './watch/processes';
import type { Place } from './watch/sample';

/** n8n keeps the latest thousand executions and looks every minute for what is more. */
const pruning = {
	EXECUTIONS_DATA_PRUNE_MAX_COUNT: '1000',
	EXECUTIONS_DATA_PRUNE_SOFT_DELETE_INTERVAL: '1',
	EXECUTIONS_DATA_PRUNE_HARD_DELETE_INTERVAL: '1',
	EXECUTIONS_DATA_HARD_DELETE_BUFFER: '0',
};

/** An n8n that can be looked into, and the marketplaces. */
export interface Raised {
	sandbox: Sandbox;
	request: N8nRequest;
	place: Place;
}

export async function raiseN8n(userFolder: string, logName: string): Promise<Raised> {
	rmSync(join(logFolder, logName), { force: true });
	const inspectorPort = await freePort();
	const { sandbox, session, n8n } = await raiseStage({
		n8nPort: await freePort(),
		ports: freePorts,
		userFolder,
		logName,
		env: {
			...pruning,
			N8N_METRICS: 'true',
			NODE_OPTIONS: `--inspect-port=127.0.0.1:${inspectorPort}`,
		},
	});
	const pid = pidOfN8n(userFolder);
	// Opens the inspector.
	process.kill(pid, 'SIGUSR1');
	const databaseFile = join(userFolder, '.n8n', 'database.sqlite');
	const probe = startProbe(await ensureRuntime(), databaseFile, inspectorPort);
	return { sandbox, request: session.request, place: { url: n8n.url, pid, databaseFile, probe } };
}

/** Publishes the workflows of the lanes. */
export async function publish(request: N8nRequest, lanes: Lane[]): Promise<void> {
	for (const { workflow, signedAt } of lanes) {
		await activateWorkflow(request, await createWorkflow(request, workflow));
		if (signedAt !== undefined) await webhookAnswers(signedAt);
	}
}
