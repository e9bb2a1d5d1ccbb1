import type { Effect } from '../../nodes/shared/operation';

/** The tasks of the matrix: one that reads, one that sets, two that act. */
export const TASKS = ['list', 'stock', 'shipment', 'comment'] as const;
export type TaskName = (typeof TASKS)[number];

export const EFFECTS: Record<TaskName, Effect> = {
	list: 'read',
	stock: 'set',
	shipment: 'act',
	comment: 'act',
};
