import { join } from 'node:path';
import { root } from '../../../scripts/lib/paths';
import { longStep } from '../../../scripts/lib/say';
import { ensureRuntime } from '../../../scripts/n8n/install';
import { installPackage, packageName } from '../../../scripts/n8n/package';
import { ensureBuilt } from '../../../scripts/stage/build';
import type { Effort, Section } from '../section';
import { type Load, loadOnce } from './loading';
import { type Facts, sectionOf } from './report';
import { outsideFolder } from './folder';
import { type Home, type Started, startOnce } from './starting';

const LOADS = 9;
const STARTS = 5;

async function measureLoads(
	{ node, userFolder }: Home,
	count: number,
): Promise<Pick<Facts, 'lazy' | 'eager'>> {
	const folder = join(userFolder, '.n8n', 'nodes', 'node_modules', packageName);
	const found = { lazy: new Array<Load>(), eager: new Array<Load>() };
	await longStep('Loading the package', async (note) => {
		for (let round = 1; round <= count; round++) {
			for (const way of ['lazy', 'eager'] as const) {
				found[way].push(await loadOnce(node, folder, way));
			}
			note(`${round} of ${count}`);
		}
	});
	return found;
}

async function measureStarts(
	plain: Home,
	ours: Home,
	count: number,
): Promise<Pick<Facts, 'plain' | 'ours'>> {
	const found = { plain: new Array<Started>(), ours: new Array<Started>() };
	await longStep('Starting n8n with and without the package', async (note) => {
		// The first start makes the database.
		await startOnce(plain);
		await startOnce(ours);
		for (let round = 1; round <= count; round++) {
			found.plain.push(await startOnce(plain));
			found.ours.push(await startOnce(ours));
			note(`${round} of ${count} pairs`);
		}
	});
	return found;
}

/** What the package costs an n8n at its start. The quick way only sees that it loads as it should. */
export async function measureStart({ quick }: Effort): Promise<Section> {
	const node = await ensureRuntime();
	await ensureBuilt();
	const plain = { node, userFolder: outsideFolder('without') };
	const ours = { node, userFolder: outsideFolder('with') };
	installPackage(root, ours.userFolder);
	const loads = await measureLoads(ours, quick ? 1 : LOADS);
	const starts = quick ? { plain: [], ours: [] } : await measureStarts(plain, ours, STARTS);
	return sectionOf({ ...loads, ...starts }, quick);
}
