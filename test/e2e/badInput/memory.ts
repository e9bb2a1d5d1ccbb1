import { join } from 'node:path';
import { figuresOf, pidOfN8n } from '../../../scripts/soak/watch/processes';
import type { Scene } from '../step';

/** How much memory n8n takes; nothing where the system does not tell. */
export function memoryOf({ scratch }: Scene): number | undefined {
	try {
		return figuresOf(pidOfN8n(join(scratch, 'n8n-home'))).rss;
	} catch {
		return undefined;
	}
}

export const inMegabytes = (bytes: number | undefined): string =>
	bytes === undefined ? 'unknown' : `${Math.round(bytes / 1024 / 1024)} MB`;
