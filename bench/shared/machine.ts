import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { isRecord } from '../../nodes/shared/call';
import { root } from '../../scripts/lib/paths';
import { runtimeModules } from '../../scripts/n8n/layout';

function versionOf(modules: string, name: string): string {
	const manifest: unknown = JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8'));
	const version = isRecord(manifest) ? manifest.version : undefined;
	return `${name} ${String(version)}`;
}

/** When, on what machine and with which versions: one line, the only one that changes by itself. */
export function machineLine(now = new Date()): string {
	const memory = Math.round(totalmem() / 1024 ** 3);
	const modules = join(root, 'node_modules');
	return [
		now.toISOString().slice(0, 10),
		`${cpus().length} cores, ${memory} GB, ${process.platform} ${process.arch}`,
		`Node ${process.versions.node}`,
		versionOf(modules, 'n8n-core'),
		versionOf(modules, 'n8n-workflow'),
		versionOf(runtimeModules, 'n8n-nodes-base'),
	].join(' · ');
}
