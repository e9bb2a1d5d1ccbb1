import { openTrigger } from '../shared/polling.host';

let trigger: Awaited<ReturnType<typeof openTrigger>>;
afterEach(async () => await trigger.close());

const DAY_MS = 24 * 60 * 60_000;

async function open(event: string, settings: Partial<Parameters<typeof openTrigger>[0]> = {}) {
	trigger = await openTrigger({ ...settings, event, onStart: () => undefined });
}

/** Packages, each of an order of its own. */
const addPackages = (count: number) =>
	Array.from({ length: count }, () => {
		const { store } = trigger.elryan;
		const { POlineID: line, 'Purchase Order ID': order } = store.placeOrderLine();
		const items = [{ order_item_id: Number(line), quantity: 1 }];
		const parcel = store.createPackage({ order_id: Number(order), items });
		if ('refused' in parcel) throw new Error(parcel.refused);
		return parcel;
	});

it('emits a package when it is new and each time it changes, for packageUpdated', async () => {
	await open('packageUpdated');
	const { store, clock } = trigger.elryan;
	const [old] = addPackages(2);
	expect(await trigger.poll(undefined, true)).toBeUndefined();
	clock.advance(2000);
	const [added] = addPackages(1);
	await trigger.poll();
	clock.advance(DAY_MS);
	const [later] = addPackages(1);
	await trigger.poll();
	store.cancelPackage(old);
	await trigger.poll();
	expect(trigger.emitted.map(({ id }) => id)).toEqual([added.id, later.id, old.id]);
	expect(await trigger.poll()).toBeUndefined();
});

it('does not start with what is there when it is published for another event', async () => {
	await open('transactionCreated');
	const { store, clock } = trigger.elryan;
	store.addTransactions(1);
	await trigger.poll(undefined, true);
	clock.advance(20 * DAY_MS);
	addPackages(30);
	expect(await trigger.publish({ event: 'packageUpdated' })).toBeUndefined();
	clock.advance(2000);
	addPackages(1);
	expect(await trigger.poll()).toHaveLength(1);
});

it('goes on where it was when it is published again for the same event', async () => {
	await open('orderCreated');
	await trigger.poll(undefined, true);
	trigger.elryan.store.placeOrderLine();
	expect(await trigger.publish({ simple: true })).toHaveLength(1);
});

describe('where the list of order lines is at another address', () => {
	const elryan = { moved: { 'order.getAll': 'PUT /orders/list' } };

	it('cannot be published by the likely one', async () => {
		await open('orderCreated', { elryan });
		await expect(trigger.poll(undefined, true)).rejects.toThrow('Elryan');
	});

	it.each(['orderCreated', 'orderUpdated'])(
		'takes that one from the options, for %s',
		async (event) => {
			const options = { endpointPath: '/orders/list', endpointMethod: 'PUT' };
			await open(event, { elryan, options });
			const { store } = trigger.elryan;
			store.placeOrderLine();
			await trigger.poll(undefined, true);
			const line = store.placeOrderLine();
			await trigger.poll();
			expect(trigger.emitted.map(({ POlineID: id }) => id)).toEqual([line.POlineID]);
			const [sample] = await trigger.execute([[{ json: {} }]], 'manual');
			expect(sample.json.POlineID).toBe(line.POlineID);
		},
	);
});
