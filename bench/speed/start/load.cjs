/**
 * Loads a package as n8n does and prints, as JSON, what that took: the load at n8n's start and the first node in
 * milliseconds, the growth of the memory in bytes.
 *
 * Plain JavaScript because n8n's Node runs it. Usage: load.cjs <n8n's node_modules> <package folder> lazy|eager
 */
'use strict';

const { createRequire } = require('node:module');
const { join } = require('node:path');

const [, , modules, folder, way] = process.argv;
const fromN8n = createRequire(join(modules, 'n8n', 'package.json'));

async function main() {
	fromN8n('reflect-metadata');
	const { LazyPackageDirectoryLoader, PackageDirectoryLoader } = fromN8n('n8n-core');
	// n8n loads its own nodes first, and with them what every package needs.
	const own = new LazyPackageDirectoryLoader(join(modules, 'n8n-nodes-base'));
	await own.loadAll();
	own.getCredential('githubApi');
	own.getNode('github');
	const Loader = way === 'lazy' ? LazyPackageDirectoryLoader : PackageDirectoryLoader;
	global.gc();
	const { rss } = process.memoryUsage();
	const processor = process.cpuUsage();
	const start = performance.now();
	const loader = new Loader(folder);
	await loader.loadAll();
	// The classes of all credentials, not those of the nodes: n8n's `postProcessLoaders` asks for them.
	for (const name of Object.keys(loader.known.credentials)) loader.getCredential(name);
	const loaded = performance.now();
	const { user, system } = process.cpuUsage(processor);
	loader.getNode(Object.keys(loader.known.nodes)[0]);
	const firstNode = performance.now() - loaded;
	global.gc();
	const grown = process.memoryUsage().rss - rss;
	const load = loaded - start;
	const found = {
		isLazy: loader.isLazyLoaded,
		load,
		processor: (user + system) / 1000,
		firstNode,
		grown,
	};
	process.stdout.write(JSON.stringify(found));
}

void main();
