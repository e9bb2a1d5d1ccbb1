import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../../../scripts/lib/paths';
import { say } from '../../../scripts/lib/say';
import type { Goal, Section } from '../section';
import { documentOf } from './document';
import { drawPlot } from './plot';

const DOCUMENT = join('docs', 'performance.md');
const PICTURES = join('docs', 'images', 'performance');

/** Writes the document and its pictures. */
export async function write(goals: Goal[], sections: Section[], node: string): Promise<void> {
	const folder = join(root, PICTURES);
	mkdirSync(folder, { recursive: true });
	for (const plot of sections.flatMap(({ plots }) => plots)) {
		writeFileSync(join(folder, `${plot.name}.svg`), drawPlot(plot));
	}
	const file = join(root, DOCUMENT);
	const options = await resolveConfig(file);
	const text = documentOf(goals, sections, node);
	writeFileSync(file, await format(text, { ...options, filepath: file }));
	say(`The document is ${DOCUMENT}, its pictures are in ${PICTURES}.`);
}
