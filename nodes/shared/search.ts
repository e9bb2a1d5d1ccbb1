import type { Operation } from './operation';

/** One entry of a resource locator's list. */
export interface Choice {
	label: string;
	value: string | number;
}

/** Where the list of a resource locator comes from: the account, or the documentation. */
export type Search = {
	/** The name of n8n's list search method; unique within a node. */
	method: string;
} & (
	| {
			/** The list operation to read, and what a record looks like in the list. */
			list: () => Operation;
			choice: (record: Record<string, unknown>) => Choice;
			/** The parameters of the node that the list is asked with, such as the kind of its records. */
			dependsOn?: string[];
			/** What the documentation lists, for when the service does not answer. */
			fallback?: Choice[];
	  }
	| { choices: Choice[] }
);
