import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import type { IDataObject, INode, IPairedItemData } from 'n8n-workflow';
import { withFreeRequest } from '../nodes/shared/freeRequest';
import { loadSpec, type Spec } from '../sandbox/shared/validator';
import { createEngine, type Outcome } from './engine';
import { services, type Service } from './marketplaces';

/** One HTTP exchange: what the node must send, to the letter, and what it gets. */
interface Exchange {
	request: { method: string; path: string; query?: IDataObject; body?: IDataObject };
	response: { status?: number; body?: unknown; headers?: Record<string, string> };
}

/** One case of an operation. */
interface Case {
	name: string;
	parameters: IDataObject;
	input?: IDataObject[];
	onError?: INode['onError'];
	exchanges: Exchange[];
	/** What comes out of the first branch. */
	rows?: IDataObject[];
	/** The input item of each row, where it is not one to one. */
	pairs?: Array<number | number[]>;
	/** What the run fails with. */
	error?: { message: string; description?: string };
}

const fixture = (folder: string, resource: string, operation: string) =>
	join(__dirname, 'fixtures', folder, `${resource}.${operation}.json`);

function expectRequests(
	service: Service,
	spec: Spec,
	exchanges: Exchange[],
	{ unknown, anonymous }: { unknown: boolean; anonymous: boolean },
) {
	const wrong: string[] = [];
	for (const { request, response } of exchanges) {
		const { method, path, query, body } = request;
		const search = query ? `?${new URLSearchParams(query as Record<string, string>)}` : '';
		const interceptor = nock(service.baseUrl)
			.intercept(path, method, (sent: unknown) => {
				const problem = spec.checkRequest(method, path + search, sent);
				if (problem && !unknown) wrong.push(JSON.stringify(problem));
				return body === undefined ? sent === '' : deepEqual(sent, body);
			})
			.matchHeader('authorization', (value) =>
				anonymous ? value === undefined : service.authorization.test(String(value)),
			);
		(query ? interceptor.query(query as Record<string, string>) : interceptor).reply(
			response.status ?? 200,
			response.body as nock.Body,
			response.headers,
		);
	}
	return wrong;
}

const deepEqual = (a: unknown, b: unknown) => {
	try {
		expect(a).toEqual(b);
		return true;
	} catch {
		return false;
	}
};

function expectOutcome({ rows, branches, error }: Outcome, wanted: Case): void {
	if (wanted.error) {
		expect({ message: error?.message, description: error?.description ?? undefined }).toEqual(
			wanted.error,
		);
		return;
	}
	expect(error).toBeUndefined();
	expect(rows).toEqual(wanted.rows);
	const pairs = branches[0].map(({ pairedItem }) => {
		const items = (pairedItem as IPairedItemData | IPairedItemData[]) ?? [];
		return Array.isArray(items) ? items.map(({ item }) => item) : items.item;
	});
	expect(pairs).toEqual(wanted.pairs ?? rows.map((_, index) => index));
}

// The interceptor would stay for the test files that the same process runs next.
afterAll(() => {
	nock.enableNetConnect();
	nock.restore();
});

describe.each(services)('$folder', (service) => {
	let spec: Spec;
	beforeAll(async () => {
		spec = await loadSpec(service.spec);
		nock.disableNetConnect();
	});
	afterEach(() => nock.cleanAll());
	const operations = Object.entries(withFreeRequest(service.marketplace)).flatMap(
		([resource, { operations: all }]) =>
			Object.keys(all).map((operation) => ({ resource, operation })),
	);

	describe.each(operations)('$resource: $operation', ({ resource, operation }) => {
		const file = fixture(service.folder, resource, operation);
		const cases = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Case[]) : [];

		it('has a fixture', () => {
			expect({ file: file.replace(join(__dirname, '..'), '.'), cases: cases.length > 0 }).toEqual({
				file: expect.any(String) as string,
				cases: true,
			});
		});

		if (cases.length === 0) return;
		it.each(cases)('$name', async (wanted) => {
			const engine = createEngine({
				nodes: [service.node],
				credentialTypes: service.credentialTypes,
				credentials: service.credentials,
			});
			// What the user sends elsewhere is not in the spec.
			const { endpointPath } = (wanted.parameters.options ?? {}) as IDataObject;
			const elsewhere = resource === 'request' || endpointPath !== undefined;
			const { anonymous = false } =
				service.marketplace.resources[resource]?.operations[operation] ?? {};
			const wrong = expectRequests(service, spec, wanted.exchanges, {
				unknown: elsewhere,
				anonymous,
			});
			const { name } = new service.node().description;
			const parameters = { resource, operation, ...wanted.parameters };
			const outcome = await engine.run(name, { parameters, onError: wanted.onError }, wanted.input);
			expect(nock.pendingMocks()).toEqual([]);
			expect(wrong).toEqual([]);
			expectOutcome(outcome, wanted);
		});
	});
});
