import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runtimeModules, type RuntimeNode } from '../../../scripts/n8n/layout';

/** How n8n loads a package: the lists that the build made, or every class. */
export type Way = 'lazy' | 'eager';

/** What one load took, in milliseconds, and of the memory, in bytes. */
export interface Load {
	/** What n8n does at its start: the package's lists, and the classes of its credentials. */
	load: number;
	/** The same in time of the processor. */
	processor: number;
	/** The class of the first node that is needed. */
	firstNode: number;
	grown: number;
}

const run = promisify(execFile);

function isLoad(value: unknown): value is Load & { isLazy: boolean } {
	return typeof value === 'object' && value !== null && 'load' in value && 'isLazy' in value;
}

/** Loads the package in a process of its own, with n8n's own loader, after n8n's own nodes. */
export async function loadOnce(node: RuntimeNode, folder: string, way: Way): Promise<Load> {
	const { stdout } = await run(
		node.execPath,
		['--expose-gc', join(__dirname, 'load.cjs'), runtimeModules, folder, way],
		{ env: { ...process.env, NODE_PATH: runtimeModules } },
	);
	const found: unknown = JSON.parse(stdout);
	if (!isLoad(found)) throw new Error(`The package was not loaded: ${stdout}`);
	// n8n loads every class, without a word, where a list is missing or broken.
	if (found.isLazy !== (way === 'lazy')) throw new Error(`The package did not load ${way}`);
	return found;
}
