import type { Clock } from '../shared/clock';
import { createEntities, type Entities } from './entities';
import { createIds } from './ids';
import { createIntegrations, type Integrations } from './integrations';
import { createWorkflows, type Workflows } from './workflows';

/** The whole account. What its workflows do is the runner's. */
export interface Store extends Entities, Integrations, Workflows {
	/** The sandbox's time, as the samples write it: ISO 8601 without milliseconds. */
	now(): string;
	clear(): void;
}

export function createStore(clock: Clock): Store {
	const now = (): string => `${new Date(clock.now()).toISOString().slice(0, 19)}Z`;
	const ids = createIds('record');
	const entities = createEntities(now, ids);
	const integrations = createIntegrations(now, ids);
	const workflows = createWorkflows(ids);
	const parts = [entities, integrations, workflows, { clear: ids.reset }];
	return {
		...entities,
		...integrations,
		...workflows,
		now,
		clear: () => parts.forEach((part) => part.clear()),
	};
}
