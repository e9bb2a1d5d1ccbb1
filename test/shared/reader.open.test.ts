import { offset, type Window } from '../../nodes/shared/pagers';
import { readAll } from '../../nodes/shared/reader';
import { ListServer } from './listServer';

const pager = offset({ start: 'start', length: 'length', maxSize: 50 });

it('without a total a list is read to its end, more pages at a time the longer it is', async () => {
	const server = new ListServer({ pager, count: 500, total: () => undefined });
	expect(await server.serve(readAll(server.source))).toHaveLength(500);
	expect(server.windows.length).toBeLessThanOrEqual(16);
	expect(server.parallel).toBe(8);
});

it.each([0, 1, 49])('a short list without a total (%i) costs nothing in vain', async (count) => {
	const server = new ListServer({ pager, count, total: () => undefined });
	expect(await server.serve(readAll(server.source))).toHaveLength(count);
	expect(server.windows.length).toBe(1);
});

it('of a service that cuts its answers nothing is asked for in advance', async () => {
	const cutting = offset({ start: 'start', length: 'length', maxSize: 50, maxIsGuess: true });
	const rows = ({ start }: Window, list: number[]) => list.slice(start, start + 20);
	const server = new ListServer({ pager: cutting, count: 500, total: () => undefined, rows });
	expect(await server.serve(readAll(server.source))).toHaveLength(500);
	expect(server.parallel).toBe(1);
});

it('leaves nothing out while records come and go', async () => {
	for (const at of [0.1, 0.5, 0.9]) {
		const changes = Array.from({ length: 14 }, (_, index) =>
			index % 3 === 1 ? [{ kind: 'remove' as const, at }, { kind: 'append' as const }] : [],
		);
		const server = new ListServer({ pager, count: 500, total: () => undefined, changes });
		const ids = await server.serve(readAll(server.source));
		expect(new Set(ids).size).toBe(ids.length);
		expect([...server.stayed].filter((id) => !ids.includes(id))).toEqual([]);
	}
});
