import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';

export interface RunOptions {
	cwd: string;
	env?: NodeJS.ProcessEnv;
	/** Both output streams go here, appended. */
	logFile: string;
	timeoutMs?: number;
	/** Ends the command from outside. */
	signal?: AbortSignal;
	/** Called for every line of either stream, for progress. */
	onLine?: (line: string) => void;
}

export interface RunResult {
	/** `null` when it could not be started or was ended by a signal. */
	code: number | null;
	/** It was ended by `timeoutMs` or `signal`. */
	aborted: boolean;
	/** The last lines, for telling what went wrong. */
	tail: string[];
}

const tailLength = 60;
const running = new Set<ChildProcess>();

process.on('exit', () => {
	for (const child of running) child.kill('SIGTERM');
});

/** Runs a command to its end, its output in a log file. Never throws: the caller says what it means. */
export async function run(
	command: string,
	args: readonly string[],
	options: RunOptions,
): Promise<RunResult> {
	mkdirSync(dirname(options.logFile), { recursive: true });
	appendFileSync(options.logFile, `\n$ ${command} ${args.join(' ')}\n`);
	const child = spawn(command, [...args], {
		cwd: options.cwd,
		env: options.env ?? process.env,
		stdio: ['ignore', 'pipe', 'pipe'],
		signal: options.timeoutMs ? AbortSignal.timeout(options.timeoutMs) : options.signal,
	});
	running.add(child);
	const tail = collectLines(child, options);
	return await new Promise((resolve) => {
		let aborted = false;
		child.on('error', (error) => {
			aborted = error.name === 'AbortError';
			tail.push(error.message);
			if (child.pid === undefined) resolve({ code: null, aborted, tail });
		});
		child.on('close', (code) => {
			running.delete(child);
			resolve({ code, aborted, tail });
		});
	});
}

function collectLines(child: ChildProcess, options: RunOptions): string[] {
	const tail: string[] = [];
	for (const stream of [child.stdout, child.stderr]) {
		if (!stream) continue;
		createInterface({ input: stream }).on('line', (line) => {
			appendFileSync(options.logFile, `${line}\n`);
			tail.push(line);
			if (tail.length > tailLength) tail.shift();
			options.onLine?.(line);
		});
	}
	return tail;
}
