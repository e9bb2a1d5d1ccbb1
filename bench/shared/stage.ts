import type { IDataObject } from 'n8n-workflow';
import type { EdumallsSandbox } from '../../sandbox';
import type { FaultList } from '../../sandbox/shared/faults';
import type { RateLimiter } from '../../sandbox/shared/rateLimit';
import type { LoggedRequest } from '../../sandbox/shared/requestLog';
import type { CredentialStore } from '../../test/engine/credentialsHelper';

/** What the strikes and the measuring need of a marketplace's sandbox. */
export interface Shop {
	readonly url: string;
	readonly requests: LoggedRequest[];
	readonly faults: FaultList;
	readonly limits: RateLimiter;
	/** The most requests that were open at the same time. */
	readonly maxInFlight: number;
	resetStats(): void;
	revokeTokens(): void;
	close(): Promise<void>;
}

/** The task as our node is told it. */
export interface NodeCall {
	/** The folder under `nodes`. */
	folder: string;
	resource: string;
	operation: string;
	parameters: IDataObject;
	credentials(url: string): CredentialStore;
}

/** The task as n8n's HTTP Request node is told it. */
export interface HttpCall {
	method: string;
	/** After the shop's address. Path and body may be expressions over an input item. */
	path: string;
	body?: string;
	/** The pagination setting of a list, and where its rows are. */
	pages?: { pagination: IDataObject; rows: string };
}

/** What the shop's store says became of the records. */
export type Truth =
	| {
			kind: 'writes';
			/** How often each record was written, in the order of the input items. */
			times(): number[];
	  }
	| {
			kind: 'list';
			/** The records that were in the list from the first to the last answer. */
			wanted(): string[];
			/** The name of a row's record; nothing where the row is none. */
			nameOf(row: IDataObject): string | undefined;
	  };

/** A shop made ready for one run. */
export interface Stage {
	shop: Shop;
	/** The shop again, where a fault needs more of it than every shop has. */
	edumalls?: EdumallsSandbox;
	/** A token that is good when the run starts. */
	token: string;
	/** What the shop's log calls the request that the task is about. */
	action: string;
	input: IDataObject[];
	/** Names one call among those of a run, so that its attempts can be counted. */
	callOf(request: LoggedRequest): string;
	/** Input items that one request of our node carries. */
	perRequest: number;
	node: NodeCall;
	http: HttpCall;
	truth: Truth;
}

/** How a task's shop is opened with so many records in it. */
export type OpenStage = (size: number) => Promise<Stage>;
