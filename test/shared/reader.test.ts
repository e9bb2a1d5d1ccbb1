import fc from 'fast-check';
import { offset, pageNumber, type Pager } from '../../nodes/shared/pagers';
import { readAll } from '../../nodes/shared/reader';
import { ListServer, type Change, type ListSetUp } from './listServer';
import { seeded } from './simulation';

const AHEAD = 32;

/** A page that is larger than the changes between two answers; smaller than in life, to run many. */
const pagers = fc
	.tuple(fc.constantFrom('page', 'offset'), fc.integer({ min: 7, max: 20 }))
	.map(([kind, maxSize]): Pager =>
		kind === 'page'
			? pageNumber({ page: 'page', size: 'size', maxSize })
			: offset({ start: 'start', length: 'length', maxSize }),
	);

const place = fc.double({ min: 0, max: 0.999, noNaN: true });
const append = fc.constant<Change>({ kind: 'append' });
const remove = place.map((at): Change => ({ kind: 'remove', at }));
const comeBack = place.map((at): Change => ({ kind: 'return', at }));
const anything = fc.oneof(append, remove, comeBack);
const growth = fc.oneof({ weight: 4, arbitrary: append }, { weight: 1, arbitrary: remove });

const quiet = fc.constant<Change[]>([]);
const changesOf = (change: fc.Arbitrary<Change | undefined>) =>
	fc.array(
		fc.oneof(
			{ weight: 3, arbitrary: quiet },
			{
				weight: 1,
				arbitrary: fc
					.array(change, { maxLength: 3 })
					.map((list) => list.filter((one): one is Change => one !== undefined)),
			},
		),
		{ maxLength: 60 },
	);

interface Kind {
	shrinks: boolean;
	changes: fc.Arbitrary<Change | undefined>;
	/** How far the total is off; `undefined` where the service gives none. */
	off?: fc.Arbitrary<number | undefined>;
	warns?: true;
}

const none = fc.constant(undefined);
const lie = (sign: 1 | -1) => fc.integer({ min: 1, max: 100 }).map((by) => sign * by);

const KINDS: Record<string, Kind> = {
	'filtered, any change': { shrinks: true, changes: anything },
	'unfiltered, appended and removed': { shrinks: false, changes: growth },
	'filtered, no total': { shrinks: true, changes: anything, off: none },
	'unfiltered, no total': { shrinks: false, changes: growth, off: none },
	'filtered, a total too low': { shrinks: true, changes: anything, off: lie(-1) },
	// Not growing: a total that lies and grows may meet the end of a page by chance, and looks right.
	'unfiltered, a total too low': { shrinks: false, changes: none, off: lie(-1) },
	'filtered, a total too high': { shrinks: true, changes: anything, off: lie(1), warns: true },
	'unfiltered, a total too high': { shrinks: false, changes: append, off: lie(1), warns: true },
};

const totalOf =
	(off: number | undefined): ListSetUp['total'] =>
	(real) =>
		off === undefined ? undefined : Math.max(0, real + off);

describe('every record that stays in the list comes out exactly once and in order', () => {
	it.each(Object.entries(KINDS))('%s', async (_, { shrinks, changes, off, warns }) => {
		await fc.assert(
			fc.asyncProperty(
				fc.record({
					pager: pagers,
					count: fc.integer({ min: 0, max: 200 }),
					outside: fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: shrinks ? 15 : 0 }),
					changes: changesOf(changes),
					off: off ?? fc.constant(0),
					seed: fc.integer(),
				}),
				async ({ off: by, seed, ...setUp }) => {
					const random = seeded(seed);
					const server = new ListServer({
						...setUp,
						shrinks,
						total: totalOf(by),
						// Answers come in any order.
						pick: (pending) => Math.floor(random() * pending),
					});
					const ids = await server.serve(readAll(server.source));
					expect(new Set(ids).size).toBe(ids.length);
					const stayed = ids.filter((id) => server.stayed.has(id));
					expect(stayed).toEqual([...server.stayed]);
					const pages = setUp.count / setUp.pager.maxSize;
					expect(server.windows.length).toBeLessThan(3 * (2 * pages + AHEAD + 8));
					if (!warns) expect(server.warnings).toEqual([]);
				},
			),
			{ numRuns: 250 },
		);
	});
});

const fifty = pageNumber({ page: 'page', size: 'size', total: 'total', maxSize: 50 });

describe('requests', () => {
	it('10,000 records while 50 are appended: each once, in at most 203 requests', async () => {
		// Measured: 200 pages, two edges looked at again, one look beyond the end.
		for (const seed of [1, 2, 3]) {
			const random = seeded(seed);
			const changes: Change[][] = [];
			while (changes.flat().length < 50) {
				changes[Math.floor(1 + random() * 199)] = [{ kind: 'append' }];
			}
			const server = new ListServer({
				pager: fifty,
				count: 10_000,
				changes,
				pick: (pending) => Math.floor(random() * pending),
			});
			const ids = await server.serve(readAll(server.source));
			expect(ids.slice(0, 10_000)).toEqual(Array.from({ length: 10_000 }, (_, at) => at + 1));
			expect(new Set(ids).size).toBe(ids.length);
			expect(server.windows.length).toBeLessThanOrEqual(203);
			expect(server.warnings).toEqual([]);
		}
	});

	it.each([
		['nothing', 0, 1],
		['less than a page', 49, 1],
		['a page and a bit', 51, 2],
		['ten pages and a bit', 520, 13],
	])('a quiet list of %s (%i) takes %i', async (_, count, requests) => {
		const server = new ListServer({ pager: fifty, count });
		expect(await server.serve(readAll(server.source))).toHaveLength(count);
		expect(server.windows).toHaveLength(requests);
	});

	it('a quiet filtered list takes few more, since its pages overlap', async () => {
		const server = new ListServer({ pager: fifty, count: 10_000, shrinks: true });
		expect(await server.serve(readAll(server.source))).toHaveLength(10_000);
		expect(server.windows.length).toBeLessThan(200 * 1.35);
	});
});

describe('pages in parallel', () => {
	it.each([true, false])('several are under way at once (filtered: %s)', async (shrinks) => {
		const server = new ListServer({ pager: fifty, count: 3000, shrinks });
		await server.serve(readAll(server.source));
		expect(server.parallel).toBe(AHEAD);
	});

	it('a failing page ends the reading with its error, and none is left unheard', async () => {
		const server = new ListServer({ pager: fifty, count: 1000 });
		let asked = 0;
		const { source } = server;
		const reading = readAll({
			...source,
			read: async (window) => {
				if (++asked === 5) throw new Error('broken');
				return await source.read(window);
			},
		});
		const unheard: unknown[] = [];
		const listen = (reason: unknown) => unheard.push(reason);
		process.on('unhandledRejection', listen);
		await expect(server.serve(reading)).rejects.toThrow('broken');
		process.off('unhandledRejection', listen);
		expect(unheard).toEqual([]);
	});
});

describe('reading ends', () => {
	const endsWithin = async (setUp: Partial<ListSetUp>, requests: number) => {
		const server = new ListServer({ pager: fifty, count: 400, ...setUp });
		const ids = await server.serve(readAll(server.source));
		expect(server.windows.length).toBeLessThanOrEqual(requests);
		return { ids, server };
	};

	it.each([
		['a total', undefined],
		['no total', () => undefined],
	])('on a service that repeats its first page (%s)', async (_, total) => {
		for (const shrinks of [true, false]) {
			const rows: ListSetUp['rows'] = (_window, list) => list.slice(0, 50);
			const { ids } = await endsWithin({ rows, total, shrinks }, 60);
			expect(ids).toEqual(Array.from({ length: 50 }, (__, at) => at + 1));
		}
	});

	it('on an empty page before the total, and warns with both numbers', async () => {
		const rows: ListSetUp['rows'] = ({ start, size }, list) =>
			list.slice(0, 100).slice(start, start + size);
		const { ids, server } = await endsWithin({ rows, shrinks: true }, 80);
		expect(ids).toHaveLength(100);
		expect(server.warnings.join()).toMatch(/400.*100/);
	});

	it('on a page that is cut short in the middle: two more passes find the rest', async () => {
		let cut = false;
		const rows: ListSetUp['rows'] = ({ start, size }, list) => {
			const isCut = !cut && start > 0;
			cut ||= isCut;
			return list.slice(start, start + (isCut ? size - 10 : size));
		};
		const { ids, server } = await endsWithin({ rows }, 60);
		expect(ids).toEqual(Array.from({ length: 400 }, (_, at) => at + 1));
		expect(server.warnings).toEqual([]);
	});

	it('on a total that lies high, after at most two more passes, with both numbers', async () => {
		const { ids, server } = await endsWithin({ count: 120, total: (real) => real + 1e9 }, 50);
		expect(ids).toHaveLength(120);
		expect(server.warnings).toEqual([
			'The marketplace counts 1000000120 records, and 120 different ones could be read.',
		]);
	});

	it('on a total that counts the page and not the list: all come out', async () => {
		for (const shrinks of [true, false]) {
			const { ids } = await endsWithin({ total: () => 50, shrinks }, 20);
			expect(ids).toHaveLength(400);
		}
	});

	it('on a list without an end, and warns', async () => {
		const rows: ListSetUp['rows'] = ({ start, size }) =>
			Array.from({ length: size }, (_, index) => start + index + 1);
		const { server } = await endsWithin({ rows, total: () => 200 }, 100);
		expect(server.warnings.join()).toContain('did not end');
	});

	it('on a service that shuffles its records, within a bound', async () => {
		const random = seeded(1);
		const rows: ListSetUp['rows'] = ({ size }, list) =>
			Array.from({ length: size }, () => list[Math.floor(random() * list.length)]);
		const { ids, server } = await endsWithin({ rows, shrinks: true }, 500);
		expect(new Set(ids).size).toBe(ids.length);
		expect(server.warnings.length + (ids.length === 400 ? 1 : 0)).toBeGreaterThan(0);
	});

	it('on a service that knows only one page size, and warns', async () => {
		const rows: ListSetUp['rows'] = ({ start, size }, list) => {
			const page = Math.floor(start / size);
			return list.slice(page * 20, page * 20 + 20);
		};
		const { server } = await endsWithin({ rows }, 60);
		expect(server.warnings.join()).toMatch(/400 records, and \d+ different/);
	});
});

describe('hard cases', () => {
	it('records that leave by the page are not missed', async () => {
		for (const shrinks of [true, false]) {
			const leave = Array.from({ length: 60 }, (): Change => ({ kind: 'remove', at: 0 }));
			const changes = [[], [], leave, [], leave.slice(0, 30)];
			const server = new ListServer({ pager: fifty, count: 300, changes, shrinks });
			const ids = await server.serve(readAll(server.source));
			expect(ids.filter((id) => server.stayed.has(id))).toEqual([...server.stayed]);
		}
	});

	it('all that stay come out, or the user is told, where the list changes wildly', async () => {
		await fc.assert(
			fc.asyncProperty(
				pagers,
				fc.array(fc.array(anything, { maxLength: 40 }), { maxLength: 40 }),
				async (pager, changes) => {
					const outside = Array.from({ length: 60 }, (_, index) => index * 3 + 1);
					const server = new ListServer({ pager, count: 200, outside, changes, shrinks: true });
					const ids = await server.serve(readAll(server.source));
					const missing = [...server.stayed].filter((id) => !ids.includes(id));
					expect(missing.length === 0 || server.warnings.length > 0).toBe(true);
					expect(new Set(ids).size).toBe(ids.length);
					expect(server.windows.length).toBeLessThan(1000);
				},
			),
			{ numRuns: 150 },
		);
	});

	it('records that share their place and change it between answers come out, or the user is told', async () => {
		await fc.assert(
			fc.asyncProperty(pagers, fc.integer(), async (pager, seed) => {
				const random = seeded(seed);
				const rows: ListSetUp['rows'] = ({ start, size }, list) => {
					const tied = [...list];
					for (let at = 0; at + 1 < tied.length; at += 2) {
						if (random() < 0.5) [tied[at], tied[at + 1]] = [tied[at + 1], tied[at]];
					}
					return tied.slice(start, start + size);
				};
				const server = new ListServer({ pager, count: 150, rows, shrinks: true });
				const ids = await server.serve(readAll(server.source));
				expect(new Set(ids).size).toBe(ids.length);
				expect(ids.length === 150 || server.warnings.length > 0).toBe(true);
			}),
			{ numRuns: 100 },
		);
	});

	it.each([1, 2, 3, 4, 5, 6])('pages of %i, where not every start can overlap', async (maxSize) => {
		const pager = pageNumber({ page: 'page', size: 'size', maxSize });
		for (const shrinks of [true, false]) {
			const server = new ListServer({ pager, count: 61, shrinks });
			const ids = await server.serve(readAll(server.source));
			expect(ids).toEqual(Array.from({ length: 61 }, (_, at) => at + 1));
			expect(server.warnings).toEqual([]);
		}
	});
});
