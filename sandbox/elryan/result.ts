import type { Settings } from './settings';
import type { Store } from './store';
import { CODES } from './words';

/** What an operation comes to, before envelopes and HTTP. */
export type Result =
	| { data: unknown; message?: string; rows?: false }
	| { data: unknown[]; message?: string; rows: true }
	| { code: number; message: string };

export interface Context {
	store: Store;
	settings: Settings;
	/** Where this sandbox answers, for the labels it hosts. */
	origin: string;
}

export interface Input {
	params: Record<string, string>;
	/** Has passed the spec's validation. */
	body: unknown;
}

/** One operation of the spec. */
export type Operation = (context: Context, input: Input) => Result;

export const answered = (data: unknown): Result => ({ data });
export const listed = (data: unknown[]): Result => ({ data, rows: true });

/** The documented answer of switches: the text stands twice. */
export const told = (message: string): Result => ({ data: { message }, message });

export const refused = (code: number, message: string): Result => ({ code, message });
export const notFound = (what: string): Result => refused(CODES.notFound, `${what} not found`);

export const found = (what: string, record: unknown): Result =>
	record === undefined ? notFound(what) : answered(record);
