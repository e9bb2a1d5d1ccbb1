import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { freeRequest } from '../../nodes/shared/freeRequest';
import { toCall } from '../../nodes/shared/request';
import { shop } from '../shop';
import { services } from '../marketplaces';
import { openService } from '../sandboxed/service';
import { refusedBy } from '../shared/refused';
import { expectNoTraces } from './judge';
import { tried } from './runs';
import { anyValue } from './values';

const operation = freeRequest(shop);
const callOf = (body: unknown) =>
	toCall(operation, { method: 'POST', path: '/items', effect: 'act', body }, { timezone: 'UTC' });

/** JSON with integers of any size in it, and spaces that say nothing. */
const typed = fc
	.tuple(
		fc.jsonValue({ maxDepth: 2 }),
		fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
		fc.constantFrom('', ' ', '\n\t'),
	)
	.map(
		([value, id, space]) =>
			`${space}{"id":${space}${id}, "price": 161.0, "rest": ${JSON.stringify(value)}}${space}`,
	);

describe("a free request's body", () => {
	it('that was typed goes out as it was typed, digit by digit', () => {
		fc.assert(
			fc.property(typed, (text) => {
				expect(callOf(text).body).toBe(text.trim());
			}),
			tried(200),
		);
	});

	it('goes out as JSON that means the same, or is refused by its label', () => {
		fc.assert(
			fc.property(anyValue, (value) => {
				let body: unknown;
				try {
					({ body } = callOf(value));
				} catch {
					const { title } = refusedBy(() => callOf(value));
					expect(title).toContain("'Body'");
					return expectNoTraces(title, [value]);
				}
				const sent = typeof body === 'string' ? body : JSON.stringify(body);
				const meant = typeof value === 'string' ? value : JSON.stringify(value);
				expect(JSON.parse(sent ?? 'null')).toEqual(JSON.parse(meant ?? 'null'));
			}),
			tried(400),
		);
	});

	describe('on the wire', () => {
		let server: Server;
		const bodies: string[] = [];
		beforeAll(async () => {
			server = createServer((request, response) => {
				const chunks: Buffer[] = [];
				request.on('data', (chunk: Buffer) => chunks.push(chunk));
				request.on('end', () => {
					bodies.push(Buffer.concat(chunks).toString('utf8'));
					response.setHeader('content-type', 'application/json').end('{"success":true}');
				});
			});
			await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		});
		afterAll(() => server.close());

		it.each(services.map(({ folder }) => folder))('of %s has every digit', async (folder) => {
			const { credentials } = services.find((one) => one.folder === folder) ?? services[0];
			const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
			const local = Object.entries(credentials).map(([name, one]) => [name, { ...one, baseUrl }]);
			const { run } = openService(folder, Object.fromEntries(local) as typeof credentials);
			const property = fc.asyncProperty(typed, async (text) => {
				bodies.length = 0;
				const given = { method: 'POST', path: '/items', effect: 'act' };
				const { error } = await run(
					'request',
					'send',
					{ ...given, additionalFields: { body: '={{ $json.text }}' } },
					[{ text }],
				);
				expect(error).toBeUndefined();
				expect(bodies).toEqual([text.trim()]);
			});
			await fc.assert(property, tried(8, folder));
		});
	});
});
