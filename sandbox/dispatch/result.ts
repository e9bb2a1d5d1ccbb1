import type { Runner } from './runner';
import type { Settings } from './settings';
import type { Store } from './store';

/** What an operation comes to, before envelopes and HTTP. */
export type Result = { data?: unknown } | { status: number; message: string };

export interface Context {
	store: Store;
	runner: Runner;
	settings: Settings;
}

export interface Input {
	params: Record<string, string>;
	query: URLSearchParams;
	/** Has passed the spec's validation. */
	body: unknown;
}

/** One operation of the spec. */
export type Operation = (context: Context, input: Input) => Result;

export const DONE: Result = {};
export const answered = (data: unknown): Result => ({ data });
export const refused = (status: number, message: string): Result => ({ status, message });
