import fc, { type Arbitrary } from 'fast-check';
import { offset, pageNumber, type Window } from '../../nodes/shared/pagers';
import { readAll, readSome, readUntil } from '../../nodes/shared/reader';
import { ListServer, type ListSetUp } from '../shared/listServer';
import { patience, tried } from './runs';

/** As Edumalls and Elryan page, with fewer records on a page. */
const pagers = fc.constantFrom(
	pageNumber({ page: 'page', size: 'size', total: 'total', maxSize: 7 }),
	offset({ start: 'start', length: 'length', maxSize: 7 }),
	offset({ start: 'start', length: 'length', maxSize: 10, maxIsGuess: true }),
);

type Rows = NonNullable<ListSetUp['rows']>;

const honest: Rows = ({ start, size }, list) => list.slice(start, start + size);

/** What a page may hold in the place of its records. */
const MANNERS: Rows[] = [
	honest,
	honest,
	honest,
	() => [],
	({ size }, list) => list.slice(0, size),
	({ start, size }, list) => list.slice(start, start + Math.ceil(size / 2)),
	({ start, size }, list) => list.slice(start, start + 2 * size + 3),
	({ start, size }, list) => list.slice(start, start + size).reverse(),
	({ start, size }, list) => list.slice(start, start + size).flatMap((id) => [id, id]),
	(_, list) => list.slice(-1),
	(_, list) => list,
];

/** What a service says of the total, in every answer alike. */
const lies = fc.constantFrom<ListSetUp['total']>(
	undefined,
	() => undefined,
	(real) => real + 1,
	(real) => real - 1,
	() => 0,
	() => 7,
	() => Number.MAX_SAFE_INTEGER,
);

/** The same, or another one in each answer. */
const totals: Arbitrary<ListSetUp['total']> = fc.oneof(
	lies,
	fc.array(fc.option(fc.nat({ max: 200 }), { nil: undefined }), { minLength: 1 }).map(
		(said): ListSetUp['total'] =>
			(_, answers) =>
				said[answers % said.length],
	),
);

const counts = fc.nat({ max: 90 });
const limits = fc.oneof(fc.integer({ min: 1, max: 120 }), fc.constantFrom(1e9, 1e15, 1e21));

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** Each once, and in bounds that do not grow with what the service claims. */
function expectBounded(ids: number[], { windows, list }: ListServer): void {
	expect(new Set(ids).size).toBe(ids.length);
	expect(ids.every((id) => list.includes(id))).toBe(true);
	expect(windows.length).toBeLessThan(600);
}

describe('a list is read to its end', () => {
	it(
		'whatever its pages hold and its total says',
		async () => {
			const manners = fc.array(fc.constantFrom(...MANNERS), { minLength: 1, maxLength: 12 });
			const property = fc.asyncProperty(
				pagers,
				counts,
				manners,
				totals,
				fc.boolean(),
				limits,
				async (pager, count, all, total, shrinks, limit) => {
					let answers = 0;
					const rows: Rows = (window: Window, list) => all[answers++ % all.length](window, list);
					const setUp: ListSetUp = { pager, count, total, shrinks, rows };
					for (const read of [readAll, readSomeOf(limit), readUntilOf(count / 2)]) {
						const server = new ListServer(setUp);
						expectBounded(await server.serve(read(server.source)), server);
					}
				},
			);
			await fc.assert(property, tried(150));
		},
		patience,
	);

	it(
		'with every record in it, where only the total lies',
		async () => {
			const property = fc.asyncProperty(
				pagers,
				counts,
				lies,
				fc.boolean(),
				limits,
				async (pager, count, total, shrinks, limit) => {
					const setUp: ListSetUp = { pager, count, total, shrinks };
					const all = new ListServer(setUp);
					expect(await all.serve(readAll(all.source))).toEqual(upTo(count));
					const some = new ListServer(setUp);
					expect(await some.serve(readSome(some.source, limit))).toEqual(
						upTo(Math.min(limit, count)),
					);
				},
			);
			await fc.assert(property, tried(150));
		},
		patience,
	);

	it('or until it is clear that it has none', async () => {
		const pager = offset({ start: 'start', length: 'length', maxSize: 1 });
		const rows: Rows = ({ start }) => [start + 1];
		const server = new ListServer({ pager, count: 1, rows, total: () => undefined });
		const ids = await server.serve(readSome(server.source, 1e15));
		expect(ids.length).toBeLessThan(30_000);
		expect(server.warnings).toEqual(['The list did not end; reading was stopped.']);
	});
});

type Read = typeof readAll;

const readSomeOf =
	(limit: number): Read =>
	async (source) =>
		await readSome(source, limit);

const readUntilOf =
	(place: number): Read =>
	async (source) =>
		await readUntil(source, ({ id }) => Number(id) > place);
