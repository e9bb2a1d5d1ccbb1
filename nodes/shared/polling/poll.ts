import {
	NodeOperationError,
	type IDataObject,
	type INodeExecutionData,
	type IPollFunctions,
} from 'n8n-workflow';
import { connect, type CallContext, type Connection } from '../connection';
import { toFailure, toNodeError } from '../failure';
import type { ListOperation } from '../list';
import type { Marketplace, Values } from '../operation';
import type { Pager } from '../pagers';
import { recordsIn } from '../records';
import { toCall } from '../request';
import { DEFAULT_CAP, DEFAULT_TIMEOUT_MS, send } from '../send';
import {
	after,
	finished,
	freshOf,
	lookFrom,
	readCursor,
	type Cursor,
	type Occurrence,
} from './cursor';

/** What a polling trigger looks for: facts of one marketplace. */
export interface Watch {
	list: ListOperation & { list: { pager: Pager } };
	/** What names an occurrence: the record, or the record in one of its states. */
	name(record: IDataObject): string;
	/** When it happened: ISO, UTC; empty where the record does not say. */
	time(record: IDataObject): string;
	/** The values that ask for what is newer than a time. Advisory: rows are looked at again here. */
	filter?(from: string): Values;
}

/** Pages that one poll reads at most, and occurrences that it puts out at most; the rest is for the next. */
const MOST_PAGES = 50;
const MOST_ROWS = 500;
/** A trigger that is new looks back this far for the marketplace's own clock. */
const LOOK_BACK_MS = 24 * 60 * 60_000;
/** n8n ends a poll after this time, where it does not say itself. */
const BUDGET_MS = 40_000;

interface Page {
	occurrences: Occurrence[];
	/** Asked for fewer than there could be, or nothing new came. */
	isLast: boolean;
	next: number;
}

function reader(connection: Connection, { list, name, time, filter }: Watch, from: string) {
	const { pager } = list.list;
	const call = toCall(list, filter?.(from) ?? {}, { timezone: 'UTC' });
	const terms = {
		operation: list,
		effect: 'read' as const,
		cap: DEFAULT_CAP,
		timeoutMs: DEFAULT_TIMEOUT_MS,
	};
	return async (start: number): Promise<Page> => {
		const window = pager.windowAt(start, true);
		const answer = await send(connection, pager.ask(call, window), terms);
		const records = recordsIn(answer, list.list, connection.marketplace.name);
		const occurrences = records.map((record) => ({
			name: name(record),
			time: time(record),
			record,
		}));
		const next = window.start + records.length;
		// How much one answer may hold is not known: the list ends where nothing follows.
		return { occurrences, isLast: next <= start, next };
	};
}

/** Reads on from where the last poll stopped, until the list ends or the poll has done its share. */
async function scan(
	read: (start: number) => Promise<Page>,
	cursor: Cursor,
	isTimeUp: () => boolean,
): Promise<{ cursor: Cursor; put: Occurrence[]; complete: boolean }> {
	const put: Occurrence[] = [];
	let at = cursor;
	const most = cursor.learning ? Infinity : MOST_ROWS;
	for (let pages = 0; pages < MOST_PAGES && put.length < most && !isTimeUp(); pages++) {
		const { occurrences, isLast, next } = await read(at.scan?.start ?? 0);
		const fresh = freshOf(at, occurrences);
		put.push(...fresh);
		at = after(at, fresh, next);
		if (isLast) return { cursor: finished(at), put, complete: true };
	}
	return { cursor: at, put, complete: false };
}

/**
 * Where a new trigger begins: what is there already is learned and not put out, by the marketplace's own
 * clock, which may differ from this machine's.
 */
const beginning = (now: number): Cursor => ({
	since: new Date(now - LOOK_BACK_MS).toISOString(),
	seen: {},
	learning: true,
});

/** One real record for the editor, the latest of the first page. */
async function sample(context: IPollFunctions, connection: Connection, watch: Watch) {
	const from = new Date(0).toISOString();
	const { occurrences } = await reader(connection, { ...watch, filter: undefined }, from)(0);
	const latest = occurrences.sort((a, b) => b.time.localeCompare(a.time))[0];
	if (latest) return [latest];
	throw new NodeOperationError(context.getNode(), 'There is no such record yet', {
		description: `${connection.marketplace.name} has nothing to show for this event; the workflow will start with the first one.`,
	});
}

const polling = new Set<string>();

/**
 * Puts out each occurrence once, over restarts and over records that share a time.
 * Works with both ways in which n8n keeps a cursor: what is stored is read first and set at the very end,
 * and a cursor that was lost since only makes the poll look again at what it knows by name.
 */
export async function poll(
	this: IPollFunctions,
	marketplace: Marketplace,
	watch: Watch,
	simplify: (record: IDataObject) => IDataObject,
): Promise<INodeExecutionData[][] | null> {
	const toOutput = (put: Occurrence[]) => [put.map(({ record }) => ({ json: simplify(record) }))];
	const receiver = `${this.getWorkflow().id ?? ''} ${this.getNode().id}`;
	// n8n starts the next poll even where the last one is still at work.
	if (polling.has(receiver)) return null;
	polling.add(receiver);
	try {
		const connection = await connect(this as unknown as CallContext, marketplace);
		if (this.getMode() === 'manual') return toOutput(await sample(this, connection, watch));
		const data = this.getWorkflowStaticData('node');
		const known = readCursor(data) ?? beginning(Date.now());
		const end = Date.now() + BUDGET_MS;
		const read = reader(connection, watch, lookFrom(known));
		const { cursor, put, complete } = await scan(read, known, () => Date.now() > end);
		if (!complete) {
			this.logger.warn(
				`${this.getNode().name}: the list is longer than one poll reads; the next goes on where this one stopped.`,
			);
		}
		data.cursor = cursor as unknown as IDataObject;
		return put.length > 0 && !known.learning ? toOutput(put) : null;
	} catch (error) {
		if (error instanceof NodeOperationError) throw new NodeOperationError(this.getNode(), error);
		const failure = toNodeError(this.getNode(), toFailure(error));
		throw failure;
	} finally {
		polling.delete(receiver);
	}
}
