import { PollContext } from 'n8n-core';
import type { IDataObject, INode, IPollFunctions } from 'n8n-workflow';
import { ElryanApi } from '../../credentials/ElryanApi.credentials';
import { ElryanTrigger } from '../../nodes/Elryan/ElryanTrigger.node';
import { startSandbox } from '../../sandbox';
import { createEngine } from '../engine';

/** A trigger in an n8n that can be stopped and started; what it stored is all that outlives a stop. */
async function openTrigger(event: string, elryanOptions: IDataObject = {}, simple = false) {
	const { elryan, close } = await startSandbox({ elryan: { seed: 'empty', ...elryanOptions } });
	const engine = createEngine({
		nodes: [ElryanTrigger],
		credentialTypes: [ElryanApi],
		credentials: {
			elryanApi: {
				environment: 'custom',
				baseUrl: elryan.url,
				authentication: 'apiToken',
				apiToken: elryan.account.apiToken,
			},
		},
	});
	const base = engine.workflowOf('elryanTrigger', { parameters: { event, simple } });
	let stored = '{}';
	const boot = () => {
		const workflow = engine.toWorkflow(base);
		workflow.staticData = JSON.parse(stored) as IDataObject;
		return workflow;
	};
	let workflow = boot();
	const emitted: IDataObject[] = [];

	/** n8n stores a cursor only with items, and at activation. */
	async function poll(activating = false, mode: 'trigger' | 'manual' = 'trigger') {
		const node = workflow.getNode('Node') as INode;
		const context = new PollContext(
			workflow,
			node,
			engine.additionalData(base),
			mode,
			activating ? 'activate' : 'init',
		);
		const output = await new ElryanTrigger().poll.call(context as unknown as IPollFunctions);
		if (mode === 'trigger' && (output ?? activating)) stored = JSON.stringify(workflow.staticData);
		const rows = (output?.[0] ?? []).map(({ json }) => json);
		if (mode === 'trigger') emitted.push(...rows);
		return output && rows;
	}

	return {
		elryan,
		close,
		emitted,
		poll,
		restart: async () => {
			workflow = boot();
			return await poll(true);
		},
	};
}

let trigger: Awaited<ReturnType<typeof openTrigger>>;
afterEach(async () => await trigger.close());
jest.setTimeout(60_000);

/** Numbers between 0 and 1 that are the same in every run. */
function dice(seed: number) {
	let state = seed;
	return () => {
		state = (state * 1103515245 + 12345) % 2147483648;
		return state / 2147483648;
	};
}

describe.each([true, false])('where the time filter is honoured: %s', (honourTimeFilter) => {
	it.each([1, 2])('emits each of 500 orders once over 20 restarts (run %i)', async (seed) => {
		const random = dice(seed);
		trigger = await openTrigger('orderCreated', { honourTimeFilter });
		trigger.elryan.store.addOrders(50);
		await trigger.poll(true);
		expect(trigger.emitted).toEqual([]);
		const wanted: unknown[] = [];
		let restarts = 0;
		for (let placed = 0; placed < 500;) {
			const batch = Math.min(500 - placed, Math.ceil(random() * 12));
			for (let index = 0; index < batch; index++) {
				wanted.push(trigger.elryan.store.placeOrderLine().POlineID);
			}
			placed += batch;
			if (restarts < 20 && random() < 0.4) {
				restarts++;
				await trigger.restart();
			} else if (random() < 0.7) await trigger.poll();
		}
		while (restarts++ < 20) await trigger.restart();
		await trigger.poll();
		expect(wanted).toHaveLength(500);
		expect(trigger.emitted.map((row) => row.POlineID).sort()).toEqual([...wanted].sort());
	});
});

it('works off a backlog that is larger than one poll over several, and loses nothing', async () => {
	trigger = await openTrigger('orderCreated');
	await trigger.poll(true);
	for (let index = 0; index < 1300; index++) trigger.elryan.store.placeOrderLine();
	const sizes: number[] = [];
	for (let count = 0; count < 6; count++) sizes.push((await trigger.poll())?.length ?? 0);
	expect(Math.max(...sizes)).toBeLessThanOrEqual(600);
	expect(new Set(trigger.emitted.map((row) => row.POlineID)).size).toBe(1300);
	expect(trigger.emitted).toHaveLength(1300);
});

it('emits a line again when it changes, for orderUpdated', async () => {
	trigger = await openTrigger('orderUpdated');
	const line = trigger.elryan.store.placeOrderLine();
	await trigger.poll(true);
	trigger.elryan.clock.advance(2000);
	trigger.elryan.store.moveOrder(line.POlineID, 'Shipped');
	expect((await trigger.poll())?.map((row) => row.Status)).toEqual(['Shipped']);
	expect(await trigger.poll()).toBeNull();
});

it('shows a real sample when a test is fetched, and says so when there is none', async () => {
	trigger = await openTrigger('orderCreated', {}, true);
	await expect(trigger.poll(false, 'manual')).rejects.toThrow('There is no such record yet');
	const line = trigger.elryan.store.placeOrderLine();
	expect((await trigger.poll(false, 'manual'))?.[0]).toMatchObject({ poLineId: line.POlineID });
});

it('puts nothing out and keeps its place when the marketplace is down', async () => {
	trigger = await openTrigger('transactionCreated');
	await trigger.poll(true);
	trigger.elryan.store.addTransactions(3);
	trigger.elryan.faults.add({ kind: 'status', status: 400, times: 1 });
	await expect(trigger.poll()).rejects.toThrow('Elryan');
	expect(await trigger.poll()).toHaveLength(3);
	expect(await trigger.poll()).toBeNull();
});
