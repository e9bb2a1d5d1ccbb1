import { join } from 'node:path';
import { type Sandbox, startSandbox } from '../../sandbox';
import { logFolder, root } from '../lib/paths';
import { onStop } from '../lib/program';
import { longStep, ok } from '../lib/say';
import { ensureRuntime } from '../n8n/install';
import { startN8n, type N8nServer } from '../n8n/server';
import { type N8nSession, signIn } from '../n8n/session';
import { ensureBuilt } from './build';

export interface StageOptions {
	n8nPort: number;
	/** Of the sandbox's Edumalls. */
	sandboxPort: number;
	/** Of the sandbox's Elryan; default: a free port. */
	elryanPort?: number;
	userFolder: string;
	/** n8n's own output: a file name in the log folder. */
	logName: string;
	/** 1 = the documented minutes between a webhook's retries. */
	webhookTimeScale?: number;
}

/** Everything that runs: the marketplaces, n8n with the package in it, and a signed-in owner. */
export interface Stage {
	sandbox: Sandbox;
	n8n: N8nServer;
	session: N8nSession;
}

/** Installs, builds and starts what is missing. `stopAll` takes it down again. */
export async function raiseStage(options: StageOptions): Promise<Stage> {
	const node = await ensureRuntime();
	await ensureBuilt();
	const { sandboxPort: port, elryanPort, webhookTimeScale } = options;
	const sandbox = await startSandbox({
		edumalls: { port, webhookTimeScale },
		elryan: { port: elryanPort },
	});
	onStop(async () => await sandbox.close());
	ok(`The sandbox’s Edumalls runs at ${sandbox.edumalls.url}`);
	ok(`The sandbox’s Elryan runs at ${sandbox.elryan.url}`);
	const n8n = await longStep('Starting n8n', async () => {
		return await startN8n({
			node,
			port: options.n8nPort,
			userFolder: options.userFolder,
			packageDir: root,
			logFile: join(logFolder, options.logName),
		});
	});
	onStop(async () => await n8n.stop());
	const session = await signIn(n8n.url);
	return { sandbox, n8n, session };
}
