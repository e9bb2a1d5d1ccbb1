import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { releaseLock, takeLock } from '../lib/lock';
import { cacheFolder } from '../lib/paths';
import { duration, longStep, ok } from '../lib/say';
import { Trouble } from '../lib/trouble';
import * as layout from './layout';
import { npmFailure, npmInstall } from './npm';
import { makeSqlite } from './sqlite';

/**
 * Two stamps, each written last in its part: packages that arrived whole are kept when only the
 * database driver failed, for instance because a compiler was missing.
 */
const packagesStamp = '.packages';
const readyStamp = '.ready';

/** Installs the pinned n8n and its Node unless they are there. Gives the Node to run it with. */
export async function ensureRuntime(): Promise<layout.RuntimeNode> {
	if (!layout.isStamped(readyStamp)) await withInstallLock(install);
	return needNode();
}

/** Two commands started at once must not install into the same folder: the second one waits. */
async function withInstallLock(work: () => Promise<void>): Promise<void> {
	const lockFile = join(cacheFolder, 'runtime.lock');
	if (takeLock(lockFile) !== undefined) {
		await longStep('Waiting for another command that installs n8n', async () => {
			while (takeLock(lockFile) !== undefined) await delay(500);
		});
	}
	try {
		await work();
	} finally {
		releaseLock(lockFile);
	}
}

async function install(): Promise<void> {
	if (layout.isStamped(readyStamp)) return;
	const startedAt = Date.now();
	const wanted = layout.wantedStamp();
	if (!layout.isStamped(packagesStamp)) {
		await installPackages();
		stamp(packagesStamp, wanted);
	}
	await makeSqlite(needNode());
	stamp(readyStamp, wanted);
	ok(`n8n is installed (${duration(Date.now() - startedAt)} in all)`);
}

/** `content` was read before the work began: a manifest edited meanwhile must not count as installed. */
function stamp(name: string, content: string): void {
	writeFileSync(join(layout.runtimeFolder, name), content);
}

async function installPackages(): Promise<void> {
	if (existsSync(layout.runtimeFolder)) {
		await longStep('Removing an older or unfinished n8n', async () => {
			rmSync(layout.runtimeFolder, { recursive: true, force: true, maxRetries: 3 });
		});
	}
	mkdirSync(layout.runtimeFolder, { recursive: true });
	for (const file of layout.manifestFiles) {
		copyFileSync(join(layout.manifestFolder, file), join(layout.runtimeFolder, file));
	}
	await fetchPackages();
}

async function fetchPackages(): Promise<void> {
	const expected = packageCount();
	await longStep('Installing n8n and its Node: about 3 GB, some minutes', async (note) => {
		const result = await npmInstall(layout.runtimeFolder, layout.installLog, (fetched) =>
			note(progress(fetched, expected)),
		);
		if (result.code === 0) return;
		throw new Trouble(`n8n could not be installed. ${npmFailure(result)}`, layout.installLog);
	});
}

function progress(fetched: number, expected: number): string {
	if (fetched >= expected) return 'unpacking';
	return `${fetched} of about ${expected} packages`;
}

function packageCount(): number {
	const lock = readFileSync(join(layout.manifestFolder, 'package-lock.json'), 'utf8');
	return lock.match(/"integrity"/g)?.length ?? 0;
}

function needNode(): layout.RuntimeNode {
	const node = layout.runtimeNode();
	if (node) return node;
	throw new Trouble(
		`n8n needs Node ${layout.neededNodeMajor} or newer, and there is none to fetch for ` +
			`${process.platform} on ${process.arch}: this is Node ${process.versions.node}. ` +
			`Install Node ${layout.neededNodeMajor} and run the command with it.`,
	);
}
