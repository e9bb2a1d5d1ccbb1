import { randomUUID } from 'node:crypto';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Occurrence } from './cursor';

/** What n8n remembers of a trigger at most: two entries an occurrence. n8n reads and writes them whole. */
const MOST_ENTRIES = 20_000;

/** The items of one poll, on their way to the execution that n8n starts with them. */
export function toItems(
	put: Occurrence[],
	simplify: (record: IDataObject) => IDataObject,
): INodeExecutionData[] {
	const batch = randomUUID();
	return put.map(({ name, record }) => ({ json: simplify(record), occurrence: name, batch }));
}

interface Ticket {
	/** The occurrence. */
	name: string;
	/** The occurrence in the poll that put it out. */
	own: string;
}

function ticketOf({ occurrence, batch }: INodeExecutionData): Ticket | undefined {
	if (typeof occurrence !== 'string' || typeof batch !== 'string') return undefined;
	return { name: `occurrence ${occurrence}`, own: `${batch} ${occurrence}` };
}

const queues = new Map<string, Promise<unknown>>();

/** Two executions of one trigger must not read and write what n8n remembers at the same time. */
async function inTurn<T>(trigger: string, work: () => Promise<T>): Promise<T> {
	const before = queues.get(trigger) ?? Promise.resolve();
	const turn = before.catch(() => undefined).then(work);
	queues.set(trigger, turn);
	try {
		return await turn;
	} finally {
		if (queues.get(trigger) === turn) queues.delete(trigger);
	}
}

/**
 * The names that are this execution's to pass on: no other has had them. One that n8n runs again, because it was
 * cut off, gets its own again.
 */
async function claim({ helpers }: IExecuteFunctions, tickets: Ticket[]): Promise<Set<string>> {
	const options = { mode: 'entries' as const, maxEntries: MOST_ENTRIES };
	const entries = tickets.flatMap(({ name, own }) => [name, own]);
	const answer = await helpers.checkProcessedAndRecord(entries, 'node', options);
	const fresh = new Set(answer.new);
	const isOurs = ({ name, own }: Ticket) => fresh.has(name) || !fresh.has(own);
	const foreign = tickets.filter((ticket) => !isOurs(ticket)).map(({ own }) => own);
	if (foreign.length > 0) await helpers.removeProcessed(foreign, 'node', options);
	return new Set(tickets.filter(isOurs).map(({ name }) => name));
}

/**
 * The execution's part of a polling trigger: passes on the items that the poll put out, each occurrence once.
 *
 * After a restart a poll puts out again what may have been lost. Only the execution can tell what was lost and
 * what was not: it is under way, and n8n's database remembers what others before it have had.
 */
export async function deduplicate(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = this.getInputData().map((item, index) => ({ item, index, ticket: ticketOf(item) }));
	const tickets = items.map(({ ticket }) => ticket).filter((ticket) => ticket !== undefined);
	const trigger = `${this.getWorkflow().id ?? ''} ${this.getNode().id}`;
	const claimed =
		tickets.length > 0
			? await inTurn(trigger, async () => await claim(this, tickets))
			: new Set<string>();
	return [
		items
			.filter(({ ticket }) => ticket === undefined || claimed.has(ticket.name))
			.map(({ item, index }) => ({ json: item.json, pairedItem: { item: index } })),
	];
}
