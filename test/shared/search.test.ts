import type { IDataObject, ILoadOptionsFunctions, INode } from 'n8n-workflow';
import { toListSearch } from '../../nodes/shared/listSearch';
import { record, suggested } from '../../nodes/shared/locators';
import type { Marketplace, Operation } from '../../nodes/shared/operation';
import { offset, pageNumber } from '../../nodes/shared/pagers';

const getAll: Operation = {
	name: 'Get Many',
	action: 'Get many products',
	description: 'List',
	effect: 'read',
	method: 'POST',
	path: '/products',
	list: {
		records: 'rows',
		key: ['id'],
		pager: pageNumber({ page: 'page', size: 'size', total: 'total', maxSize: 10 }),
		sort: { to: 'sort', oldestFirst: 'ASC', newestFirst: 'DESC' },
	},
};

const get: Operation = {
	...getAll,
	name: 'Get',
	list: undefined,
	fields: {
		product: record(
			'Product',
			{
				method: 'searchProducts',
				list: () => getAll,
				choice: ({ id, name }) => ({ label: `${String(name)} · ${String(id)}`, value: Number(id) }),
			},
			{ list: {} },
		),
	},
	optional: {
		status: suggested('Status', {
			method: 'searchStatuses',
			choices: [
				{ label: 'Shipped', value: 'complete' },
				{ label: 'On Hold', value: 'holded' },
			],
		}),
	},
};

const shop: Marketplace = {
	name: 'Shop',
	credential: 'shopApi',
	baseUrl: () => 'https://shop.example',
	examplePath: '/products',
	resources: { product: { name: 'Product', operations: { get, getAll } } },
	readFailure: ({ status, body }) =>
		status >= 400 ? { words: String((body as IDataObject).message) } : undefined,
};

/** How many records the shop gives at most where it is asked by `start`. */
const CAP = 7;

const pager = offset({ start: 'start', length: 'length', maxSize: 100, maxIsGuess: true });
const guessed = { ...getAll, list: { records: 'rows', key: ['id'], pager } };
const capped: Marketplace = {
	...shop,
	resources: {
		product: {
			name: 'Product',
			operations: {
				get: {
					...get,
					fields: {
						product: record(
							'Product',
							{
								method: 'searchProducts',
								list: () => guessed,
								choice: ({ id }) => ({ label: String(id), value: Number(id) }),
							},
							{ list: {} },
						),
					},
				},
			},
		},
	},
};

/** A shop with `count` products, newest first; keeps what it was asked. */
function editor(count: number, status = 200, marketplace = shop) {
	const asked: IDataObject[] = [];
	const products = Array.from({ length: count }, (_, at) => ({ id: count - at, name: 'Lamp' }));
	const node = {
		name: 'Shop',
		credentials: { shopApi: { id: 'search', name: 'x' } },
	} as never as INode;
	const context = {
		getCredentials: async () => ({}),
		getNode: () => node,
		getTimezone: () => 'UTC',
		helpers: {
			httpRequestWithAuthentication: async (_type: string, options: { body: string }) => {
				const body = JSON.parse(options.body) as { page: number; size: number; start?: number };
				asked.push(body);
				const from = body.start ?? (body.page - 1) * body.size;
				const rows = products.slice(from, from + (body.start === undefined ? body.size : CAP));
				const answer = status < 400 ? { rows, total: count } : { message: 'Closed for today' };
				return { statusCode: status, headers: {}, body: JSON.stringify(answer) };
			},
		},
	};
	const methods = toListSearch(marketplace);
	const search = async (name: string, filter?: string, token?: string) =>
		await methods[name].call(context as unknown as ILoadOptionsFunctions, filter, token);
	return { asked, search, methods };
}

it('every list of a field has a method, by its name', () => {
	expect(Object.keys(editor(0).methods).sort()).toEqual(['searchProducts', 'searchStatuses']);
});

describe('a documented list', () => {
	it.each<[filter: string | undefined, values: string[]]>([
		[undefined, ['complete', 'holded']],
		['', ['complete', 'holded']],
		['ship', ['complete']],
		[' HOLD ', ['holded']],
		['complete', ['complete']],
		['none of these', []],
		['.*', []],
	])('filtered by %j: %j', async (filter, values) => {
		const { results } = await editor(0).search('searchStatuses', filter);
		expect(results.map(({ value }) => value)).toEqual(values);
	});
});

describe('a list of the account', () => {
	it('opens with the newest page, and goes on by its token', async () => {
		const { search, asked } = editor(25);
		const first = await search('searchProducts');
		expect(first.results[0]).toEqual({ name: 'Lamp · 25', value: 25 });
		expect(first.results).toHaveLength(10);
		const second = await search('searchProducts', undefined, first.paginationToken as string);
		expect(second.results[0].value).toBe(15);
		const third = await search('searchProducts', undefined, second.paginationToken as string);
		expect(third.results).toHaveLength(5);
		expect(third.paginationToken).toBeUndefined();
		expect(asked.map(({ page, sort }) => [page, sort])).toEqual([
			[1, 'DESC'],
			[2, 'DESC'],
			[3, 'DESC'],
		]);
	});

	it('looks through pages until something matches', async () => {
		const { search, asked } = editor(45);
		const found = await search('searchProducts', '· 12');
		expect(found.results.map(({ value }) => value)).toEqual([12]);
		expect(asked).toHaveLength(4);
		expect(found.paginationToken).toBe('40');
	});

	it('gives up after ten pages, and lets the user go on', async () => {
		const { search, asked } = editor(500);
		const found = await search('searchProducts', 'no such thing');
		expect(found).toEqual({ results: [], paginationToken: '100' });
		expect(asked).toHaveLength(10);
	});

	it('ends where nothing matches', async () => {
		const found = await editor(15).search('searchProducts', 'no such thing');
		expect(found).toEqual({ results: [], paginationToken: undefined });
	});

	it('goes on after a short page, where nobody says how long a page may be', async () => {
		const { search } = editor(10, 200, capped);
		const first = await search('searchProducts');
		expect(first).toMatchObject({ paginationToken: '7' });
		const second = await search('searchProducts', undefined, '7');
		expect(second.results).toHaveLength(3);
		const third = await search('searchProducts', undefined, second.paginationToken as string);
		expect(third).toEqual({ results: [], paginationToken: undefined });
	});

	it("tells a failure in the marketplace's words", async () => {
		await expect(editor(5, 422).search('searchProducts')).rejects.toMatchObject({
			message: "Shop refused 'Get Many'",
			description: 'Closed for today.',
		});
	});
});
