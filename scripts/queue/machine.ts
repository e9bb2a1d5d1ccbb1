import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, logFolder, root } from '../lib/paths';
import { freePort } from '../lib/ports';
import { onStop } from '../lib/program';
import type { N8nRole } from '../n8n/environment';
import type { RuntimeNode } from '../n8n/layout';
import { type N8nServer, startN8n } from '../n8n/server';

/** One n8n process with a folder of its own, as if it had a machine to itself. */
export interface Machine {
	readonly name: string;
	readonly role: N8nRole;
	readonly url: string;
	/** Gives the milliseconds until it could be used. */
	boot(): Promise<number>;
	stop(): Promise<void>;
	kill(): Promise<void>;
	/** How often its log says so. */
	logged(words: string | RegExp): number;
}

export interface MachineOptions {
	node: RuntimeNode;
	name: string;
	role: N8nRole;
	env: NodeJS.ProcessEnv;
	/** Without it, n8n's own nodes only. Default: with it. */
	withPackage?: boolean;
}

const folder = join(cacheFolder, 'queue');

/** Nothing of an earlier run may be there. */
export const forgetMachines = (): void => rmSync(folder, { recursive: true, force: true });

/** A place for an n8n process; `boot` starts it. */
export async function prepareMachine(options: MachineOptions): Promise<Machine> {
	const { node, name, role, env, withPackage = true } = options;
	const port = await freePort();
	const logFile = join(logFolder, `queue-${name}.log`);
	rmSync(logFile, { force: true });
	let running: N8nServer | undefined;
	onStop(async () => await running?.stop());
	return {
		name,
		role,
		url: `http://127.0.0.1:${port}`,
		async boot() {
			const since = Date.now();
			running = await startN8n({
				node,
				role,
				port,
				userFolder: join(folder, name),
				packageDir: withPackage ? root : undefined,
				logFile,
				env,
			});
			return Date.now() - since;
		},
		async stop() {
			await running?.stop();
		},
		async kill() {
			await running?.kill();
		},
		logged: (words) => readFileSync(logFile, 'utf8').split(words).length - 1,
	};
}
