import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { logFolder, shown } from './paths';
import { fail, say } from './say';
import { messageOf, Trouble } from './trouble';

type Closer = () => void | Promise<void>;

const closers: Closer[] = [];
let closing: Promise<void> | undefined;

/** What was started last is stopped first, when the program ends in whatever way. */
export function onStop(closer: Closer): void {
	closers.push(closer);
}

export async function stopAll(): Promise<void> {
	closing ??= (async () => {
		for (const closer of closers.reverse()) {
			await Promise.resolve(closer()).catch((error: unknown) => fail(messageOf(error)));
		}
	})();
	await closing;
}

/** Waits for Ctrl-C; `catchSignals` does the rest. */
export async function forEver(): Promise<never> {
	setInterval(() => undefined, 60_000);
	return await new Promise<never>(() => undefined);
}

/** What the process ends with when it is interrupted: 130 while working, 0 once only Ctrl-C is left. */
let interruptedCode = 130;

export function interruptIsFine(): void {
	interruptedCode = 0;
}

async function interrupt(): Promise<never> {
	if (closing) process.exit(130);
	say('\nStopping…');
	await stopAll();
	process.exit(interruptedCode);
}

/**
 * Ctrl-C reaches the whole group of processes, but a `kill` of npm alone ends only npm and its
 * shell: then nobody would be left to stop this.
 */
function catchSignals(): void {
	process.on('SIGINT', () => void interrupt());
	process.on('SIGTERM', () => void interrupt());
	const parent = process.ppid;
	const watch = setInterval(() => {
		if (process.ppid !== parent) void interrupt();
	}, 1000);
	watch.unref();
}

/**
 * Runs a command to its exit code. A person reads one sentence about what went wrong and, where there
 * is more to know, the name of a log file; a stack goes only there.
 */
export async function program(name: string, main: () => Promise<number>): Promise<void> {
	catchSignals();
	const code = await main().catch((error: unknown) => {
		tell(name, error);
		return 1;
	});
	await stopAll();
	process.exit(code);
}

function tell(name: string, error: unknown): void {
	if (error instanceof Trouble) {
		fail(error.message);
		if (error.logFile) say(`  What happened in detail: ${shown(error.logFile)}`);
		return;
	}
	const logFile = join(logFolder, `${name}.log`);
	mkdirSync(logFolder, { recursive: true });
	const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
	appendFileSync(logFile, `${new Date().toISOString()} ${stack}\n`);
	fail(`Something went wrong: ${messageOf(error)}`);
	say(`  What happened in detail: ${shown(logFile)}`);
}
