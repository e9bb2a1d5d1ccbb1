import { join } from 'node:path';
import { type Sandbox, startSandbox } from '../../sandbox';
import { logFolder, root } from '../lib/paths';
import { onStop } from '../lib/program';
import { longStep, ok } from '../lib/say';
import { ensureRuntime } from '../n8n/install';
import { startN8n, type N8nServer } from '../n8n/server';
import { type N8nSession, signIn } from '../n8n/session';
import { ensureBuilt } from './build';
import { serviceNames, type ServicePorts, SERVICES } from './services';

export interface StageOptions {
	n8nPort: number;
	/** Of the sandbox's services. */
	ports: ServicePorts;
	userFolder: string;
	/** n8n's own output: a file name in the log folder. */
	logName: string;
	/** 1 = the documented minutes between a webhook's retries. */
	webhookTimeScale?: number;
	/** More of n8n's own settings. */
	env?: NodeJS.ProcessEnv;
}

/** Everything that runs: the marketplaces, n8n with the package in it, and a signed-in owner. */
export interface Stage {
	sandbox: Sandbox;
	n8n: N8nServer;
	session: N8nSession;
	/** Stops n8n and starts it again: the same address, the same folder, the same session. */
	restartN8n(): Promise<void>;
}

/** Installs, builds and starts what is missing. `stopAll` takes it down again. */
export async function raiseStage(options: StageOptions): Promise<Stage> {
	const node = await ensureRuntime();
	await ensureBuilt();
	const { ports, webhookTimeScale } = options;
	const sandbox = await startSandbox({
		edumalls: { port: ports.edumalls, webhookTimeScale },
		elryan: { port: ports.elryan },
		vanillaEshop: { port: ports.vanillaEshop },
		dispatch: { port: ports.dispatch },
		printXpand: { port: ports.printXpand },
		mail: { port: ports.mail },
	});
	onStop(async () => await sandbox.close());
	for (const name of serviceNames) {
		const service = sandbox[name];
		const where = 'url' in service ? service.url : `${service.host}:${service.port}`;
		ok(`The sandbox’s ${SERVICES[name].label} runs at ${where}`);
	}
	const boot = async () =>
		await startN8n({
			node,
			port: options.n8nPort,
			userFolder: options.userFolder,
			packageDir: root,
			logFile: join(logFolder, options.logName),
			env: options.env,
		});
	const n8n = await longStep('Starting n8n', boot);
	let running = n8n;
	onStop(async () => await running.stop());
	const session = await signIn(n8n.url);
	const restartN8n = async () => {
		await running.stop();
		running = await boot();
	};
	return { sandbox, n8n, session, restartN8n };
}
