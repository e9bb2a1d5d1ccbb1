import { join } from 'node:path';
import { freePort } from '../lib/ports';
import { type Daemon, startDaemon } from '../services/daemon';
import { type N8nRole, n8nEnvironment } from './environment';
import { n8nScript, type RuntimeNode } from './layout';
import { installPackage } from './package';

export interface N8nOptions {
	node: RuntimeNode;
	/** `start`, the default, is all of n8n; in queue mode the other two work for it. */
	role?: N8nRole;
	/** Of a worker: where its health can be asked. */
	port: number;
	userFolder: string;
	/** The checkout, built; left out, n8n starts with its own nodes only. */
	packageDir?: string;
	/** n8n's own output goes there, appended. */
	logFile: string;
	env?: NodeJS.ProcessEnv;
}

export interface N8nServer extends Daemon {
	url: string;
}

const readyTimeoutMs = 180_000;

/**
 * What answers once a role can be used. While n8n migrates its database it answers every address with a
 * friendly page and 200, and then 404 for a moment: only JSON counts.
 */
const readyPaths: Record<N8nRole, readonly string[]> = {
	start: ['/healthz', '/rest/settings'],
	webhook: ['/healthz/readiness'],
	worker: ['/healthz/readiness'],
};

/** Starts n8n and waits until it can be used. The port has to be free: see `needPort`. */
export async function startN8n(options: N8nOptions): Promise<N8nServer> {
	const { node, role = 'start', port, userFolder, packageDir, logFile, env } = options;
	if (packageDir !== undefined) installPackage(packageDir, userFolder);
	const url = `http://127.0.0.1:${port}`;
	const settings = { role, port, brokerPort: await freePort(), userFolder };
	const daemon = await startDaemon({
		name: 'n8n',
		leash: join(__dirname, 'leash.cjs'),
		args: [n8nScript, role],
		execPath: node.execPath,
		cwd: userFolder,
		env: { ...n8nEnvironment(settings), ...env },
		logFile,
		isReady: async () => await answerJson(readyPaths[role].map((path) => url + path)),
		readyTimeoutMs,
	});
	return { url, ...daemon };
}

async function answerJson(addresses: string[]): Promise<boolean> {
	for (const address of addresses) {
		try {
			const response = await fetch(address, { signal: AbortSignal.timeout(5_000) });
			await response.json();
			if (!response.ok) return false;
		} catch {
			return false;
		}
	}
	return true;
}
