import type { Fields } from './laravel/php';
import { validate, type Errors, type Rules } from './laravel/validator';
import type { Settings } from './settings';
import type { Store } from './store';

export interface Call {
	store: Store;
	settings: Settings;
	/** The placeholders of the path, decoded. */
	params: Record<string, string>;
	input: Fields;
}

/** What an operation comes to, before envelopes and HTTP. */
export type Result = { data: unknown } | { missing: string } | { errors: Errors };

export type Operation = (call: Call) => Result;

/** An operation that makes something new. Nothing is done unless all rules hold. */
export const free =
	(rules: Rules, run: (call: Call) => unknown): Operation =>
	(call) => {
		const errors = validate(rules, call.input, call.store.has);
		return errors ? { errors } : { data: run(call) ?? null };
	};

/** The record that a path names, and how its model is called. */
export interface Binding<T> {
	model: string;
	find(call: Call): T | undefined;
}

/** An operation on the record of the path, which is looked for before the input is. */
export const bound =
	<T>(
		{ model, find }: Binding<T>,
		rules: Rules,
		run: (record: T, call: Call) => unknown,
	): Operation =>
	(call) => {
		const record = find(call);
		return record === undefined ? { missing: model } : free(rules, () => run(record, call))(call);
	};

/** One record alone, as the samples have it, or all. */
export const bulk = <T>({ settings }: Call, records: T[]): T | T[] | undefined =>
	settings.bulkAnswer === 'list' ? records : records.at(-1);
