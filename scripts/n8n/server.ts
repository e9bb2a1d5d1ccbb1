import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../lib/ports';
import { Trouble } from '../lib/trouble';
import { n8nEnvironment } from './environment';
import { n8nScript, type RuntimeNode } from './layout';
import { installPackage } from './package';

export interface N8nOptions {
	node: RuntimeNode;
	port: number;
	userFolder: string;
	/** The checkout, built; left out, n8n starts with its own nodes only. */
	packageDir?: string;
	/** n8n's own output goes there, appended. */
	logFile: string;
	env?: NodeJS.ProcessEnv;
}

export interface N8nServer {
	url: string;
	stop(): Promise<void>;
	/** Ends n8n without a warning, as a crash or a power failure does. */
	kill(): Promise<void>;
	/** Resolves when n8n ended without having been asked to. */
	ended: Promise<string>;
	logTail(lines?: number): string;
}

const readyTimeoutMs = 180_000;
const stopTimeoutMs = 10_000;

/** Starts n8n and waits until its editor can be used. The port has to be free: see `needPort`. */
export async function startN8n(options: N8nOptions): Promise<N8nServer> {
	if (options.packageDir !== undefined) installPackage(options.packageDir, options.userFolder);
	const child = await launch(options);
	const logTail = (lines = 20) => tailOf(options.logFile, lines);
	let stopping = false;
	const exited = new Promise<string>((resolve) => {
		child.once('exit', (code, signal) => resolve(`n8n ended (${signal ?? `code ${code}`})`));
		child.once('error', (error) => resolve(`n8n could not be started: ${error.message}`));
	});
	const killOnExit = () => killGroup(child, 'SIGKILL');
	process.once('exit', killOnExit);
	const stop = async () => {
		stopping = true;
		killGroup(child, 'SIGTERM');
		const timeout = delay(stopTimeoutMs, undefined, { ref: false });
		await Promise.race([exited, timeout]);
		killGroup(child, 'SIGKILL');
		process.off('exit', killOnExit);
	};
	const kill = async () => {
		stopping = true;
		killGroup(child, 'SIGKILL');
		await exited;
		process.off('exit', killOnExit);
	};
	const url = `http://127.0.0.1:${options.port}`;
	const problem = await Promise.race([ready(url), exited]);
	if (problem !== undefined) {
		await stop();
		throw new Trouble(`${problem}.\n${logTail(8)}`, options.logFile);
	}
	const ended = exited.then(async (text) => {
		if (stopping) await new Promise(() => undefined);
		return text;
	});
	return { url, stop, kill, ended, logTail };
}

/** `detached` gives n8n a process group of its own, so that its task runner ends with it. */
async function launch(options: N8nOptions): Promise<ChildProcess> {
	mkdirSync(options.userFolder, { recursive: true });
	mkdirSync(dirname(options.logFile), { recursive: true });
	const log = openSync(options.logFile, 'a');
	const settings = {
		port: options.port,
		brokerPort: await freePort(),
		userFolder: options.userFolder,
	};
	const child = spawn(options.node.execPath, [join(__dirname, 'leash.cjs'), n8nScript, 'start'], {
		cwd: options.userFolder,
		env: { ...n8nEnvironment(settings), ...options.env },
		stdio: ['ignore', log, log, 'ipc'],
		detached: true,
	});
	closeSync(log);
	return child;
}

/**
 * Undefined once n8n answers; otherwise what is wrong. While n8n migrates its database it answers
 * every address with a friendly page and 200, and then 404 for a moment: only JSON counts.
 */
async function ready(url: string): Promise<string | undefined> {
	const until = Date.now() + readyTimeoutMs;
	while (Date.now() < until) {
		if ((await answersJson(`${url}/healthz`)) && (await answersJson(`${url}/rest/settings`))) {
			return undefined;
		}
		await delay(200);
	}
	return `n8n did not answer within ${readyTimeoutMs / 1000} seconds`;
}

async function answersJson(url: string): Promise<boolean> {
	try {
		const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
		await response.json();
		return response.ok;
	} catch {
		return false;
	}
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
	if (child.pid === undefined) return;
	try {
		process.kill(-child.pid, signal);
	} catch {
		// The group is gone already.
	}
}

function tailOf(file: string, lines: number): string {
	if (!existsSync(file)) return '';
	return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
}
