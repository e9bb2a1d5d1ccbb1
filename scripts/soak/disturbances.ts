import type { Sandbox } from '../../sandbox';

const LIMITED_MS = 20_000;
const REVOKED_MS = 60_000;

/** What goes wrong during the run, and how often it has. */
export interface Disturbances {
	limits: number;
	revocations: number;
	/** Ends them, and takes back what has not struck yet. */
	stop(): void;
}

/** Every 20 seconds another marketplace answers 429 once, and every minute one ends its tokens. */
export function disturb({ edumalls, elryan, ...others }: Sandbox): Disturbances {
	const { vanillaEshop, dispatch, printXpand } = others;
	const services = [edumalls, elryan, vanillaEshop, dispatch, printXpand];
	const disturbances: Disturbances = { limits: 0, revocations: 0, stop };
	const timers = [
		setInterval(() => {
			const { faults } = services[disturbances.limits++ % services.length] ?? edumalls;
			faults.add({ kind: 'status', status: 429, retryAfter: '1' });
		}, LIMITED_MS),
		setInterval(() => {
			(disturbances.revocations++ % 2 === 0 ? edumalls : elryan).revokeTokens();
		}, REVOKED_MS),
	];
	function stop(): void {
		timers.forEach(clearInterval);
		for (const { faults } of services) faults.clear();
	}
	return disturbances;
}
