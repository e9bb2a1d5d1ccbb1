import { messageOf } from '../lib/trouble';
import type { Lane } from './lanes';

/** The load while it goes on. */
export interface Load {
	/** Events that could not even be sent, in words. */
	readonly failures: string[];
	/** Lets nothing more happen, and waits for what is under way. */
	stop(): Promise<void>;
}

/** Lets the events of all lanes happen, each at its own steady rate, whatever became of those before. */
export function startLoad(lanes: Lane[]): Load {
	const failures: string[] = [];
	const underWay = new Set<Promise<void>>();

	function happen({ title, happen: event }: Lane): void {
		const done = Promise.resolve()
			.then(event)
			.catch((error: unknown) => void failures.push(`${title}: ${messageOf(error)}`))
			.finally(() => underWay.delete(done));
		underWay.add(done);
	}

	const timers = lanes.map((lane) => setInterval(() => happen(lane), lane.everyMs));
	return {
		failures,
		async stop() {
			timers.forEach(clearInterval);
			await Promise.all(underWay);
		},
	};
}
