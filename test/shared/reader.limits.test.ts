import fc from 'fast-check';
import { offset, pageNumber } from '../../nodes/shared/pagers';
import { readSome, readUntil } from '../../nodes/shared/reader';
import { ListServer, type Change, type ListSetUp } from './listServer';
import { seeded } from './simulation';

const fifty = pageNumber({ page: 'page', size: 'size', total: 'total', maxSize: 50 });
const noTotal: ListSetUp['total'] = () => undefined;
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

describe('a limit asks for no more pages than it needs', () => {
	it.each([
		[1, 1000, 1],
		[10, 1000, 1],
		[50, 1000, 1],
		[51, 1000, 2],
		[100, 1000, 2],
		[120, 1000, 3],
		[1000, 1000, 20],
		[5000, 120, 3],
		[50, 0, 1],
		[50, 50, 1],
		[100, 100, 2],
	])('%i of %i records: %i requests', async (limit, count, requests) => {
		const server = new ListServer({ pager: fifty, count });
		const ids = await server.serve(readSome(server.source, limit));
		expect(ids).toEqual(upTo(Math.min(limit, count)));
		expect(server.windows).toHaveLength(requests);
	});

	it.each([
		[10, 1000, 1],
		[120, 1000, 3],
		[120, 70, 2],
	])('%i of %i where there is no total: %i requests', async (limit, count, requests) => {
		const pager = offset({ start: 'start', length: 'length', maxSize: 50 });
		const server = new ListServer({ pager, count, total: noTotal });
		const ids = await server.serve(readSome(server.source, limit));
		expect(ids).toEqual(upTo(Math.min(limit, count)));
		expect(server.windows).toHaveLength(requests);
	});

	it('asks for no more records than are wanted', async () => {
		const server = new ListServer({ pager: fifty, count: 1000 });
		await server.serve(readSome(server.source, 7));
		expect(server.windows).toEqual([{ start: 0, size: 7 }]);
	});

	it('reads several pages at once where the total is known', async () => {
		const server = new ListServer({ pager: fifty, count: 1000 });
		await server.serve(readSome(server.source, 500));
		expect(server.parallel).toBe(9);
	});

	it('gives each record once, in order, whatever is answered first', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 1, max: 400 }),
				fc.integer({ min: 0, max: 400 }),
				fc.boolean(),
				fc.integer(),
				async (limit, count, known, seed) => {
					const random = seeded(seed);
					const server = new ListServer({
						pager: fifty,
						count,
						total: known ? undefined : noTotal,
						pick: (pending) => Math.floor(random() * pending),
					});
					const ids = await server.serve(readSome(server.source, limit));
					expect(ids).toEqual(upTo(Math.min(limit, count)));
					const needed = Math.ceil(Math.min(limit, count + 1) / 50);
					expect(server.windows.length).toBeLessThanOrEqual(Math.max(1, needed) + 1);
				},
			),
			{ numRuns: 200 },
		);
	});

	it('fills up what came twice, since records were put before it', async () => {
		// Read newest first: the newest stands at the head, so ids fall.
		const start = 300;
		let added = 0;
		const rows: ListSetUp['rows'] = (window) => {
			const list = Array.from({ length: start + added }, (_, at) => start + added - at);
			if (window.start === 0) added = 3;
			return list.slice(window.start, window.start + window.size);
		};
		const server = new ListServer({ pager: fifty, count: start, rows });
		const ids = await server.serve(readSome(server.source, 100));
		expect(ids).toHaveLength(100);
		expect(new Set(ids).size).toBe(100);
		expect(server.windows).toHaveLength(3);
	});

	it.each([
		['a total', undefined],
		['no total', noTotal],
	])('ends on a service that repeats its first page (%s)', async (_, total) => {
		const rows: ListSetUp['rows'] = ({ size }, list) => list.slice(0, size);
		const server = new ListServer({ pager: fifty, count: 1000, rows, total });
		const ids = await server.serve(readSome(server.source, 200));
		expect(ids).toEqual(upTo(50));
		expect(server.windows.length).toBeLessThanOrEqual(8);
	});

	it('says what is missing, and only that', async () => {
		const cut: ListSetUp['rows'] = ({ start, size }, list) =>
			list.slice(start, start + Math.min(size, 5));
		const short = new ListServer({ pager: fifty, count: 40, rows: cut });
		expect(await short.serve(readSome(short.source, 30))).toEqual(upTo(5));
		expect(short.warnings).toEqual([
			'The marketplace counts 40 records, and 5 different ones could be read.',
		]);
		for (const [limit, count] of [
			[5, 40],
			[30, 5],
			[30, 0],
		]) {
			const whole = new ListServer({ pager: fifty, count, rows: cut });
			await whole.serve(readSome(whole.source, limit));
			expect(whole.warnings).toEqual([]);
		}
	});

	it.each([
		['high', (real: number) => real + 500],
		['low', () => 3],
	])('a total that lies %s does no harm', async (_, total) => {
		const server = new ListServer({ pager: fifty, count: 130, total });
		expect(await server.serve(readSome(server.source, 120))).toEqual(upTo(120));
		const short = new ListServer({ pager: fifty, count: 130, total });
		expect(await short.serve(readSome(short.source, 400))).toEqual(upTo(130));
	});
});

describe('reading newest first until a time', () => {
	const isOld = (before: number) => (row: { id?: unknown }) => Number(row.id) > before;

	it.each([
		[0, 1],
		[20, 1],
		[49, 1],
		[50, 2],
		[120, 3],
	])('the %i new ones take %i requests', async (fresh, requests) => {
		const server = new ListServer({ pager: fifty, count: 1000 });
		const ids = await server.serve(readUntil(server.source, isOld(fresh)));
		expect(ids).toEqual(upTo(fresh));
		expect(server.windows).toHaveLength(requests);
	});

	it('ends at the limit, or at the end of the list', async () => {
		const limited = new ListServer({ pager: fifty, count: 1000 });
		expect(await limited.serve(readUntil(limited.source, isOld(500), 60))).toEqual(upTo(60));
		expect(limited.windows).toHaveLength(2);
		const all = new ListServer({ pager: fifty, count: 130 });
		expect(await all.serve(readUntil(all.source, isOld(500)))).toEqual(upTo(130));
	});

	it('says what is missing, unless it found the time or the limit', async () => {
		const cut: ListSetUp['rows'] = ({ start, size }, list) =>
			list.slice(start, start + Math.min(size, 5));
		const warned = async (until: number, limit?: number) => {
			const server = new ListServer({ pager: fifty, count: 40, rows: cut });
			await server.serve(readUntil(server.source, isOld(until), limit));
			return server.warnings;
		};
		expect(await warned(40)).toEqual([
			'The marketplace counts 40 records, and 5 different ones could be read.',
		]);
		expect(await warned(4)).toEqual([]);
		expect(await warned(40, 5)).toEqual([]);
	});

	it('misses nothing that stays while others leave and come', async () => {
		const change = fc
			.double({ min: 0, max: 0.999, noNaN: true })
			.chain((at) => fc.constantFrom<Change>({ kind: 'remove', at }, { kind: 'return', at }));
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 30 }),
				fc.integer({ min: 1, max: 180 }),
				async (changes, until) => {
					const pager = pageNumber({ page: 'page', size: 'size', maxSize: 12 });
					const outside = upTo(20).map((at) => at * 7);
					const server = new ListServer({ pager, count: 180, outside, changes, shrinks: true });
					const ids = await server.serve(readUntil(server.source, isOld(until)));
					expect(new Set(ids).size).toBe(ids.length);
					expect(ids.filter((id) => server.stayed.has(id))).toEqual(
						[...server.stayed].filter((id) => id <= until),
					);
					expect(server.warnings).toEqual([]);
				},
			),
			{ numRuns: 250 },
		);
	});

	it('goes on where a whole page came twice, since as many were put before it', async () => {
		const start = 300;
		let added = 0;
		const rows: ListSetUp['rows'] = (window) => {
			const list = Array.from({ length: start + added }, (_, at) => start + added - at);
			if (window.start === 0) added = 50;
			return list.slice(window.start, window.start + window.size);
		};
		const server = new ListServer({ pager: fifty, count: start, rows });
		const ids = await server.serve(readUntil(server.source, ({ id }) => Number(id) <= 200));
		expect(ids).toEqual(Array.from({ length: 100 }, (_, at) => 300 - at));
	});

	it('ends on a service that repeats its first page', async () => {
		const rows: ListSetUp['rows'] = ({ size }, list) => list.slice(0, size);
		const server = new ListServer({ pager: fifty, count: 1000, rows });
		const ids = await server.serve(readUntil(server.source, isOld(900)));
		expect(ids).toEqual(upTo(50));
		expect(server.windows.length).toBeLessThanOrEqual(4);
	});
});
