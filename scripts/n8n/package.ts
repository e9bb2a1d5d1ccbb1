import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Trouble } from '../lib/trouble';

export const packageName = 'n8n-nodes-marketplaces';

/** What `npm pack` would put into the package. */
const shipped = ['dist', 'package.json', 'README.md', 'LICENSE'];

/**
 * Puts the built package where n8n looks for installed community packages, under its published name:
 * the node types are then called as they will be for its users. A copy, since a link would let n8n
 * find the checkout's own node_modules.
 */
export function installPackage(packageDir: string, userFolder: string): void {
	if (!existsSync(join(packageDir, 'dist'))) {
		throw new Trouble('The package is not built: there is no dist folder. Run: npm run build');
	}
	const target = join(userFolder, '.n8n', 'nodes', 'node_modules', packageName);
	rmSync(target, { recursive: true, force: true });
	mkdirSync(target, { recursive: true });
	for (const name of shipped) {
		const from = join(packageDir, name);
		if (existsSync(from)) cpSync(from, join(target, name), { recursive: true });
	}
}
