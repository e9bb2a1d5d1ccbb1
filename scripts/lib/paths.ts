import { join, resolve } from 'node:path';

/** The checkout. Everything that these scripts write lies below it, in a folder git ignores. */
export const root = resolve(__dirname, '..', '..');

export const cacheFolder = join(root, '.cache');

export const logFolder = join(cacheFolder, 'logs');

/** A path as a person in the checkout would type it. */
export function shown(path: string): string {
	return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
}
