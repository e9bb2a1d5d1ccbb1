import type { Effect } from '../../../nodes/shared/operation';
import type { CredentialStore } from '../../../test/engine/credentialsHelper';
import type { Told, Task } from '../../shared/contenders/contender';
import type { Verdict } from '../../shared/judge';
import type { HttpCall, NodeCall } from '../../shared/stage';

/** What is measured: sets one by one and many in a request, lists, and acts. */
export type TaskName =
	'stock' | 'prices' | 'edumallsOrders' | 'elryanOrders' | 'magentoOrders' | 'shipments' | 'mails';

export const EFFECTS: Record<TaskName, Effect> = {
	stock: 'set',
	prices: 'set',
	edumallsOrders: 'read',
	elryanOrders: 'read',
	magentoOrders: 'read',
	shipments: 'act',
	mails: 'act',
};

/** One scene of a measurement. */
export interface Setting {
	task: TaskName;
	size: number;
	latencyMs: number;
	/** The shop serves so many requests a second, and so many at once. */
	perSecond?: number;
	/** One request in so many fails. */
	faultEvery?: number;
}

/** How a builder without this package makes one request of many items. */
export interface Bulk {
	size: number;
	/** The body of a row that holds them under `items`. */
	body: string;
}

/** How a builder asks for the pages of a list whose total is known. */
export interface Pages {
	/** The body of the request for the first page. */
	first: string;
	/** The numbers of the other pages, by what the first one says. */
	others: string;
	/** The body of a row that holds the number under `page`. */
	body: string;
}

export interface Extras {
	setting: Setting;
	bulk?: Bulk;
	pages?: Pages;
}

/** A task as a contender in this process is told it. */
export type SpeedTask = Task & Extras;

/** A task as it goes from process to process. */
export interface Job extends Extras, Pick<Task, 'input' | 'token'> {
	url: string;
	http: HttpCall;
	node: Omit<NodeCall, 'credentials'> & { credentials: CredentialStore };
}

/** What a run came to by the shop. */
export interface Judgement {
	verdict: Verdict;
	requests: number;
	/** Requests that the shop refused as too many. */
	refused: number;
	mostInFlight: number;
}

/** What a shop's process does. */
export interface ShopCalls {
	[name: string]: (argument: never) => unknown;
	open(setting: Setting): Promise<Job>;
	judge(told: Told): Judgement;
}
