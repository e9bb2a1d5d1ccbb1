import { text } from '../../nodes/shared/fields';
import type { Operation, Values } from '../../nodes/shared/operation';
import { toCall } from '../../nodes/shared/request';
import { refusedBy } from './refused';

const operation: Operation = {
	name: 'Get',
	action: 'Get thing',
	description: 'Retrieve a thing',
	effect: 'read',
	method: 'GET',
	path: '/things/{sku}',
	source: 'inferred',
	fields: { sku: text('SKU', { required: true }) },
};

const call = (more: Partial<Operation>, values: Values, endpoint: object) =>
	toCall({ ...operation, ...more }, values, { timezone: 'Asia/Riyadh', endpoint });

describe('an inferred endpoint', () => {
	it('takes another path and method, with the same ids', () => {
		const made = call({}, { sku: 'a' }, { path: '/v2/{sku}/x', method: 'PUT' });
		expect(made).toMatchObject({ path: '/v2/a/x', method: 'PUT' });
	});

	describe('with GET in the place of a method that has a body', () => {
		const posting: Partial<Operation> = {
			method: 'POST',
			optional: { from: text('From', { to: 'search.from' }) },
		};
		const get = (posted: Partial<Operation>) =>
			call(posted, { sku: 'a', from: 'x' }, { method: 'GET' });

		it('puts the values into the query, so that none is lost', () => {
			const { query, body } = get(posting);
			expect(query).toEqual({ search: { from: 'x' } });
			expect(body).toBeUndefined();
		});

		it('does so with what the operation makes of them', () => {
			const request: Operation['request'] = (made) => ({ ...made, body: { all: made.body } });
			expect(get({ ...posting, request }).query).toEqual({ all: { search: { from: 'x' } } });
		});

		it('refuses what does not fit into an address', () => {
			const request: Operation['request'] = (made) => ({ ...made, body: [1] });
			const { title } = refusedBy(() => get({ ...posting, request }));
			expect(title).toContain("'Endpoint Method' cannot be GET");
		});
	});

	it('keeps the rules of a path', () => {
		for (const path of ['/things', '//{sku}', '/../{sku}', '/{sku}?x=1']) {
			expect(refusedBy(() => call({}, { sku: 'a' }, { path })).title).toContain("'Endpoint Path'");
		}
	});
});
