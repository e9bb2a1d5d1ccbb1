import type { Effect, Operation } from '../../nodes/shared/operation';

/** An operation with nothing special about it. */
export const simple = (name: string, effect: Effect, more: Partial<Operation>): Operation => ({
	name,
	action: `${name} item`,
	description: `${name} something`,
	effect,
	method: 'POST',
	path: '/items',
	...more,
});
