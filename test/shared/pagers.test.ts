import fc from 'fast-check';
import type { Call } from '../../nodes/shared/call';
import { offset, pageNumber } from '../../nodes/shared/pagers';

const call = (method: Call['method'], body?: unknown): Call => ({
	method,
	path: '/list',
	query: {},
	headers: {},
	body,
});

const page = pageNumber({
	page: 'data.page',
	size: 'data.page_size',
	total: 'total_count',
	maxSize: 50,
});
const start = offset({ start: 'start', length: 'length', total: 'meta.total', maxSize: 100 });

describe('page numbers', () => {
	it('count from 1 and go where the body has its place for them', () => {
		const asked = page.ask(call('POST', { action: 'x', data: { filter: 1 } }), {
			start: 100,
			size: 50,
		});
		expect(asked.body).toEqual({ action: 'x', data: { filter: 1, page: 3, page_size: 50 } });
	});

	it('go into the query of a GET', () => {
		const asked = pageNumber({ page: 'page', size: 'limit', maxSize: 50 }).ask(call('GET'), {
			start: 0,
			size: 10,
		});
		expect(asked.query).toEqual({ page: 1, limit: 10 });
		expect(asked.body).toBeUndefined();
	});

	it('leave the call that they are given as it was', () => {
		const given = call('POST', { data: {} });
		page.ask(given, { start: 0, size: 50 });
		expect(given.body).toEqual({ data: {} });
	});

	it('a window starts at a multiple of its size, covers its start and is no larger than allowed', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 20_000 }),
				fc.boolean(),
				fc.integer({ min: 1, max: 60 }),
				(from, overlap, maxSize) => {
					const pager = pageNumber({ page: 'page', size: 'size', maxSize });
					const window = pager.windowAt(from, overlap);
					expect(window.start % window.size).toBe(0);
					expect(window.size).toBeLessThanOrEqual(maxSize);
					expect(window.start).toBeLessThanOrEqual(from);
					expect(window.start + window.size).toBeGreaterThan(from);
					const possible = upTo(maxSize).some((size) => size > 1 && from % size > 0);
					if (overlap && possible) expect(window.start).toBeLessThan(from);
				},
			),
		);
	});

	it('an overlapping window of up to 50 always gets further, and mostly far', () => {
		let reach = 0;
		let count = 0;
		for (let from = 50; from < 10_000; count++) {
			const window = page.windowAt(from, true);
			reach += window.start + window.size - from;
			from = window.start + window.size;
		}
		expect(reach / count).toBeGreaterThan(37);
	});
});

describe('start and length', () => {
	it('go where the answer is asked for', () => {
		const asked = start.ask(call('POST'), { start: 200, size: 100 });
		expect(asked.body).toEqual({ start: 200, length: 100 });
	});

	it('an overlapping window begins one record earlier, except at the beginning', () => {
		expect(start.windowAt(100, true)).toEqual({ start: 99, size: 100 });
		expect(start.windowAt(100, false)).toEqual({ start: 100, size: 100 });
		expect(start.windowAt(0, true)).toEqual({ start: 0, size: 100 });
		expect(start.windowAt(5, false, 1)).toEqual({ start: 5, size: 1 });
	});
});

describe('the total of an answer', () => {
	it.each<[unknown, number | undefined]>([
		[{ total_count: 7 }, 7],
		[{ total_count: 0 }, 0],
		[{ total_count: '12' }, 12],
		[{ total_count: -1 }, undefined],
		[{ total_count: 1.5 }, undefined],
		[{ total_count: 'many' }, undefined],
		[{ total_count: null }, undefined],
		[{ total_count: Infinity }, undefined],
		[{ total_count: '' }, undefined],
		[{ total_count: [] }, undefined],
		[{ total_count: true }, undefined],
		[{}, undefined],
		[[], undefined],
		['text', undefined],
		[undefined, undefined],
	])('of %j is %j', (body, total) => {
		expect(page.total(body)).toBe(total);
	});

	it('may lie deeper, or nowhere', () => {
		expect(start.total({ meta: { total: 3 } })).toBe(3);
		expect(offset({ start: 's', length: 'l', maxSize: 10 }).total({ total: 3 })).toBeUndefined();
	});
});

function upTo(count: number): number[] {
	return Array.from({ length: count }, (_, at) => at + 1);
}
