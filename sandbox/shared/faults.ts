import { isObject } from './json';

export const FAULT_KINDS = [
	'latency', // waits `ms`, then goes on as usual
	'status', // answers `status` (default 500), with `retryAfter` and `body` if given
	'reset', // resets the connection
	'hang', // never answers: no status, no headers
	'stall', // sends headers and half of the body, then nothing more
	'cut', // promises the whole body, sends half and resets the connection
	'truncate', // a complete HTTP answer whose JSON breaks off in the middle
	'html', // an HTML page, as a proxy or a firewall sends it
	'empty', // 204 without a body
	'redirect', // sends the caller to another host
	'failure', // HTTP success whose body says `success: false`
	'refuseToken', // says that the token is revoked, whatever the token
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

export interface Fault {
	kind: FaultKind;
	/** Strikes before the request takes effect, or after. See `defaultWhen`. */
	when?: 'before' | 'after';
	status?: number;
	/** Sent as it is: seconds, an HTTP date, or nonsense. */
	retryAfter?: string;
	/** latency: how long to wait. hang and stall: when to end the connection (default: never). */
	ms?: number;
	/** status: the body. failure: see `message`. */
	body?: string;
	/** failure: the message. */
	message?: string;
	/** redirect: where to. */
	location?: string;
	match?: { action?: string; path?: string };
	/** How many requests it strikes; -1 = all. Default 1. */
	times?: number;
	/** Chance of striking a matching request, 0 to 1. Default 1. */
	probability?: number;
}

export interface FaultList {
	add(fault: Fault): void;
	clear(): void;
	readonly active: readonly Fault[];
	/** The faults that strike this request, each used up by one. */
	take(request: { action?: string; path: string }): Fault[];
}

/** Answers that break off carry the real answer, so they need the request to take effect first. */
export const defaultWhen = (kind: FaultKind): 'before' | 'after' =>
	kind === 'stall' || kind === 'cut' || kind === 'truncate' ? 'after' : 'before';

export function createFaultList(random: () => number = Math.random): FaultList {
	const active: Array<Fault & { left: number }> = [];
	return {
		active,
		add(fault) {
			if (!isFault(fault)) throw new Error(`A fault needs a kind: ${FAULT_KINDS.join(', ')}`);
			active.push({ ...fault, left: fault.times ?? 1 });
		},
		clear() {
			active.length = 0;
		},
		take(request) {
			// Delays add up; of the others only the first strikes, so that `times` counts real strikes.
			const struck: Fault[] = [];
			for (const fault of [...active]) {
				const taken = fault.kind !== 'latency' && struck.some(({ kind }) => kind !== 'latency');
				if (taken || !matches(fault, request) || random() >= (fault.probability ?? 1)) continue;
				struck.push(fault);
				fault.left -= 1;
				if (fault.left === 0) active.splice(active.indexOf(fault), 1);
			}
			return struck;
		},
	};
}

export function isFault(value: unknown): value is Fault {
	return isObject(value) && FAULT_KINDS.some((kind) => kind === value.kind);
}

function matches(fault: Fault, request: { action?: string; path: string }): boolean {
	const { action, path } = fault.match ?? {};
	return (
		(action === undefined || action === request.action) &&
		(path === undefined || request.path.includes(path))
	);
}
