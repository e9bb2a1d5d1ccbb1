import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INode,
	type JsonObject,
} from 'n8n-workflow';
import type { Said } from './operation';
import type { Problem } from './problems';

/** What is known of a call that did not succeed. */
export interface FailureFacts {
	/** What happened, as a title. */
	title: string;
	/** The marketplace's own words. */
	words?: string;
	/** What the user can do next. */
	advice?: string;
	/**
	 * `refused`: it surely did not happen. `unknown`: it may have happened.
	 * `notSent`: no request went out for it.
	 */
	outcome: 'refused' | 'unknown' | 'notSent';
	kind?: Said['kind'];
	status?: number;
	/** The network's word, such as ECONNRESET. */
	code?: string;
	/** How often it was tried. */
	attempts?: number;
	/** The call may succeed later as it is: set by a login that the service could not answer. */
	transient?: true;
	/** It was waiting when the run ended, and was not begun. */
	notBegun?: true;
	/** What is wrong with single fields, by the service's own paths. */
	problems?: Problem[];
	/** More facts for the error row, such as the service's error codes. */
	details?: IDataObject;
}

/**
 * Does what comes after a call that went through. Whatever goes wrong there, the call was made: the item
 * must not read as if nothing had been sent.
 */
export function afterSent<T>({ name }: { name: string }, work: () => T): T {
	try {
		return work();
	} catch (error) {
		const failure =
			error instanceof Failure
				? error
				: new Failure({
						title: `The answer to '${name}' was not understood`,
						words: (error as Error).message,
						advice:
							'The request went out and was answered; look at the marketplace before you repeat it',
						outcome: 'unknown',
					});
		throw failure;
	}
}

const ended = (text: string) => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** The marketplace's words and the advice, as sentences. */
export function describe({ words, advice }: FailureFacts, more?: string): string {
	return [words, advice, more]
		.filter((text): text is string => Boolean(text))
		.map(ended)
		.join(' ');
}

/** Carries the facts of one failed call from where they are known to where the item's result is made. */
export class Failure extends Error {
	constructor(readonly facts: FailureFacts) {
		super(describe(facts) ? `${ended(facts.title)} ${describe(facts)}` : facts.title);
	}
}

/** A value that cannot succeed, found before any request. */
export function refusal(title: string, advice?: string): Failure {
	return new Failure({ title, advice, outcome: 'notSent' });
}

/** Turns whatever was thrown into a Failure; what is one already stays as it is. */
export function toFailure(error: unknown): Failure {
	if (error instanceof Failure) return error;
	const { message, description } = (error ?? {}) as { message?: string; description?: string };
	return new Failure({
		title: message ?? String(error),
		advice: description ?? undefined,
		outcome: 'notSent',
	});
}

/** The row for the error branch. n8n sends it there by these three keys alone. */
export function toErrorRow({ facts }: Failure): IDataObject {
	const { outcome, status, code, attempts, problems, details } = facts;
	const fields = problems?.map(({ path }) => path);
	const known = { outcome, httpCode: status, code, attempts, fields, ...details };
	return {
		error: facts.title,
		message: describe(facts) || facts.title,
		details: Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
	};
}

/**
 * The error that stops a workflow. Built once, from a plain object: n8n returns an error that it
 * wrapped before unchanged, and would drop the item's index.
 */
export function toNodeError(
	node: INode,
	{ facts }: Failure,
	itemIndex?: number,
	progress?: string,
): NodeApiError | NodeOperationError {
	const description = describe(facts, progress);
	if (facts.outcome === 'notSent') {
		return new NodeOperationError(node, facts.title, { itemIndex, description });
	}
	return new NodeApiError(node, {} as JsonObject, {
		message: facts.title,
		description,
		httpCode: facts.status === undefined ? undefined : String(facts.status),
		itemIndex,
	});
}
