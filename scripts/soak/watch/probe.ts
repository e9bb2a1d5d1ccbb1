import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { isRecord } from '../../../nodes/shared/call';
import { onStop } from '../../lib/program';
import type { RuntimeNode } from '../../n8n/layout';

interface Named {
	name: string;
}

/** What n8n's database holds. */
export interface DatabaseLook {
	staticData: Array<Named & { bytes: number }>;
	/** What n8n's filter of repeats remembers. */
	processed: Array<Named & { bytes: number; entries: number }>;
	executions: { rows: number; last: number };
	/** Executions that did not end well. */
	bad: Array<Named & { id: number; status: string }>;
	statistics: Array<Named & { kind: string; count: number }>;
}

/** A variable that a module keeps to itself, seen in the scope of a function that it exports. */
export interface Variable {
	file: string;
	seenBy: string;
	name: string;
	/** A function as text: what of it is counted. */
	count: string;
}

export interface Probe {
	database(): Promise<DatabaseLook>;
	/** Bytes in use after a full collection, which this asks for. */
	liveHeap(): Promise<number>;
	/** Nothing for a variable whose module was not loaded. */
	measure(variables: Variable[]): Promise<Array<number | null>>;
}

/** Starts the process that looks into n8n. */
export function startProbe(node: RuntimeNode, databaseFile: string, inspectorPort: number): Probe {
	const args = ['--no-warnings', join(__dirname, 'probe.mjs'), databaseFile, String(inspectorPort)];
	const child = spawn(node.execPath, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
	onStop(() => void child.kill());
	const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
	let last = 0;
	child.on('message', (message: unknown) => {
		if (!isRecord(message)) return;
		const asked = waiting.get(Number(message.id));
		waiting.delete(Number(message.id));
		if (typeof message.error === 'string') asked?.reject(new Error(message.error));
		else asked?.resolve(message.result);
	});
	const ask = async <T>(task: string, more: object = {}): Promise<T> =>
		await new Promise<T>((resolve, reject) => {
			const id = ++last;
			waiting.set(id, { resolve: (value) => resolve(value as T), reject });
			child.send({ id, task, ...more });
		});
	return {
		database: async () => await ask('database'),
		liveHeap: async () => await ask('liveHeap'),
		measure: async (variables) => await ask('measure', { variables }),
	};
}
