import type { Sandbox } from '../../sandbox';
import type { LoggedRequest } from '../../sandbox/shared/requestLog';

const NAMES = ['edumalls', 'elryan', 'vanillaEshop', 'dispatch', 'printXpand'] as const;
export type MarketplaceName = (typeof NAMES)[number];

/** What is kept of the sandbox's logs, which would grow for ever. */
export interface Requests {
	/** How many reached each marketplace, and how many of them were answered 429. */
	readonly counts: Record<MarketplaceName, { requests: number; limited: number }>;
	/** Requests that do not fit the marketplace's specification, in words. */
	readonly invalid: string[];
	preparedTimes(poLineId: string): number;
	/** Counts the answered requests and drops them. */
	drain(): void;
}

export function countRequests(sandbox: Sandbox): Requests {
	const none = () => ({ requests: 0, limited: 0 });
	const counts: Requests['counts'] = {
		edumalls: none(),
		elryan: none(),
		vanillaEshop: none(),
		dispatch: none(),
		printXpand: none(),
	};
	const invalid: string[] = [];
	const prepared = new Map<string, number>();

	function count(name: MarketplaceName, request: LoggedRequest): void {
		counts[name].requests++;
		if (request.status === 429) counts[name].limited++;
		if (request.invalid !== undefined) invalid.push(`${request.path}: ${request.invalid}`);
		if (name !== 'elryan' || request.action !== 'order.prepare' || !request.applied) return;
		const line = request.path.split('/').at(-1) ?? '';
		prepared.set(line, (prepared.get(line) ?? 0) + 1);
	}

	return {
		counts,
		invalid,
		preparedTimes: (poLineId) => prepared.get(poLineId) ?? 0,
		drain() {
			for (const name of NAMES) {
				const { requests } = sandbox[name];
				const open = requests.filter(({ status }) => status === null);
				for (const request of requests) if (request.status !== null) count(name, request);
				requests.splice(0, requests.length, ...open);
			}
		},
	};
}
