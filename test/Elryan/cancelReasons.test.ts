import type { ILoadOptionsFunctions, INode } from 'n8n-workflow';
import { elryan } from '../../nodes/Elryan/marketplace';
import { toListSearch } from '../../nodes/shared/listSearch';

/** The reasons that the editor offers where Elryan gives this answer. */
async function offered(statusCode: number, body: unknown) {
	const node = {
		name: 'Elryan',
		credentials: { elryanApi: { id: 'reasons', name: 'x' } },
	} as never as INode;
	const context = {
		getCredentials: async () => ({ environment: 'staging' }),
		getNode: () => node,
		getTimezone: () => 'UTC',
		helpers: {
			httpRequestWithAuthentication: async () => ({
				statusCode,
				headers: {},
				body: JSON.stringify(body),
			}),
		},
	};
	const { searchCancelReasons: search } = toListSearch(elryan);
	const { results } = await search.call(context as unknown as ILoadOptionsFunctions);
	return results.map(({ name, value }) => [name, value]);
}

const DOCUMENTED = [
	['Incorrect Pricing', 'incorrect_pricing'],
	['Out of Stock', 'out_of_stock'],
	['Sourcing Delay', 'sourcing_delay'],
];

it('are those of the marketplace, with the names of those that are documented', async () => {
	const answer = { data: ['out_of_stock', 'buyer_gone'], error_code: 0 };
	expect(await offered(200, answer)).toEqual([
		['Out of Stock', 'out_of_stock'],
		['buyer_gone', 'buyer_gone'],
	]);
});

it.each<[string, number, unknown]>([
	['has another address', 404, { message: 'Not Found' }],
	['is refused in an answer with status 200', 200, { data: null, error_code: 500 }],
	['is no list', 200, { data: { reasons: [] }, error_code: 0 }],
])('are the documented ones where the list %s', async (_, status, body) => {
	expect(await offered(status, body)).toEqual(DOCUMENTED);
});
