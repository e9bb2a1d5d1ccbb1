import type { IDataObject } from 'n8n-workflow';
import type { Connection } from './connection';
import { afterSent } from './failure';
import type { Operation, Values } from './operation';
import type { Settings } from './options';
import { recordsIn, rowsOf, termsOf } from './records';
import { toCall } from './request';
import { DEFAULT_CAP, send } from './send';

/** Nobody sets options in a hook, and n8n waits for it. */
const TIMEOUT_MS = 30_000;

/**
 * Carries out an operation once, where there is no execution: in a hook of a trigger. Of a list it gives one
 * page. Throws a Failure.
 */
export async function perform(
	connection: Connection,
	operation: Operation,
	values: Values,
): Promise<IDataObject[]> {
	const settings: Settings = {
		cap: DEFAULT_CAP,
		timeoutMs: TIMEOUT_MS,
		batchSize: 1,
		oldestFirst: false,
		endpoint: {},
		skipUnchanged: false,
		timezone: connection.timezone,
	};
	const call = toCall(operation, values, settings);
	const answer = await send(connection, call, termsOf(operation, values, settings));
	const { list } = operation;
	return afterSent(operation, () =>
		list ? recordsIn(answer, list, connection.marketplace.name) : rowsOf(operation, answer),
	);
}
