import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { Trouble } from '../../lib/trouble';

/** What the kernel knows of a process. */
export interface ProcessFigures {
	/** Bytes of memory that it really takes. */
	rss: number;
	/** Seconds of processor time since its start. */
	cpu: number;
	threads: number;
	/** Open file descriptors, sockets among them. */
	descriptors: number;
	established: number;
	closeWait: number;
}

function read(path: string): string {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return '';
	}
}

/** The n8n that uses a folder; it is the leader of its group. */
export function pidOfN8n(userFolder: string): number {
	const mark = `N8N_USER_FOLDER=${userFolder}\0`;
	for (const name of readdirSync('/proc')) {
		const isN8n = /^\d+$/.test(name) && read(`/proc/${name}/cmdline`).includes('leash.cjs');
		if (isN8n && read(`/proc/${name}/environ`).includes(mark)) return Number(name);
	}
	throw new Trouble('The process of n8n was not found in /proc: this command needs Linux.');
}

/** The process in which n8n runs code of its users, if there is one. */
export function pidOfTaskRunner(n8n: number): number | undefined {
	const children = read(`/proc/${n8n}/task/${n8n}/children`).trim().split(' ').filter(Boolean);
	return children.map(Number).find((pid) => read(`/proc/${pid}/cmdline`).includes('task-runner'));
}

const ESTABLISHED = '01';
const CLOSE_WAIT = '08';

/** The states of TCP sockets by their inode. */
function socketStates(pid: number): Map<string, string> {
	const lines = ['tcp', 'tcp6'].flatMap((name) =>
		read(`/proc/${pid}/net/${name}`).split('\n').slice(1),
	);
	return new Map(
		lines.map((line) => {
			const fields = line.trim().split(/\s+/);
			return [fields[9] ?? '', fields[3] ?? ''];
		}),
	);
}

function descriptorsOf(pid: number): string[] {
	const folder = `/proc/${pid}/fd`;
	return readdirSync(folder).flatMap((name) => {
		try {
			return [readlinkSync(`${folder}/${name}`)];
		} catch {
			// Closed meanwhile.
			return [];
		}
	});
}

/** Linux counts in hundredths of a second, on all its usual machines. */
const TICKS = 100;

function cpuOf(pid: number): number {
	// The name of the process, in brackets, may hold spaces.
	const fields = read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? [];
	return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

export function figuresOf(pid: number): ProcessFigures {
	const status = read(`/proc/${pid}/status`);
	const field = (name: string): number =>
		Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
	const descriptors = descriptorsOf(pid);
	const states = socketStates(pid);
	const sockets = descriptors.flatMap((target) => {
		const inode = /^socket:\[(\d+)\]$/.exec(target)?.[1];
		return inode === undefined ? [] : [states.get(inode)];
	});
	return {
		rss: field('VmRSS') * 1024,
		cpu: cpuOf(pid),
		threads: field('Threads'),
		descriptors: descriptors.length,
		established: sockets.filter((state) => state === ESTABLISHED).length,
		closeWait: sockets.filter((state) => state === CLOSE_WAIT).length,
	};
}
