import { items, openShop } from './shop/open';
import type { Reply, Seen } from './shop/server';

let shop: Awaited<ReturnType<typeof openShop>>;
const open = async (handler: (seen: Seen) => Reply) => (shop = await openShop(handler));
afterEach(async () => await shop.close());
beforeEach(() => jest.spyOn(Math, 'random').mockReturnValue(0.02));
afterEach(() => jest.restoreAllMocks());

/** Answers as the list says, then with success. */
const inTurn = (replies: Reply[]) => (seen: Seen) =>
	replies[seen.count - 1] ?? { body: { ok: true } };

const AMBIGUOUS: Array<[string, Reply]> = [
	['500', { status: 500 }],
	['502 with a web page', { status: 502, body: '<html>Bad gateway</html>' }],
	['503', { status: 503 }],
	['504', { status: 504 }],
	['a connection that breaks off', { reset: true }],
	['a web page with status 200', { body: '<html>Welcome</html>' }],
	['JSON that breaks off', { body: '{"ok":tr' }],
	['an empty answer', { status: 200, body: '' }],
];

describe('retry by effect', () => {
	it.each(AMBIGUOUS)('a read is repeated after %s', async (_, reply) => {
		await open(inTurn([reply, reply]));
		const { rows } = await shop.run('read');
		expect(rows).toEqual([{ ok: true }]);
		expect(shop.requests).toHaveLength(3);
	});

	it.each(AMBIGUOUS)('a set is repeated after %s', async (_, reply) => {
		await open(inTurn([reply]));
		expect((await shop.run('set')).rows).toEqual([{ ok: true }]);
		expect(shop.requests).toHaveLength(2);
	});

	it('a set that is refused after an answer got lost may have been carried out', async () => {
		await open(inTurn([{ reset: true }, { status: 400, body: { error: 'Is so already' } }]));
		const { rows } = await shop.run('set', items(1), {}, { onError: 'continueRegularOutput' });
		expect(rows[0]).toMatchObject({ details: { outcome: 'unknown', attempts: 2 } });
		expect(rows[0].message).toMatch(/^Is so already\..* An earlier try, whose answer got lost/);
	});

	it('a set that is refused at once was not', async () => {
		await open(inTurn([{ status: 400, body: { error: 'Is so already' } }]));
		const { rows } = await shop.run('set', items(1), {}, { onError: 'continueRegularOutput' });
		expect(rows[0]).toMatchObject({ details: { outcome: 'refused' } });
		expect(rows[0].message).not.toContain('An earlier try');
	});

	it.each(AMBIGUOUS)(
		'an act is not repeated after %s: its outcome is unknown',
		async (_, reply) => {
			await open(inTurn([reply]));
			const { error } = await shop.run('ship');
			expect(error?.message).toBe("It is not known whether 'Ship' happened");
			expect(error?.description).toMatch(
				/It was not repeated, since that could do it twice\. Look at the item first\.$/,
			);
			expect(shop.requests).toHaveLength(1);
		},
	);

	it('an act that timed out is reported as unknown, with what to check, and never repeated', async () => {
		await open(() => ({ delayMs: 2000, body: { ok: true } }));
		const { rows } = await shop.run(
			'ship',
			items(1),
			{ options: { timeout: 100 } },
			{ onError: 'continueRegularOutput' },
		);
		expect(rows[0]).toMatchObject({
			error: "It is not known whether 'Ship' happened",
			details: { outcome: 'unknown', attempts: 1 },
		});
		expect(shop.requests).toHaveLength(1);
	});

	it('a body that stalls after its headers counts as a timeout', async () => {
		await open(inTurn([{ stall: true, body: '' }]));
		const { rows } = await shop.run('read', items(1), { options: { timeout: 150 } });
		expect(rows).toEqual([{ ok: true }]);
	});

	it.each(['read', 'set', 'ship'])(
		'%s is repeated after 429, since nothing was done',
		async (name) => {
			await open(inTurn([{ status: 429, headers: { 'retry-after': '0' } }]));
			const { rows, hints } = await shop.run(name);
			expect(rows).toEqual([{ ok: true }]);
			expect(hints).toEqual(['Shop asked to slow down; calls were spaced out and sent again.']);
		},
	);

	it.each(['read', 'set', 'ship'])(
		'%s is repeated when the connection is refused',
		async (name) => {
			await open(() => ({ body: { ok: true } }));
			await shop.close();
			const { rows } = await shop.run(name, items(1), {}, { onError: 'continueRegularOutput' });
			expect(rows[0]).toMatchObject({
				error: 'Shop cannot be reached',
				details: { attempts: 4, outcome: 'refused', code: 'ECONNREFUSED' },
			});
		},
	);

	it('gives up after four attempts', async () => {
		await open(() => ({ status: 503 }));
		const { rows } = await shop.run('read', items(1), {}, { onError: 'continueRegularOutput' });
		expect(rows[0]).toMatchObject({ details: { attempts: 4, httpCode: 503, outcome: 'refused' } });
		expect(shop.requests).toHaveLength(4);
	});

	it.each([400, 401, 403, 404, 409, 422])('does not repeat a read after %s', async (status) => {
		await open(({ path }) =>
			path === '/login' ? { body: { token: 'new' } } : { status, body: { error: 'No' } },
		);
		await shop.run('read');
		const sent = shop.requests.filter(({ path }) => path !== '/login');
		expect(sent).toHaveLength(status === 401 || status === 403 ? 2 : 1);
	});

	it('waits as long as Retry-After says', async () => {
		await open(inTurn([{ status: 429, headers: { 'retry-after': '1' } }]));
		await shop.run('read');
		expect(shop.requests[1].at - shop.requests[0].at).toBeGreaterThanOrEqual(990);
	});

	it('names the time when Retry-After asks for more than two minutes', async () => {
		await open(() => ({ status: 429, headers: { 'retry-after': '3600' } }));
		const { error } = await shop.run('read');
		expect(error?.message).toMatch(/^Shop asks to wait until \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/);
		expect(shop.requests).toHaveLength(1);
	});

	it("counts 'not found' on a repeated delete as deleted", async () => {
		await open(inTurn([{ status: 502 }, { status: 404, body: { error: 'Not found' } }]));
		expect((await shop.run('delete')).rows).toEqual([{ deleted: true }]);
	});

	it('counts an empty answer to a delete as deleted, and no page of a proxy', async () => {
		await open(() => ({ body: '' }));
		expect((await shop.run('delete')).rows).toEqual([{ deleted: true }]);
		await shop.close();
		await open(() => ({ body: '<html>Under maintenance</html>' }));
		expect((await shop.run('delete')).error?.message).toBe('Shop answered with a web page');
	});

	it("reports 'not found' on the first delete", async () => {
		await open(() => ({ status: 404, body: { error: 'Not found' } }));
		expect((await shop.run('delete')).error?.message).toMatch(/did not find/);
	});
});

describe('destination', () => {
	it('treats a redirect as an error that names where the host moved, and never follows it', async () => {
		await open(() => ({
			status: 301,
			headers: { location: 'https://elsewhere.example/login?x=1' },
		}));
		const { error } = await shop.run('set');
		expect(error?.message).toBe("Shop redirects 'Set' elsewhere");
		expect(error?.description).toContain('https://elsewhere.example');
		expect(shop.requests).toHaveLength(1);
	});
});

describe('cancel', () => {
	it('ends a back-off wait within a second: the node itself returns, and not only the run', async () => {
		await open(() => ({ status: 429, headers: { 'retry-after': '60' } }));
		const run = shop.start('read', items(1));
		await new Promise((resolve) => setTimeout(resolve, 300));
		expect(shop.working()).toBe(1);
		const before = Date.now();
		run.cancel();
		await run.catch(() => undefined);
		while (shop.working() > 0 && Date.now() - before < 5000) {
			await new Promise((resolve) => setTimeout(resolve, 20));
		}
		expect(Date.now() - before).toBeLessThan(1000);
		expect(shop.requests).toHaveLength(1);
	});

	it('starts no more items', async () => {
		await open(() => ({ body: { ok: true }, delayMs: 50 }));
		const run = shop.start('ship', items(100));
		await new Promise((resolve) => setTimeout(resolve, 230));
		run.cancel();
		await run.catch(() => undefined);
		const sent = shop.requests.length;
		await new Promise((resolve) => setTimeout(resolve, 400));
		expect(shop.requests.length).toBeLessThanOrEqual(sent + 1);
		expect(sent).toBeLessThan(20);
	});
});
