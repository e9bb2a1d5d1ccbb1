import type { IDataObject } from 'n8n-workflow';
import type { Pager, Window } from '../../nodes/shared/pagers';
import type { Page, Source } from '../../nodes/shared/reader';

/** What happens to a list between two answers. Numbers pick records by their share of the list. */
export type Change =
	{ kind: 'append' } | { kind: 'remove'; at: number } | { kind: 'return'; at: number };

export interface ListSetUp {
	pager: Pager;
	/** Records in the list at the start. */
	count: number;
	/** Records that are outside the filter at the start and may come into it. */
	outside?: number[];
	/** Before the answer with that number. */
	changes?: Change[][];
	/** What the service says of the total, from the true one. */
	total?: (real: number, answers: number) => number | undefined;
	shrinks?: boolean;
	/** Picks which of the requests under way is answered next. */
	pick?: (pending: number) => number;
	/** Replaces the rows of an answer. */
	rows?: (window: Window, list: number[]) => number[];
}

interface Pending {
	window: Window;
	resolve(page: Page): void;
}

const toRow = (id: number): IDataObject => ({ id });

/** A list that changes between its answers, and answers in any order. Records are sorted by their id. */
export class ListServer {
	readonly list: number[];
	readonly windows: Window[] = [];
	readonly warnings: string[] = [];
	/** In the list from the first answer to the last. */
	readonly stayed: Set<number>;
	/** Most requests under way at once. */
	parallel = 0;
	private readonly gone: number[];
	private readonly pending: Pending[] = [];
	private answers = 0;
	private nextId: number;

	constructor(private readonly setUp: ListSetUp) {
		const all = Array.from({ length: setUp.count }, (_, index) => index + 1);
		const outside = new Set(setUp.outside);
		this.list = all.filter((id) => !outside.has(id));
		this.gone = all.filter((id) => outside.has(id));
		this.stayed = new Set(this.list);
		this.nextId = setUp.count + 1;
	}

	get source(): Source {
		return {
			pager: this.setUp.pager,
			shrinks: this.setUp.shrinks ?? false,
			key: ({ id }) => String(id),
			warn: (message) => this.warnings.push(message),
			read: async (window) =>
				await new Promise<Page>((resolve) => {
					this.windows.push(window);
					this.pending.push({ window, resolve });
					this.parallel = Math.max(this.parallel, this.pending.length);
				}),
		};
	}

	/** Answers until the reading has ended; gives the ids that came out. */
	async serve(reading: Promise<IDataObject[]>): Promise<number[]> {
		let rows: IDataObject[] | undefined;
		const ended = reading.then((found) => {
			rows = found;
		});
		ended.catch(() => undefined);
		for (;;) {
			await new Promise((resolve) => setImmediate(resolve));
			if (rows) return rows.map(({ id }) => id as number);
			if (this.pending.length === 0) {
				await ended;
				continue;
			}
			const index = this.setUp.pick?.(this.pending.length) ?? 0;
			const [{ window, resolve }] = this.pending.splice(index, 1);
			resolve(this.answer(window));
		}
	}

	private answer({ start, size }: Window): Page {
		const { changes = [], rows, total = (real) => real } = this.setUp;
		// The first answer is the beginning of the time that counts.
		for (const change of this.answers > 0 ? (changes[this.answers] ?? []) : []) this.apply(change);
		const list = this.list;
		const ids = rows?.({ start, size }, list) ?? list.slice(start, start + size);
		return { rows: ids.map(toRow), total: total(list.length, this.answers++) };
	}

	private apply(change: Change): void {
		if (change.kind === 'append') this.list.push(this.nextId++);
		const from = change.kind === 'remove' ? this.list : this.gone;
		if (change.kind === 'append' || from.length === 0) return;
		const [id] = from.splice(Math.floor(change.at * from.length) % from.length, 1);
		if (change.kind === 'remove') {
			this.stayed.delete(id);
			this.gone.push(id);
		} else {
			const place = this.list.findIndex((other) => other > id);
			this.list.splice(place < 0 ? this.list.length : place, 0, id);
		}
	}
}
