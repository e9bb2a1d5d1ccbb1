import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Trouble } from '../lib/trouble';

export interface DaemonOptions {
	/** As a sentence begins: `n8n`, `Redis`. */
	name: string;
	/** A script for Node that ends itself when the channel to this process closes. */
	leash: string;
	args: readonly string[];
	execPath?: string;
	cwd: string;
	env?: NodeJS.ProcessEnv;
	/** Both output streams go there, appended. */
	logFile: string;
	/** Whether it can be used by now. */
	isReady(): Promise<boolean>;
	readyTimeoutMs: number;
	stopSignal?: NodeJS.Signals;
	stopTimeoutMs?: number;
}

/** A program that runs beside this one until it is stopped. */
export interface Daemon {
	stop(): Promise<void>;
	/** Ends it without a warning, as a crash or a power failure does. */
	kill(): Promise<void>;
	/** Resolves when it ended without having been asked to. */
	ended: Promise<string>;
	logTail(lines?: number): string;
}

/** Starts a program and waits until it can be used. It never outlives this process. */
export async function startDaemon(options: DaemonOptions): Promise<Daemon> {
	const { name, logFile, stopSignal = 'SIGTERM', stopTimeoutMs = 10_000 } = options;
	const child = launch(options);
	const logTail = (lines = 20) => tailOf(logFile, lines);
	let stopping = false;
	const exited = new Promise<string>((resolve) => {
		child.once('exit', (code, signal) => resolve(`${name} ended (${signal ?? `code ${code}`})`));
		child.once('error', (error) => resolve(`${name} could not be started: ${error.message}`));
	});
	const killOnExit = () => signalGroup(child, 'SIGKILL');
	process.once('exit', killOnExit);
	const stop = async () => {
		stopping = true;
		signalGroup(child, stopSignal);
		const timeout = delay(stopTimeoutMs, undefined, { ref: false });
		await Promise.race([exited, timeout]);
		signalGroup(child, 'SIGKILL');
		process.off('exit', killOnExit);
	};
	const kill = async () => {
		stopping = true;
		signalGroup(child, 'SIGKILL');
		await exited;
		process.off('exit', killOnExit);
	};
	const problem = await Promise.race([becomesReady(options), exited]);
	if (problem !== undefined) {
		await stop();
		throw new Trouble(`${problem}.\n${logTail(8)}`, logFile);
	}
	const ended = exited.then(async (text) => {
		if (stopping) await new Promise(() => undefined);
		return text;
	});
	return { stop, kill, ended, logTail };
}

/** `detached` gives the program a process group of its own, so that its children end with it. */
function launch({ leash, args, execPath, cwd, env, logFile }: DaemonOptions): ChildProcess {
	mkdirSync(cwd, { recursive: true });
	mkdirSync(dirname(logFile), { recursive: true });
	const log = openSync(logFile, 'a');
	const child = spawn(execPath ?? process.execPath, [leash, ...args], {
		cwd,
		env: env ?? process.env,
		stdio: ['ignore', log, log, 'ipc'],
		detached: true,
	});
	closeSync(log);
	return child;
}

/** Undefined once it is ready; otherwise what is wrong. */
async function becomesReady(options: DaemonOptions): Promise<string | undefined> {
	const { name, isReady, readyTimeoutMs } = options;
	const until = Date.now() + readyTimeoutMs;
	while (Date.now() < until) {
		if (await isReady()) return undefined;
		await delay(200);
	}
	return `${name} did not answer within ${readyTimeoutMs / 1000} seconds`;
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
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
