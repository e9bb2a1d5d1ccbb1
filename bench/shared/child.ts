import { fork } from 'node:child_process';
import { onStop } from '../../scripts/lib/program';
import { root } from '../../scripts/lib/paths';

/** What one process can ask of another, by name: each takes one value and gives one. */
export type Calls = Record<string, (argument: never) => unknown>;

interface Question {
	id: number;
	name: string;
	argument: unknown;
}

interface Reply {
	id: number;
	value?: unknown;
	error?: string;
}

export interface Child<C extends Calls> {
	ask<Name extends keyof C & string>(
		name: Name,
		argument: Parameters<C[Name]>[0],
	): Promise<Awaited<ReturnType<C[Name]>>>;
	stop(): Promise<void>;
}

export interface ChildOptions {
	execPath?: string;
	execArgv?: string[];
	env?: Record<string, string>;
}

/** Starts a process that answers calls; it ends with this one. */
export function startChild<C extends Calls>(file: string, options: ChildOptions = {}): Child<C> {
	const { execPath = process.execPath, execArgv = [], env = {} } = options;
	const child = fork(file, {
		execPath,
		execArgv,
		cwd: root,
		env: { ...process.env, ...env },
		serialization: 'advanced',
	});
	const waiting = new Map<number, (reply: Reply) => void>();
	let last = 0;
	const ended = new Promise<void>((resolve) => {
		child.once('exit', (code, signal) => {
			for (const answer of waiting.values()) {
				answer({ id: 0, error: `The process ended: ${code ?? signal}` });
			}
			resolve();
		});
	});
	child.on('message', (reply: Reply) => {
		waiting.get(reply.id)?.(reply);
		waiting.delete(reply.id);
	});
	const stop = async (): Promise<void> => {
		child.kill('SIGKILL');
		await ended;
	};
	onStop(stop);
	async function ask<Name extends keyof C & string>(
		name: Name,
		argument: Parameters<C[Name]>[0],
	): Promise<Awaited<ReturnType<C[Name]>>> {
		const id = ++last;
		const reply = await new Promise<Reply>((resolve) => {
			waiting.set(id, resolve);
			child.send({ id, name, argument } satisfies Question);
		});
		if (reply.error !== undefined) throw new Error(`${name}: ${reply.error}`);
		return reply.value as Awaited<ReturnType<C[Name]>>;
	}

	return { ask, stop };
}
