import type { IDataObject } from 'n8n-workflow';
import { at, isRecord, type Answer } from './call';
import { Failure } from './failure';
import type { Effect, Listing, Operation, Values } from './operation';
import type { Settings } from './options';
import type { Terms } from './send';
import type { BodyRule } from './transport';

/** The effect of an operation for one item's values. */
export const effectOf = ({ effect }: Operation, values: Values): Effect =>
	typeof effect === 'function' ? effect(values) : effect;

/** A page that says nothing of a deletion is no proof of it; nothing at all is how many services put it. */
function bodyRule({ effect, deletes, answers }: Operation): BodyRule {
	if (typeof effect === 'function') return 'any';
	return deletes === true || answers === 'nothing' ? 'optional' : 'json';
}

/** The terms on which an operation's calls go out. */
export function termsOf(operation: Operation, values: Values, settings: Settings): Terms {
	const { cap, timeoutMs } = settings;
	const effect = effectOf(operation, values);
	const { anonymous, batch } = operation;
	const body = bodyRule(operation);
	return { operation, effect, cap, timeoutMs, body, anonymous, tells: batch?.tells };
}

/** A record as it is; a plain value under a name, since n8n's rows have fields. */
const asRow = (record: unknown): IDataObject =>
	isRecord(record) ? record : ({ value: record } as IDataObject);

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** The records of a list's answer. */
export function recordsIn(answer: Answer, { records }: Listing, marketplace: string) {
	const paths = Array.isArray(records) ? records : [records];
	const found = paths.map((path) => at(answer.body, path)).find((value) => Array.isArray(value));
	if (Array.isArray(found)) return found.map(asRow);
	throw new Failure({
		title: `The answer of ${marketplace} holds no '${paths.join("' or '")}'`,
		advice: 'The service may have changed; its answer was not understood',
		outcome: 'refused',
		status: answer.status,
	});
}

/** Rows of an answer that is no list: the record where the operation names it, else the body. */
export function rowsOf(operation: Operation, { body }: Answer): IDataObject[] {
	if (operation.deletes) return [{ deleted: true }];
	const record = operation.record ? at(body, operation.record) : undefined;
	const found = record ?? body;
	// The envelope alone says that it went well. PHP writes an empty object as an empty list.
	const isList = typeof operation.effect === 'function';
	if (record === null || (!isList && isEmptyList(found))) return [{ success: true }];
	if (Array.isArray(found)) return found.map(asRow);
	if (isRecord(found)) return [found];
	return [found === undefined ? { success: true } : ({ data: found } as IDataObject)];
}
