import { openTrigger } from './polling.host';

let mockRun = '';
jest.mock('../../nodes/shared/polling/run', () => ({ thisRun: () => mockRun }));

let trigger: Awaited<ReturnType<typeof openTrigger>>;
afterEach(async () => await trigger.close());

async function open(settings: { durable?: boolean; budgetMs?: number } = {}) {
	const onStart = (run: string) => (mockRun = run);
	trigger = await openTrigger({ event: 'orderCreated', ...settings, onStart });
	await trigger.poll(undefined, true);
}

it('puts out again after a restart what may have been lost, and only that', async () => {
	await open();
	trigger.elryan.store.placeOrderLine();
	expect(await trigger.poll('execution')).toHaveLength(1);
	expect(await trigger.poll()).toBeUndefined();
	expect(trigger.emitted).toHaveLength(0);
	expect(await trigger.restart()).toHaveLength(1);
	expect(trigger.emitted).toHaveLength(1);
	await trigger.restart();
	expect(trigger.emitted).toHaveLength(1);
});

it('does so over polls that put out nothing, or something else', async () => {
	await open();
	trigger.elryan.store.placeOrderLine();
	await trigger.poll('execution');
	expect(await trigger.poll()).toBeUndefined();
	trigger.elryan.store.placeOrderLine();
	expect(await trigger.poll()).toHaveLength(1);
	expect(await trigger.restart()).toHaveLength(2);
	expect(trigger.emitted).toHaveLength(2);
});

it('keeps what the first look has learned where n8n’s durable scheduler would drop it', async () => {
	await open({ durable: true });
	await trigger.restart();
	trigger.elryan.store.placeOrderLine();
	expect(await trigger.poll()).toHaveLength(1);
});

it('reads on at the next poll where n8n’s time for this one is up', async () => {
	await open({ budgetMs: 400 });
	for (let index = 0; index < 250; index++) trigger.elryan.store.placeOrderLine();
	trigger.elryan.faults.add({ kind: 'latency', ms: 250, times: -1 });
	const sizes: number[] = [];
	while (trigger.emitted.length < 250 && sizes.length < 10) {
		sizes.push((await trigger.poll())?.length ?? 0);
	}
	expect(sizes.length).toBeGreaterThan(1);
	expect(trigger.warned[0]).toMatch(/the list is longer than one poll reads/);
	expect(trigger.emitted).toHaveLength(250);
});

it('goes on polling where the first poll after a start fails, and fails at the next', async () => {
	await open();
	trigger.elryan.store.placeOrderLine();
	trigger.elryan.faults.add({ kind: 'status', status: 400, times: 4 });
	expect(await trigger.restart()).toBeUndefined();
	await expect(trigger.poll()).rejects.toThrow('Elryan');
	expect(await trigger.poll()).toHaveLength(1);
});

it('refuses to be published where the first poll fails', async () => {
	const onStart = (run: string) => (mockRun = run);
	trigger = await openTrigger({ event: 'orderCreated', onStart });
	trigger.elryan.faults.add({ kind: 'status', status: 400, times: 2 });
	await expect(trigger.poll(undefined, true)).rejects.toThrow('Elryan');
});
