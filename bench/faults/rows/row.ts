import type { Effect } from '../../../nodes/shared/operation';
import type { Fault } from '../../../sandbox';
import type { LoggedRequest } from '../../../sandbox/shared/requestLog';
import type { Door } from '../door';
import type { Stage } from '../../shared/stage';
import type { TaskName } from '../taskNames';
import type { Service } from '../tasks';

/** What a fault finds when its turn has come. */
export interface Turn {
	stage: Stage;
	door?: Door;
	request: LoggedRequest;
	/** How many requests of the task came before this one. */
	index: number;
	/** The run has many items, or reads a list of many pages. */
	isMany: boolean;
}

/** One fault of the matrix. */
export interface FaultRow {
	name: string;
	/** Default: Edumalls. */
	service?: Service;
	/** Default: all. */
	tasks?: TaskName[];
	/** Does what the fault does to one request: gives a fault of the sandbox, or changes the shop. */
	strike(turn: Turn): Fault | undefined;
	/** Effects that get over the fault, where it strikes once; the others say what they do not know. */
	recovers: Effect[];
	/** Requests that it strikes of a run with many items; default 10, 2 of a list. */
	strikes?: number;
	/** It strikes every request, since it is the service's way of paging. */
	always?: true;
	/** The node's option, and HTTP Request's: for one item, and for many, when the machine is busy. */
	timeoutMs?: { one: number; many: number };
	/** How long the service goes on after it was given up. */
	settleMs?: { one: number; many: number };
	/** The way to the shop has a door, and the run begins with it shut for so long. */
	shutMs?: number;
	/** Settings of the shop. */
	begin?(stage: Stage): void;
	/** For one item only, and not in a quick run: it waits that long. */
	long?: true;
	/** A quick run has it with many items too. */
	quick?: true;
	/** It takes a list of several pages. */
	many?: true;
	/** There is nothing to learn from having it for ever. */
	once?: true;
}

/** Effects by what they allow to be repeated. */
export const ANY: Effect[] = ['read', 'set', 'act'];
export const REPEATABLE: Effect[] = ['read', 'set'];
export const NONE: Effect[] = [];
