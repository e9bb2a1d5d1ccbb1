import '../../test/engine/environment';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../../scripts/lib/paths';
import { program } from '../../scripts/lib/program';
import { longStep, say } from '../../scripts/lib/say';
import { ensureRuntime } from '../../scripts/n8n/install';
import type { CellResult } from './cell';
import { ourNode } from '../shared/contenders/node';
import { quickMatrix, runMatrix, wholeMatrix } from './matrix';
import { documentOf } from './report/document';
import { nameOf } from './report/words';

const DOCUMENT = join('docs', 'reliability.md');

async function write(results: CellResult[]): Promise<void> {
	const file = join(root, DOCUMENT);
	const options = await resolveConfig(file);
	writeFileSync(file, await format(documentOf(results), { ...options, filepath: file }));
	say(`The tables are in ${DOCUMENT}.`);
}

/** Runs the matrix. `--quick` leaves out HTTP Request and most runs with many items, and writes nothing. */
async function main(): Promise<number> {
	const isQuick = process.argv.includes('--quick');
	if (!isQuick) await ensureRuntime();
	const cells = isQuick ? quickMatrix() : wholeMatrix();
	const results = await longStep(
		`${cells.length} cells of the matrix`,
		async (note) => await runMatrix(cells, (done) => note(`${done} of ${cells.length}`)),
	);
	if (!isQuick) await write(results);
	const ours = results.filter(({ cell }) => cell.contender === ourNode);
	const missed = ours.filter(({ shortfall }) => shortfall !== undefined);
	for (const result of missed) say(`✗ ${nameOf(result.cell)}: ${result.shortfall}`);
	say(`${ours.length - missed.length} of this package's ${ours.length} cells reach their goal`);
	return missed.length === 0 ? 0 : 1;
}

void program('faults', main);
