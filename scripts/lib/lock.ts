import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf } from './trouble';

/**
 * A file that says which process uses something. Gives the process that holds it already, if there
 * is one; a lock whose process is gone was left by a crash and is taken over.
 */
export function takeLock(file: string): number | undefined {
	mkdirSync(dirname(file), { recursive: true });
	try {
		writeFileSync(file, String(process.pid), { flag: 'wx' });
		process.once('exit', () => releaseLock(file));
		return undefined;
	} catch (error) {
		if (codeOf(error) !== 'EEXIST') throw error;
	}
	const owner = ownerOf(file);
	if (owner !== undefined) return owner;
	rmSync(file, { force: true });
	return takeLock(file);
}

export function releaseLock(file: string): void {
	if (ownerOf(file) === process.pid) rmSync(file, { force: true });
}

function ownerOf(file: string): number | undefined {
	try {
		const pid = Number(readFileSync(file, 'utf8'));
		process.kill(pid, 0);
		return pid;
	} catch (error) {
		if (codeOf(error) !== 'EPERM') return undefined;
		return Number(readFileSync(file, 'utf8'));
	}
}
