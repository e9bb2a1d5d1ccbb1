import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { rmSync } from 'node:fs';
import { run } from '../lib/run';
import { longStep } from '../lib/say';
import { Trouble } from '../lib/trouble';
import { installLog, runtimeFolder, runtimeModules, type RuntimeNode } from './layout';
import { nodeGypScript } from './npm';

const sqliteFolder = join(runtimeModules, 'sqlite3');

/** A host that never answers must not hold up the start: the build is there as a fallback. */
const downloadTimeoutMs = 30_000;

const tryItOut = `
	const { Database } = require('sqlite3');
	new Database(':memory:').get('select 1 as one', (error, row) => {
		process.exit(error || row.one !== 1 ? 1 : 0);
	});
`;

async function works(node: RuntimeNode): Promise<boolean> {
	const { code } = await run(node.execPath, ['-e', tryItOut], {
		cwd: runtimeFolder,
		logFile: installLog,
		timeoutMs: 20_000,
	});
	return code === 0;
}

/** What sqlite3's own install script does first, with a time limit. */
async function fetchPrebuilt(node: RuntimeNode): Promise<boolean> {
	const script = join(runtimeModules, 'prebuild-install', 'bin.js');
	const { code } = await run(node.execPath, [script, '-r', 'napi'], {
		cwd: sqliteFolder,
		logFile: installLog,
		timeoutMs: downloadTimeoutMs,
	});
	return code === 0 && (await works(node));
}

const tools: ReadonlyArray<{ debianPackage: string; commands: readonly string[] }> = [
	{ debianPackage: 'python3', commands: ['python3'] },
	{ debianPackage: 'make', commands: ['make'] },
	{ debianPackage: 'g++', commands: [process.env.CXX ?? 'g++', 'c++'] },
];

async function runs(command: string): Promise<boolean> {
	const { code } = await run(command, ['--version'], { cwd: runtimeFolder, logFile: installLog });
	return code === 0;
}

async function needCompiler(): Promise<void> {
	const missing: string[] = [];
	for (const { debianPackage, commands } of tools) {
		const found = await Promise.all(commands.map(runs));
		if (!found.includes(true)) missing.push(debianPackage);
	}
	if (missing.length === 0) return;
	throw new Trouble(
		'n8n’s database driver (sqlite3) could not be downloaded ready-made, and to build it here ' +
			`something is missing: ${missing.join(', ')}. On Debian or Ubuntu install it with: ` +
			`sudo apt-get install ${missing.join(' ')}`,
		installLog,
	);
}

async function build(node: RuntimeNode): Promise<void> {
	rmSync(join(sqliteFolder, 'build'), { recursive: true, force: true });
	const { code } = await run(
		process.execPath,
		[nodeGypScript(), 'rebuild', `--nodedir=${node.headersFolder}`],
		{
			cwd: sqliteFolder,
			logFile: installLog,
			env: {
				...process.env,
				JOBS: String(availableParallelism()),
				// node-gyp prefers a nodedir set for npm to the one of its command line.
				npm_config_nodedir: node.headersFolder,
			},
		},
	);
	if (code === 0 && (await works(node))) return;
	throw new Trouble('n8n’s database driver (sqlite3) could not be built.', installLog);
}

/** Makes `require('sqlite3')` work under n8n's Node: fetched if that can be done, else built. */
export async function makeSqlite(node: RuntimeNode): Promise<void> {
	if (await works(node)) return;
	const fetched = await longStep('Looking for a ready-made database driver', async () => {
		return await fetchPrebuilt(node);
	});
	if (fetched) return;
	await needCompiler();
	await longStep('Building the database driver, since none could be fetched', async () => {
		await build(node);
	});
}
