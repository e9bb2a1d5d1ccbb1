import type { IDataObject, IHttpRequestOptions, ILoadOptionsFunctions } from 'n8n-workflow';
import { choice } from '../../nodes/shared/fields';
import { toListSearch } from '../../nodes/shared/listSearch';
import { record, suggested } from '../../nodes/shared/locators';
import type { Marketplace, Operation } from '../../nodes/shared/operation';
import type { Search } from '../../nodes/shared/search';

const kind = choice('Kind', { big: 'Big', small: 'Small' }, { required: true });

const getAll: Operation = {
	name: 'Get Many',
	action: 'Get many things',
	description: 'List',
	effect: 'read',
	method: 'GET',
	path: '/things/{kind}',
	fields: { kind },
	list: { records: 'rows', key: ['id'] },
};

const search: Search = {
	method: 'searchThings',
	list: () => getAll,
	choice: ({ id }) => ({ label: String(id), value: String(id) }),
	dependsOn: ['kind'],
};

const thing = record('Thing', search, { list: {} });
const shop: Marketplace = {
	name: 'Shop',
	credential: 'shopApi',
	baseUrl: () => 'https://shop.example',
	examplePath: '/things',
	resources: {
		thing: {
			name: 'Thing',
			operations: { getAll, get: { ...getAll, list: undefined, fields: { kind, thing } } },
		},
	},
	readFailure: () => undefined,
};

/** Opens the list while the node shows these parameters; gives what was asked. */
async function open(parameters: IDataObject, filter?: string) {
	const asked: string[] = [];
	const context = {
		getCredentials: async () => ({}),
		getNode: () => ({ name: 'Shop' }),
		getTimezone: () => 'UTC',
		getCurrentNodeParameter: (name: string) => parameters[name],
		helpers: {
			httpRequestWithAuthentication: async (_type: string, { url }: IHttpRequestOptions) => {
				asked.push(url);
				const body = JSON.stringify({ rows: [{ id: 'a1' }, { id: 'b2' }] });
				return { statusCode: 200, headers: {}, body };
			},
		},
	};
	const { searchThings } = toListSearch(shop);
	const { results } = await searchThings.call(context as unknown as ILoadOptionsFunctions, filter);
	return { asked, values: results.map(({ value }) => value) };
}

it('a list is asked with the parameters that it depends on', async () => {
	const small = await open({ kind: 'small', other: 'x' });
	expect(small).toEqual({ asked: ['https://shop.example/things/small'], values: ['a1', 'b2'] });
	const big = await open({ kind: 'big' }, 'b');
	expect(big).toEqual({ asked: ['https://shop.example/things/big'], values: ['b2'] });
});

it.each([{}, { kind: '' }, { kind: null }])(
	'%j is told before anything is asked',
	async (given) => {
		await expect(open(given)).rejects.toThrow("'Kind' is empty");
	},
);

it('n8n is told, so that it empties the choice when they change', () => {
	const typeOptions = { loadOptionsDependsOn: ['kind'] };
	expect(thing.property.typeOptions).toEqual(typeOptions);
	expect(suggested('Thing', search).property.typeOptions).toEqual(typeOptions);
	const free = suggested('Thing', { method: 'searchOther', choices: [] });
	expect(free.property.typeOptions).toBeUndefined();
});
