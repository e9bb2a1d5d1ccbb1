import { spawnSync } from 'node:child_process';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { freePort } from '../lib/ports';
import { Trouble } from '../lib/trouble';
import { startDaemon } from './daemon';

export interface Redis {
	port: number;
	/** As Redis tells it: `7.0.15`. */
	version: string;
	/** Ends it and starts it again on what it has written to disk. Gives the milliseconds without it. */
	restart(): Promise<number>;
	/** One command, written as for redis-cli; gives the first line of the answer. */
	ask(command: string): Promise<string>;
	stop(): Promise<void>;
}

const program = 'redis-server';
const host = '127.0.0.1';

/** Starts the machine's own Redis with a port and a folder of its own. Every write goes to its append-only file. */
export async function startRedis(folder: string, logFile: string): Promise<Redis> {
	const version = installedVersion();
	const port = await freePort();
	const ask = async (command: string) => await askOnce(port, command);
	const settings = { port, bind: host, dir: folder, appendonly: 'yes', appendfsync: 'everysec' };
	const boot = async () =>
		await startDaemon({
			name: 'Redis',
			leash: join(__dirname, 'leash.cjs'),
			args: [
				'',
				program,
				...Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
			],
			cwd: folder,
			logFile,
			isReady: async () => (await ask('PING').catch(() => '')) === '+PONG',
			readyTimeoutMs: 20_000,
		});
	let running = await boot();
	return {
		port,
		version,
		async restart() {
			const since = Date.now();
			await running.stop();
			running = await boot();
			return Date.now() - since;
		},
		ask,
		stop: async () => await running.stop(),
	};
}

function installedVersion(): string {
	const { stdout, error } = spawnSync(program, ['--version'], { encoding: 'utf8' });
	const version = error ? undefined : /v=([\d.]+)/.exec(stdout)?.[1];
	if (version !== undefined) return version;
	throw new Trouble(
		`${program} was not found. n8n's queue mode needs Redis. On Debian or Ubuntu install it with: ` +
			`sudo apt-get install ${program}`,
	);
}

/** Redis takes a command as a line of text, too: https://redis.io/docs/latest/develop/reference/protocol-spec/ */
async function askOnce(port: number, command: string): Promise<string> {
	return await new Promise((resolve, reject) => {
		const socket = createConnection({ host, port }, () => socket.write(`${command}\r\n`));
		socket.setTimeout(5_000, () => socket.destroy(new Error('Redis does not answer')));
		socket.once('error', reject);
		socket.once('data', (data) => {
			resolve(data.toString('utf8').split('\r\n')[0] ?? '');
			socket.end();
		});
	});
}
