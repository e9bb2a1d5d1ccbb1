import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, logFolder, root } from '../lib/paths';

/** The manifest and the lock file that say which n8n and which Node. They are in git. */
export const manifestFolder = join(root, 'runtime');

export const manifestFiles = ['package.json', 'package-lock.json', '.npmrc'] as const;

/** Where they are installed. Everything in it can be deleted: the next start makes it anew. */
export const runtimeFolder = join(cacheFolder, 'runtime');

export const runtimeModules = join(runtimeFolder, 'node_modules');

export const installLog = join(logFolder, 'runtime-install.log');

export const n8nScript = join(runtimeModules, 'n8n', 'bin', 'n8n');

/** n8n 2.41 refuses to start below this. */
export const neededNodeMajor = 24;

const packagedNodeFolder = join(runtimeModules, `node-${process.platform}-${process.arch}`);

const packagedNode = join(packagedNodeFolder, 'bin', 'node');

/** A Node for n8n, and the folder with the headers that a native module is built against. */
export interface RuntimeNode {
	execPath: string;
	headersFolder: string;
}

/**
 * The Node of the manifest where there is one for this platform, so that n8n runs on the same Node
 * everywhere; else the present one if it is new enough.
 */
export function runtimeNode(): RuntimeNode | undefined {
	if (existsSync(packagedNode)) {
		return { execPath: packagedNode, headersFolder: packagedNodeFolder };
	}
	if (Number(process.versions.node.split('.')[0]) < neededNodeMajor) return undefined;
	return { execPath: process.execPath, headersFolder: join(process.execPath, '..', '..') };
}

/** Changes whenever what is installed would change: the lock file, the manifest, the platform. */
export function wantedStamp(): string {
	const hash = createHash('sha256');
	for (const file of manifestFiles) hash.update(readFileSync(join(manifestFolder, file)));
	return `${hash.digest('hex')} ${process.platform}-${process.arch} ${nodeAbi()}`;
}

/** The present Node counts only where n8n runs on it. */
function nodeAbi(): string {
	const major = Number(process.versions.node.split('.')[0]);
	const pinned = readFileSync(join(manifestFolder, 'package.json'), 'utf8');
	if (pinned.includes(`"node-${process.platform}-${process.arch}"`)) return 'packaged';
	return `node-${major}`;
}

export function isStamped(name: string): boolean {
	const file = join(runtimeFolder, name);
	return existsSync(file) && readFileSync(file, 'utf8') === wantedStamp();
}
