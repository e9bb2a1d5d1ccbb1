/**
 * Runs before every public command (npm start, npm test, npm run e2e, npm run sandbox), with nothing
 * installed yet: plain Node, no packages. Does nothing, in milliseconds, when all is in place.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const stampFile = join(root, 'node_modules', '.cache', 'bootstrap');
const neededNodeMajor = 20;

function stop(message) {
	process.stderr.write(`✗ ${message}\n`);
	process.exit(1);
}

function checkNode() {
	if (Number(process.versions.node.split('.')[0]) >= neededNodeMajor) return;
	stop(
		`This needs Node ${neededNodeMajor} or newer, and this is Node ${process.versions.node}. ` +
			'Install a newer one (https://nodejs.org) and try again.',
	);
}

function lockHash() {
	try {
		return createHash('sha256')
			.update(readFileSync(join(root, 'package-lock.json')))
			.digest('hex');
	} catch {
		return stop('package-lock.json is missing. Get it back: git checkout package-lock.json');
	}
}

function readJson(...path) {
	try {
		return JSON.parse(readFileSync(join(root, ...path), 'utf8'));
	} catch {
		return undefined;
	}
}

/**
 * Whether someone's own `npm ci` or `npm install` has put everything there: npm keeps a list of
 * what it installed. Spares a developer a second installation.
 */
function installedByHand() {
	const wanted = readJson('package-lock.json')?.packages;
	const present = readJson('node_modules', '.package-lock.json')?.packages;
	if (!wanted || !present) return false;
	return Object.entries(wanted).every(([path, { version, integrity, optional, link }]) => {
		if (path === '' || link) return true;
		const found = present[path];
		if (!found) return optional === true;
		return found.version === version && found.integrity === integrity;
	});
}

function stamp(hash) {
	mkdirSync(dirname(stampFile), { recursive: true });
	writeFileSync(stampFile, hash);
}

/** Shows that the installation goes on: on a terminal every second, in a log now and then. */
function showProgress(title) {
	const startedAt = Date.now();
	const line = () => `… ${title} (${Math.round((Date.now() - startedAt) / 1000)} s)`;
	const terminal = process.stdout.isTTY === true;
	process.stdout.write(terminal ? line() : `… ${title}\n`);
	const timer = setInterval(
		() => process.stdout.write(terminal ? `\r${line()}` : `${line()}\n`),
		terminal ? 1000 : 15_000,
	);
	return (mark) => {
		clearInterval(timer);
		process.stdout.write(`${terminal ? '\r\x1b[K' : ''}${mark} ${line().slice(2)}\n`);
	};
}

/** npm's own patience is minutes for each package; where there are only failures, it is given up. */
const patience = [
	'--fetch-timeout=60000',
	'--fetch-retry-mintimeout=2000',
	'--fetch-retry-maxtimeout=15000',
];
const silenceMs = 45_000;

function npmCi() {
	const npm = process.env.npm_execpath;
	const quiet = ['--no-audit', '--no-fund', '--loglevel=http'];
	const args = ['ci', '--ignore-scripts', ...quiet, ...patience];
	const options = { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] };
	return npm?.endsWith('.js')
		? spawn(process.execPath, [npm, ...args], options)
		: spawn('npm', args, { ...options, shell: true });
}

/** Ends npm when for a while nothing but failures was heard of the registry. */
function watchFetches(child, line) {
	if (/ http (fetch GET 200|cache) /.test(line)) child.lastSuccess = Date.now();
	else if (/ http fetch .* failed with /.test(line)) {
		child.failure = line.slice(line.lastIndexOf(' ') + 1);
		if (Date.now() - child.lastSuccess > silenceMs) child.kill();
	}
}

async function install() {
	const done = showProgress('Installing the development packages');
	const child = Object.assign(npmCi(), { lastSuccess: Date.now() });
	const words = [];
	for (const input of [child.stdout, child.stderr]) {
		createInterface({ input }).on('line', (line) => {
			watchFetches(child, line);
			if (/^npm (error|ERR!) \S/.test(line)) words.push(line);
		});
	}
	const code = await new Promise((settle) => {
		child.on('error', () => settle(1));
		child.on('close', settle);
	});
	done(code === 0 ? '✓' : '✗');
	if (code === 0) return;
	stop(`The development packages could not be installed. ${reason(child, words)}`);
}

function reason(child, words) {
	if (child.failure && words.length === 0) {
		return (
			`The npm registry cannot be reached (${child.failure}). ` +
			'Check the network and npm’s registry and proxy settings.'
		);
	}
	return (
		`npm says:\n${words.slice(0, 8).join('\n')}\n` +
		'Check the network and the free space on the disk, then try again.'
	);
}

/** Commits are checked by the hooks in .githooks; a person's own setting is left alone. */
function useHooks() {
	if (process.env.CI || !existsSync(join(root, '.git')) || !existsSync(join(root, '.githooks'))) {
		return;
	}
	const git = (...args) => spawnSync('git', args, { cwd: root, encoding: 'utf8' });
	if (git('config', '--get', 'core.hooksPath').status === 1) {
		git('config', 'core.hooksPath', '.githooks');
	}
}

checkNode();
const wanted = lockHash();
const stamped = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : undefined;
if (stamped !== wanted) {
	if (!installedByHand()) await install();
	stamp(wanted);
	useHooks();
}
