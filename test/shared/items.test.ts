import { Failure, refusal } from '../../nodes/shared/failure';
import {
	runAll,
	tellProgress,
	type Plan,
	type Progress,
	type Result,
} from '../../nodes/shared/items';

const rows: Result = { rows: [{}] };
const failure = (title: string): Result => ({ failure: refusal(title) });

const plan = (more: Partial<Plan>): Plan => ({
	count: 10,
	atOnce: 3,
	stopOnFailure: false,
	cancelled: () => false,
	halt: () => undefined,
	...more,
});

/** Jobs that end only when they are told to. */
function workshop() {
	const started: number[] = [];
	const ends: Array<(result: Result) => void> = [];
	const job = async (index: number) =>
		await new Promise<Result>((resolve) => {
			started.push(index);
			ends[index] = resolve;
		});
	const end = async (index: number, result: Result = rows) => {
		ends[index](result);
		await new Promise((resolve) => setImmediate(resolve));
	};
	return { started, job, end };
}

describe('jobs', () => {
	it('are begun in order, some at a time, and the next when one has ended', async () => {
		const { started, job, end } = workshop();
		const running = runAll(plan({ count: 5, atOnce: 2 }), job);
		expect(started).toEqual([0, 1]);
		await end(1);
		expect(started).toEqual([0, 1, 2]);
		await end(2);
		await end(3);
		await end(0);
		await end(4);
		expect((await running).results).toEqual(Array.from({ length: 5 }, () => rows));
	});

	it('one at a time go in input order', async () => {
		const order: string[] = [];
		await runAll(plan({ atOnce: 1 }), async (index) => {
			order.push(`start ${index}`);
			await new Promise((resolve) => setImmediate(resolve));
			order.push(`end ${index}`);
			return rows;
		});
		const expected = Array.from({ length: 10 }, (_, at) => [`start ${at}`, `end ${at}`]).flat();
		expect(order).toEqual(expected);
	});

	it('keep their results in input order, whichever ends first', async () => {
		const { results } = await runAll(plan({ count: 20, atOnce: 20 }), async (index) => {
			for (let turn = 20 - index; turn > 0; turn--) await Promise.resolve();
			return { rows: [{ index }] };
		});
		expect(results).toEqual(Array.from({ length: 20 }, (_, index) => ({ rows: [{ index }] })));
	});

	it('none at all is fine', async () => {
		expect(await runAll(plan({ count: 0 }), async () => rows)).toEqual({ results: [] });
	});

	it.each<[string, () => Promise<Result>]>([
		['throws later', async () => await Promise.reject(new Error('broken'))],
		[
			'throws at once',
			() => {
				throw new Error('broken');
			},
		],
	])('one that %s fails alone', async (_, broken) => {
		const progress = await runAll(plan({ count: 3 }), async (index) =>
			index === 1 ? await broken() : rows,
		);
		expect(progress.stoppedBy).toBeUndefined();
		expect(progress.results[0]).toBe(rows);
		expect(progress.results[2]).toBe(rows);
		const result = progress.results[1] as { failure: Failure };
		expect(result.failure.facts.title).toBe('broken');
	});
});

describe('in stop mode', () => {
	it('nothing new starts after the first failure, and what is in flight finishes', async () => {
		const { started, job, end } = workshop();
		const halt = jest.fn();
		const running = runAll(plan({ stopOnFailure: true, halt }), job);
		await end(1, failure('first'));
		await end(0);
		await end(2, failure('second'));
		const progress = await running;
		expect(started).toEqual([0, 1, 2]);
		expect(halt).toHaveBeenCalledTimes(1);
		expect(progress.stoppedBy).toMatchObject({ item: 1, failure: { facts: { title: 'first' } } });
		expect(progress.results[0]).toBe(rows);
		expect(progress.results[3]).toBeUndefined();
	});

	it('those who only waited to send count as not started', async () => {
		const waited: Result = {
			failure: new Failure({ title: 'stopped', outcome: 'notSent', notBegun: true }),
		};
		const { job, end } = workshop();
		const running = runAll(plan({ stopOnFailure: true }), job);
		await end(0, failure('first'));
		await end(1, waited);
		await end(2);
		const progress = await running;
		expect(progress.results[1]).toBeUndefined();
		expect(tellProgress(progress)).toBe('Of 10 items, 1 is done, and 8 were not started');
	});
});

it('a stopped execution starts nothing new', async () => {
	let stopped = false;
	const { started, job, end } = workshop();
	const running = runAll(plan({ cancelled: () => stopped }), job);
	stopped = true;
	for (const index of [0, 1, 2]) await end(index);
	await running;
	expect(started).toEqual([0, 1, 2]);
});

describe('how far it came', () => {
	const told = (...results: Array<Result | undefined>) => tellProgress({ results } as Progress);
	const open = undefined;

	it.each<[Array<Result | undefined>, string | undefined]>([
		[[failure('x')], undefined],
		[[rows, failure('x')], 'Of 2 items, 1 is done, and 0 were not started'],
		[[rows, rows, failure('x'), open], 'Of 4 items, 2 are done, and 1 was not started'],
		[
			[failure('x'), failure('y'), open, open],
			'Of 4 items, 0 are done, 2 items failed, and 2 were not started',
		],
	])('%#: %s', (results, words) => {
		expect(told(...results)).toBe(words);
	});

	it('counts what was never begun, also where the list has holes', () => {
		const results = new Array<Result | undefined>(5);
		results[0] = rows;
		results[1] = failure('x');
		expect(tellProgress({ results })).toBe('Of 5 items, 1 is done, and 3 were not started');
	});
});
