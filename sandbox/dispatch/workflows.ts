import type { Ids } from './ids';
import type { Workflow } from './types';

export type WorkflowDraft = Pick<Workflow, 'name' | 'entityType' | 'action'> & {
	trigger: { guid: string; code: string };
	conditions?: Record<string, unknown>;
	isManaged?: boolean;
};

export interface Workflows {
	/** What is configured now, oldest first. */
	readonly workflows: Workflow[];
	findWorkflow(guid: string): Workflow | undefined;
	/** Always one more, whatever its name: the reference shows no way to change one. */
	addWorkflow(draft: WorkflowDraft): Workflow;
	removeWorkflow(workflow: Workflow): void;
}

export function createWorkflows(ids: Ids): Workflows & { clear(): void } {
	const workflows: Workflow[] = [];
	return {
		workflows,
		findWorkflow: (wanted) => workflows.find(({ guid }) => guid === wanted),
		addWorkflow({ trigger, conditions = {}, isManaged = false, ...draft }) {
			const workflow: Workflow = {
				guid: ids.next(),
				...draft,
				triggerId: trigger.guid,
				trigger: trigger.code,
				conditions,
				isActive: true,
				isManaged,
			};
			workflows.push(workflow);
			return workflow;
		},
		removeWorkflow(workflow) {
			workflows.splice(workflows.indexOf(workflow), 1);
		},
		clear() {
			workflows.length = 0;
		},
	};
}
