import type { INodeProperties } from 'n8n-workflow';
import { ElryanApi } from '../../credentials/ElryanApi.credentials';
import { Elryan } from '../../nodes/Elryan/Elryan.node';
import { ElryanTrigger } from '../../nodes/Elryan/ElryanTrigger.node';
import { baseUrl } from '../../nodes/Elryan/environment';
import { elryan } from '../../nodes/Elryan/marketplace';
import { WATCHES } from '../../nodes/Elryan/watches';
import type { Operation } from '../../nodes/shared/operation';

const { properties } = new Elryan().description;

const shownFor = (resource: string, operation: string) =>
	properties.filter(({ displayOptions }) => {
		const { resource: of, operation: on } = displayOptions?.show ?? {};
		return of?.includes(resource) && on?.includes(operation);
	});

const insideOf = (list: INodeProperties[], name: string): INodeProperties[] =>
	(list.find((property) => property.name === name)?.options ?? []) as INodeProperties[];

const operations: Array<[string, string, Operation]> = Object.entries(elryan.resources).flatMap(
	([resource, { operations: all }]) =>
		Object.entries(all).map(([name, operation]): [string, string, Operation] => [
			resource,
			name,
			operation,
		]),
);

/** From "All your requests should use" of the reference. */
const HOSTS = {
	production: 'https://merchant.elryan.com/api',
	staging: 'https://merchantstaging.elryan.com/api',
};

describe('the credential', () => {
	const credential = new ElryanApi();

	it.each(Object.entries(HOSTS))('leads to %s', (environment, address) => {
		expect(baseUrl({ environment, baseUrl: 'https://other.example/api' })).toBe(address);
		expect(credential.test.request.baseURL).toContain(`${environment}: "${address}"`);
	});

	it('logs in at the path that the sister service has, and says that this is likely only', () => {
		const loginPath = credential.properties.find(({ name }) => name === 'loginPath');
		expect(loginPath).toMatchObject({ default: '/users/token' });
		expect(loginPath?.description).toMatch(/not|likely/);
	});
});

describe('what the reference does not print', () => {
	const inferred = operations.filter(([, , { source }]) => source === 'inferred');

	it('are the addresses of 28 operations', () => {
		expect(inferred).toHaveLength(28);
	});

	it.each(inferred)(
		'is said of %s: %s, which takes another address',
		(resource, name, { path }) => {
			const list = shownFor(resource, name);
			const notice = list.find((property) => property.name === 'inferredNotice');
			expect(notice?.displayName).toMatch(/does not print the address .* a likely one is used/);
			const endpoint = insideOf(list, 'options').filter(({ name: option }) =>
				option.startsWith('endpoint'),
			);
			expect(endpoint.map((option) => [option.name, option.noDataExpression])).toEqual([
				['endpointMethod', true],
				['endpointPath', true],
			]);
			expect(endpoint[1].default).toBe(path);
		},
	);

	it('is said of no other', () => {
		for (const [resource, name] of operations.filter(([, , { source }]) => !source)) {
			const names = shownFor(resource, name).map((property) => property.name);
			expect(names).not.toContain('inferredNotice');
		}
	});

	it('is said by the trigger of order lines, which takes another address too', () => {
		const list = new ElryanTrigger().description.properties;
		const events = { event: ['orderCreated', 'orderUpdated'] };
		for (const name of ['inferredNotice', 'options']) {
			const property = list.find((one) => one.name === name);
			expect(property?.displayOptions?.show).toEqual(events);
		}
		const notice = list.find(({ name }) => name === 'inferredNotice');
		expect(notice?.displayName).toMatch(/does not print the address of this list/);
		expect(insideOf(list, 'options').map(({ name }) => name)).toEqual([
			'endpointMethod',
			'endpointPath',
		]);
	});

	it('is what a product needs: all is asked for, and only what names it is required', () => {
		const list = shownFor('product', 'upsert');
		expect(list.find(({ name }) => name === 'notice')?.displayName).toContain('required');
		expect(list.filter(({ required }) => required).map(({ name }) => name)).toEqual(['spu']);
	});
});

it('carries 100 prices in a request, unless it is told otherwise', () => {
	const options = insideOf(shownFor('variant', 'updatePriceStock'), 'options');
	expect(options.find(({ name }) => name === 'batchSize')?.default).toBe(100);
});

it('starts no cron job because of what an item says', () => {
	const confirm = shownFor('system', 'startCron').find(({ name }) => name === 'confirm');
	expect(confirm).toMatchObject({ noDataExpression: true, default: false });
});

it('fetches labels from the hosts that the user trusts', () => {
	const { file } = elryan.resources.package.operations.get;
	expect(file?.hosts?.({ trustedHosts: ['labels.carrier.example'] })).toEqual([
		'labels.carrier.example',
	]);
});

describe('when an order line was made', () => {
	const { time } = WATCHES.orderCreated;

	it('is told by its ID', () => {
		expect(time({ id: '631e4485e081fc4a978a8598', dateISO: '2026-01-01T00:00:00' })).toBe(
			'2022-09-11T20:26:45.000Z',
		);
	});

	it('is told by its day, where the ID is of another kind', () => {
		expect(time({ id: '17', dateISO: '2022-09-11T00:00:00Z' })).toBe('2022-09-11T00:00:00.000Z');
	});
});
