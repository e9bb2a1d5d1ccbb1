import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onStop } from '../../../scripts/lib/program';

/**
 * A new folder for n8n outside the checkout, removed at the end. Inside, the package would find the checkout's
 * `n8n-workflow` and load it a second time: 40 MB and most of the time of its load.
 */
export function outsideFolder(name: string): string {
	const folder = mkdtempSync(join(tmpdir(), `n8n-bench-${name}-`));
	onStop(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}
