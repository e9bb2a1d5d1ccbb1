import type { EntityDraft } from './entities';
import type { Runner } from './runner';
import type { Store } from './store';
import { createdCode, statusCodes } from './triggers';
import type { Entity, EntityType, Run } from './types';

/** What happened to a record, and what it started. */
export interface Happening {
	entity: Entity;
	runs: Run[];
}

/** What happens to the account's records. Each resolves once all that it starts is done. */
export interface Events {
	/** Runs the workflows of a trigger, for a record of the store or any other. */
	event(entityType: EntityType, trigger: string, entity: Entity): Promise<Run[]>;
	/** Something new comes in. */
	create(entityType: EntityType, draft?: EntityDraft): Promise<Happening>;
	/** Fires `…_status_changed`, and `shipment_delivered`; nothing where the status stays. */
	setStatus(entityType: EntityType, guid: string, status: string): Promise<Happening>;
}

export function createEvents(store: Store, runner: Runner): Events {
	return {
		event: runner.event,
		async create(entityType, draft) {
			const entity = store.addEntity(entityType, draft);
			return { entity, runs: await runner.event(entityType, createdCode(entityType), entity) };
		},
		async setStatus(entityType, guid, status) {
			const entity = store.findEntity(entityType, guid);
			if (!entity) throw new Error(`There is no ${entityType} ${guid}`);
			if (entity.status === status) return { entity, runs: [] };
			entity.status = status;
			// A workflow may change the status again; the second event still tells of this change.
			const changed = { ...entity };
			const runs: Run[] = [];
			for (const code of statusCodes(entityType, status)) {
				runs.push(...(await runner.event(entityType, code, changed)));
			}
			return { entity, runs };
		},
	};
}
