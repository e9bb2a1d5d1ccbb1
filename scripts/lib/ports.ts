import { createServer } from 'node:net';
import { Trouble } from './trouble';

const host = '127.0.0.1';

/** Listens for a moment: the only sure way to learn whether a port can be had. 0 asks for any. */
async function tryListen(port: number): Promise<number | undefined> {
	return await new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(undefined));
		server.listen(port, host, () => {
			const address = server.address();
			const got = typeof address === 'object' && address !== null ? address.port : undefined;
			server.close(() => resolve(got));
		});
	});
}

export async function freePort(): Promise<number> {
	const port = await tryListen(0);
	if (port === undefined) throw new Trouble(`No free port is left on ${host}.`);
	return port;
}

/** Refuses a taken port before anything is started on it, and says how to choose another. */
export async function needPort(
	port: number,
	user: string,
	variable: string,
	command = 'npm start',
): Promise<void> {
	if ((await tryListen(port)) !== undefined) return;
	throw new Trouble(
		`Port ${port}, which ${user} needs, is taken or not allowed. ` +
			`Stop the program that uses it, or choose another one: ${variable}=${suggested(port)} ${command}`,
	);
}

function suggested(port: number): number {
	return port < 65_000 ? port + 100 : port - 100;
}

/** A port from the environment; a value that is no port is refused rather than ignored. */
export function portFromEnv(variable: string, fallback: number): number {
	const text = process.env[variable];
	if (text === undefined || text === '') return fallback;
	const port = Number(text);
	if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
	throw new Trouble(`${variable} is '${text}'. It has to be a port: a number from 1 to 65535.`);
}
