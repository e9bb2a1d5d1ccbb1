import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder, logFolder, root } from '../lib/paths';
import { run } from '../lib/run';
import { longStep } from '../lib/say';
import { Trouble } from '../lib/trouble';

const stampFile = join(cacheFolder, 'build.stamp');

/** The last file that the build writes. */
const lastBuilt = join(root, 'dist', 'types', 'nodes.json');

const sources = ['index.ts', 'nodes', 'credentials'];
const settings = ['package.json', 'package-lock.json', 'tsconfig.json', 'gulpfile.js'];

/** Builds the package unless `dist` is what these sources give. */
export async function ensureBuilt(): Promise<void> {
	const wanted = sourceHash();
	if (isBuilt(wanted)) return;
	await longStep('Building the package', build);
	mkdirSync(dirname(stampFile), { recursive: true });
	writeFileSync(stampFile, stampOf(wanted));
}

async function build(): Promise<void> {
	const logFile = join(logFolder, 'build.log');
	const gulp = join(root, 'node_modules', 'gulp', 'bin', 'gulp.js');
	const { code, tail } = await run(process.execPath, [gulp, 'build'], { cwd: root, logFile });
	if (code === 0) return;
	const errors = tail.filter((line) => /error/i.test(line)).slice(0, 10);
	throw new Trouble(`The package could not be built.\n${errors.join('\n')}`, logFile);
}

function isBuilt(wanted: string): boolean {
	if (!existsSync(stampFile) || !existsSync(lastBuilt)) return false;
	return readFileSync(stampFile, 'utf8') === stampOf(wanted);
}

/** With the time of the build: a `dist` that another command made since then is not trusted. */
function stampOf(hash: string): string {
	return `${hash} ${statSync(lastBuilt).mtimeMs}`;
}

function sourceHash(): string {
	const hash = createHash('sha256');
	for (const file of [...sources, ...settings].flatMap((name) => filesIn(join(root, name)))) {
		hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
	}
	return hash.digest('hex');
}

function filesIn(path: string): string[] {
	if (!existsSync(path)) return [];
	if (!statSync(path).isDirectory()) return [path];
	const names = readdirSync(path).sort();
	return names.flatMap((name) => filesIn(join(path, name)));
}
