import type { Fault } from '../../../sandbox';
import type { Stage } from '../../shared/stage';
import type { Setting } from './task';

/** What strikes, in turn: half of it before the request takes effect, half after. */
const FAULTS: Fault[] = [
	{ kind: 'status', status: 500, when: 'before' },
	{ kind: 'status', status: 500, when: 'after' },
	{ kind: 'status', status: 503, when: 'before' },
	{ kind: 'reset', when: 'after' },
	{ kind: 'reset', when: 'before' },
	{ kind: 'status', status: 503, when: 'after' },
];

/** Makes the shop as far away, as strict and as unreliable as the setting says. */
export function trouble({ shop, action }: Stage, setting: Setting): void {
	const { latencyMs, perSecond, faultEvery } = setting;
	if (perSecond !== undefined) {
		shop.limits.set({ requestsPerSecond: perSecond, burst: perSecond, retryAfterSeconds: 1 });
	}
	let count = 0;
	shop.faults.take = (request) => {
		const late: Fault[] = latencyMs > 0 ? [{ kind: 'latency', ms: latencyMs }] : [];
		if (request.action !== action || faultEvery === undefined) return late;
		count += 1;
		const fault = FAULTS[(count / faultEvery - 1) % FAULTS.length];
		return count % faultEvery === 0 && fault ? [...late, fault] : late;
	};
}
