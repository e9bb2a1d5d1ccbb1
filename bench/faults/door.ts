import { connect, createServer, type Server, type Socket } from 'node:net';
import { unusedPort } from '../shared/ports';

const HOST = '127.0.0.1';

/** A way to a shop that can be shut: a connection is refused then, and those under way go on. */
export interface Door {
	url: string;
	shut(): void;
	open(): Promise<void>;
	/** Shuts for so many milliseconds. */
	shutFor(ms: number): void;
	close(): void;
}

/** Puts a door before the shop at a URL. */
export async function openDoor(shopUrl: string): Promise<Door> {
	const target = new URL(shopUrl);
	const port = await unusedPort();
	const sockets = new Set<Socket>();
	let server: Server | undefined;

	const keep = (socket: Socket): void => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
	};
	const passOn = (client: Socket): void => {
		const shop = connect(Number(target.port), target.hostname);
		for (const socket of [client, shop]) keep(socket);
		client.pipe(shop).pipe(client);
		shop.on('error', () => client.resetAndDestroy());
		client.on('error', () => shop.resetAndDestroy());
		client.on('close', () => shop.destroy());
	};
	const door: Door = {
		url: Object.assign(new URL(target), { port: String(port) }).href.replace(/\/$/, ''),
		shut() {
			server?.close();
			server = undefined;
		},
		open: async () =>
			await new Promise((resolve) => {
				server = createServer(passOn).listen(port, HOST, resolve);
			}),
		shutFor(ms) {
			if (server === undefined) return;
			door.shut();
			setTimeout(() => void door.open(), ms);
		},
		close() {
			door.shut();
			for (const socket of sockets) socket.destroy();
		},
	};
	await door.open();
	return door;
}
