import { openTrigger, type Lost } from '../shared/polling.host';

let mockRun = '';
jest.mock('../../nodes/shared/polling/run', () => ({ thisRun: () => mockRun }));

let trigger: Awaited<ReturnType<typeof openTrigger>>;
afterEach(async () => await trigger.close());
jest.setTimeout(60_000);

type Settings = Omit<Parameters<typeof openTrigger>[0], 'event' | 'onStart'>;

async function open(event: string, settings: Settings = {}) {
	trigger = await openTrigger({ ...settings, event, onStart: (run) => (mockRun = run) });
}

const linesOut = () => trigger.emitted.map((row) => row.POlineID).sort();

/** Numbers between 0 and 1 that are the same in every run. */
function dice(seed: number) {
	let state = seed;
	return () => {
		state = (state * 1103515245 + 12345) % 2147483648;
		return state / 2147483648;
	};
}

describe.each([
	{ seed: 1, honourTimeFilter: true, durable: false },
	{ seed: 2, honourTimeFilter: false, durable: false },
	{ seed: 3, honourTimeFilter: true, durable: true },
	{ seed: 4, honourTimeFilter: false, durable: true },
])('with %o', ({ seed, honourTimeFilter, durable }) => {
	it('emits each of 500 orders once over 20 restarts, some of them in the middle of a poll', async () => {
		const random = dice(seed);
		await open('orderCreated', { elryan: { honourTimeFilter }, durable });
		trigger.elryan.store.addOrders(50);
		await trigger.poll(undefined, true);
		expect(trigger.emitted).toEqual([]);
		const wanted: unknown[] = [];
		/** A stop in the middle of a poll. */
		const lost = (): Lost | undefined => {
			const number = random();
			return number < 0.3 ? 'execution' : number < 0.6 ? 'cursor' : undefined;
		};
		let restarts = 0;
		for (let placed = 0; placed < 500;) {
			const batch = Math.min(500 - placed, Math.ceil(random() * 12));
			for (let index = 0; index < batch; index++) {
				wanted.push(trigger.elryan.store.placeOrderLine().POlineID);
			}
			placed += batch;
			if (restarts < 20 && random() < 0.4) {
				restarts++;
				await trigger.poll(lost());
				await trigger.restart(lost());
				await trigger.restart();
			} else if (random() < 0.7) await trigger.poll();
		}
		while (restarts++ < 20) await trigger.restart();
		await trigger.poll();
		expect(wanted).toHaveLength(500);
		expect(linesOut()).toEqual([...wanted].sort());
	});
});

it('works off a backlog that is larger than one poll over several, and loses nothing', async () => {
	await open('orderCreated');
	await trigger.poll(undefined, true);
	for (let index = 0; index < 1300; index++) trigger.elryan.store.placeOrderLine();
	const sizes: number[] = [];
	for (let count = 0; count < 6; count++) sizes.push((await trigger.poll())?.length ?? 0);
	expect(Math.max(...sizes)).toBeLessThanOrEqual(600);
	expect(new Set(linesOut()).size).toBe(1300);
	expect(trigger.emitted).toHaveLength(1300);
});

it('loses nothing of a backlog where n8n stops in the middle of it', async () => {
	await open('orderCreated');
	await trigger.poll(undefined, true);
	for (let index = 0; index < 1300; index++) trigger.elryan.store.placeOrderLine();
	await trigger.poll('execution');
	await trigger.restart();
	await trigger.poll('execution');
	await trigger.restart('cursor');
	await trigger.restart();
	for (let count = 0; count < 6; count++) await trigger.poll();
	expect(new Set(linesOut()).size).toBe(1300);
	expect(trigger.emitted).toHaveLength(1300);
});

it('emits a line again when it changes, for orderUpdated', async () => {
	await open('orderUpdated');
	const line = trigger.elryan.store.placeOrderLine();
	await trigger.poll(undefined, true);
	trigger.elryan.clock.advance(2000);
	trigger.elryan.store.moveOrder(line.POlineID, 'Shipped');
	await trigger.poll();
	expect(trigger.emitted.map((row) => row.Status)).toEqual(['Shipped']);
	expect(await trigger.poll()).toBeUndefined();
});

it('shows a real sample when a test is fetched, and says so when there is none', async () => {
	await open('orderCreated', { simple: true });
	const fetched = async () => await trigger.execute([[{ json: {} }]], 'manual');
	await expect(fetched()).rejects.toThrow('There is no such record yet');
	const line = trigger.elryan.store.placeOrderLine();
	expect((await fetched())[0].json).toMatchObject({ poLineId: line.POlineID });
});

it.each(['oldestFirst', 'newestFirst'] as const)(
	'shows the latest of several that share a second, in a list that is %s',
	async (listOrder) => {
		await open('orderCreated', { elryan: { listOrder }, simple: true });
		const { store } = trigger.elryan;
		for (let count = 0; count < 5; count++) store.placeOrderLine({ lines: 2 });
		const newest = store.orderLines.at(-1);
		const [shown] = await trigger.execute([[{ json: {} }]], 'manual');
		expect(shown.json.poLineId).toBe(newest?.POlineID);
	},
);

it('puts nothing out and keeps its place when the marketplace is down', async () => {
	await open('transactionCreated');
	await trigger.poll(undefined, true);
	trigger.elryan.store.addTransactions(3);
	trigger.elryan.faults.add({ kind: 'status', status: 400, times: 1 });
	await expect(trigger.poll()).rejects.toThrow('Elryan');
	expect(await trigger.poll()).toHaveLength(3);
	expect(await trigger.poll()).toBeUndefined();
});
