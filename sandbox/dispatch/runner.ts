import { act, type Traces } from './actions';
import { createIds } from './ids';
import type { Settings } from './settings';
import type { Store } from './store';
import { TRIGGERS } from './triggers';
import type { Entity, EntityType, Run, Workflow } from './types';

export interface Runner extends Traces {
	/** Every run of a workflow, oldest first. */
	readonly runs: Run[];
	/** Runs what the event starts; resolves once all of it is done, webhooks included. */
	event(entityType: EntityType, code: string, entity: Entity): Promise<Run[]>;
	/** The next run of this workflow stops before its action. */
	pauseNext(workflow: Workflow): void;
	/** Lets the paused runs go on, without waiting for them. Gives none where none is paused. */
	resume(workflow: Workflow): Run[];
	/** Drops the paused runs of a workflow that is deleted. */
	forget(workflow: Workflow): void;
	reset(): void;
	close(): void;
}

export function createRunner(store: Store, settings: Settings): Runner {
	const ids = createIds('run');
	const runs: Run[] = [];
	const traces: Traces = { outbox: [], deliveries: [] };
	const held = new Set<string>();
	let ending = new AbortController();

	const isPausedRunOf = ({ guid }: Workflow, { workflow, state }: Run): boolean =>
		workflow === guid && state === 'paused';

	return {
		...traces,
		runs,
		async event(entityType, code, entity) {
			if (!TRIGGERS[entityType].some((trigger) => trigger.code === code)) {
				throw new Error(`${entityType} has no trigger ${code}`);
			}
			const started = store.workflows
				.filter((workflow) => isMeant(workflow, entityType, code, entity))
				.map((workflow) => ({ workflow, run: begin(workflow, entity) }));
			await Promise.all(started.map(async ({ workflow, run }) => await goOn(workflow, run)));
			return started.map(({ run }) => run);
		},
		pauseNext({ guid }) {
			held.add(guid);
		},
		resume(workflow) {
			const paused = runs.filter((run) => isPausedRunOf(workflow, run));
			for (const run of paused) {
				run.state = 'running';
				void goOn(workflow, run);
			}
			return paused;
		},
		forget(workflow) {
			held.delete(workflow.guid);
			const kept = runs.filter((run) => !isPausedRunOf(workflow, run));
			runs.splice(0, runs.length, ...kept);
		},
		reset() {
			ending.abort();
			ending = new AbortController();
			for (const list of [runs, traces.outbox, traces.deliveries]) list.length = 0;
			held.clear();
			ids.reset();
		},
		close: () => ending.abort(),
	};

	function begin({ guid, trigger }: Workflow, entity: Entity): Run {
		const run: Run = {
			guid: ids.next(),
			at: store.now(),
			workflow: guid,
			trigger,
			entity: structuredClone(entity),
			state: held.delete(guid) ? 'paused' : 'running',
		};
		runs.push(run);
		return run;
	}

	async function goOn(workflow: Workflow, run: Run): Promise<void> {
		if (run.state === 'paused') return;
		await act({ ...traces, store, settings, signal: ending.signal }, workflow, run);
		run.state = 'done';
	}
}

/** Conditions are compared as text, all of them: the reference has one, `status`. */
function isMeant(workflow: Workflow, type: EntityType, code: string, entity: Entity): boolean {
	const { isActive, entityType, trigger, conditions } = workflow;
	return (
		isActive &&
		entityType === type &&
		trigger === code &&
		Object.entries(conditions).every(([field, wanted]) => String(entity[field]) === String(wanted))
	);
}
