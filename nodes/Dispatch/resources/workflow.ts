import type { Resource } from '../../shared/operation';
import { configure } from './workflowConfigure';
import { getAll, getTriggers, listedEntityType, workflowId } from './workflowLists';
import { toggle } from './workflowToggle';

/** What Dispatch does by itself when something happens. Facts: "Integrations API". */
export const workflows: Resource = {
	name: 'Workflow',
	operations: {
		configure,
		delete: {
			name: 'Delete',
			action: 'Delete workflow',
			description: 'Remove a configured workflow',
			effect: 'set',
			method: 'DELETE',
			path: '/api/workflows/configured/{workflowId}',
			fields: { entityType: listedEntityType, workflowId },
			deletes: true,
		},
		getAll,
		getTriggers,
		resume: {
			name: 'Resume',
			action: 'Resume workflow',
			description: 'Let a paused run of a workflow go on',
			effect: 'act',
			method: 'GET',
			path: '/api/workflows/resume-workflow',
			fields: { entityType: listedEntityType, workflowId },
			verify: 'Look in the Dispatch portal whether the run went on before you resume it again',
		},
		toggle,
	},
};
