import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { run, type RunResult } from '../lib/run';
import { Trouble } from '../lib/trouble';

/**
 * npm's own script. Under `npm start` npm says where it is; otherwise it is the npm on the PATH.
 * Running the script with our Node spares a shell and its quoting.
 */
export function npmScript(): string {
	const told = process.env.npm_execpath;
	if (told?.endsWith('npm-cli.js') && existsSync(told)) return told;
	for (const folder of (process.env.PATH ?? '').split(delimiter)) {
		const candidate = join(folder, 'npm');
		if (!existsSync(candidate)) continue;
		const real = realpathSync(candidate);
		if (real.endsWith('.js')) return real;
	}
	throw new Trouble('npm was not found. It comes with Node.js: install both, then try again.');
}

/** node-gyp as npm carries it: newer than the one sqlite3 asks for, which fails on Python 3.12. */
export function nodeGypScript(): string {
	try {
		return createRequire(npmScript()).resolve('node-gyp/bin/node-gyp.js');
	} catch {
		throw new Trouble(
			'node-gyp, which builds the database driver, was not found inside npm. ' +
				'Install it (npm install --global npm@latest brings it) and try again.',
		);
	}
}

const knownFailures: ReadonlyArray<[RegExp, string]> = [
	[/ENOSPC/, 'The disk is full: n8n needs about 4 GB.'],
	[/EACCES|EPERM/, 'A folder cannot be written to: check who owns the checkout and npm’s cache.'],
	[
		/EINTEGRITY|TAR_|Z_BUF_ERROR|zlib|ERR_SOCKET|ECONNRESET|ERR_STREAM/i,
		'A download arrived broken. Try again; if it stays so, clear npm’s cache (npm cache clean --force).',
	],
	[
		/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|network/,
		'The npm registry cannot be reached. Check the network and npm’s registry and proxy settings.',
	],
	[
		/E40[13]|EOTP/,
		'The npm registry refused the download: check npm’s registry and login settings.',
	],
	[/E404|ETARGET/, 'The npm registry in use lacks a package that is needed.'],
	[/heap out of memory/, 'npm ran out of memory: about 2 GB have to be free.'],
];

/** What npm's last lines mean, in words that say what to do. */
export function npmFailure(result: RunResult): string {
	const errors = result.tail.filter((line) => /^npm (error|ERR!)/.test(line));
	const lines =
		errors.length > 0 ? errors : result.tail.filter((line) => / failed with /.test(line));
	const known = knownFailures.find(([pattern]) => pattern.test(lines.join('\n')));
	if (known) return known[1];
	return result.code === null ? 'npm was stopped.' : `npm ended with code ${result.code}.`;
}

/** npm's own patience is minutes for each of thousands of packages. */
const patience = [
	'--fetch-timeout=60000',
	'--fetch-retry-mintimeout=2000',
	'--fetch-retry-maxtimeout=15000',
];
const silenceMs = 45_000;

/**
 * `npm ci`, with the number of packages that have come as it goes on. `--loglevel=http` makes npm
 * name them. When for a while there are only failures, the registry is given up.
 */
export async function npmInstall(
	cwd: string,
	logFile: string,
	onFetched: (count: number) => void,
): Promise<RunResult> {
	const giveUp = new AbortController();
	let fetched = 0;
	let failures = 0;
	let lastSuccess = Date.now();
	const onLine = (line: string) => {
		if (/ http (fetch GET 200|cache) /.test(line)) {
			fetched += 1;
			failures = 0;
			lastSuccess = Date.now();
			onFetched(fetched);
		} else if (/ http fetch .* failed with /.test(line)) {
			failures += 1;
			if (failures >= 3 && Date.now() - lastSuccess > silenceMs) giveUp.abort();
		}
	};
	const how = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=http', ...patience];
	const { signal } = giveUp;
	return await run(process.execPath, [npmScript(), 'ci', ...how], { cwd, logFile, onLine, signal });
}
