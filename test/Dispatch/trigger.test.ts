import {
	activate,
	addressOf,
	DELIVERED,
	dispatch,
	receiver,
	registered,
	writes,
} from './triggerHost';

describe('activating', () => {
	it('registers a workflow of Dispatch whose action calls this node, with the conditions', async () => {
		await activate(receiver());
		expect(registered()).toHaveLength(1);
		expect(registered()[0]).toMatchObject({
			entityType: 'Shipment',
			trigger: 'shipment_delivered',
			isActive: true,
			conditions: { status: 'delivered' },
			action: { type: 'webhook' },
		});
		expect(registered()[0].name).toMatch(/^n8n: Node \[[0-9a-f]{8} [0-9a-f]{8}\]$/);
		expect(addressOf().searchParams.get('secret')).toMatch(/^[0-9a-f]{64}$/);
		expect(dispatch.requests.every(({ invalid }) => invalid === undefined)).toBe(true);
	});

	it('again, as at each start of n8n, keeps what is there', async () => {
		const node = receiver();
		for (let start = 0; start < 10; start++) await activate(node);
		expect(registered()).toHaveLength(1);
		expect(writes()).toBe(1);
	});

	it('puts right what was switched off, or is there twice', async () => {
		const node = receiver();
		await activate(node);
		const [first] = registered();
		dispatch.store.workflows.push({ ...first, guid: 'again' });
		first.isActive = false;
		await activate(node);
		expect(registered()).toHaveLength(1);
		expect(registered()[0].isActive).toBe(true);
	});

	it("leaves another n8n's, and people's own, alone", async () => {
		await activate(receiver());
		await activate(receiver());
		dispatch.store.workflows.push({ ...registered()[0], guid: 'own', name: 'Our own [workflow]' });
		const third = receiver();
		await activate(third);
		expect(registered()).toHaveLength(4);
		await third.hook('delete');
		expect(registered()).toHaveLength(3);
	});

	it('a test has a registration of its own, which goes with the test', async () => {
		const node = receiver();
		await activate(node);
		await activate(node, { isTest: true });
		expect(registered()).toHaveLength(2);
		expect([0, 1].map((index) => addressOf(index).pathname.split('/')[1])).toEqual([
			'webhook',
			'webhook-test',
		]);
		await node.hook('delete', { isTest: true });
		expect(addressOf().pathname).toMatch(/^\/webhook\//);
		expect(registered()).toHaveLength(1);
	});
});

describe('a call', () => {
	const call = (body: unknown, secret?: string) => ({
		body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
		query: secret === undefined ? {} : { secret },
	});

	async function opened() {
		const node = receiver();
		await activate(node);
		return { node, secret: String(addressOf().searchParams.get('secret')) };
	}

	it('with the secret starts the workflow with its body as it came', async () => {
		const { node, secret } = await opened();
		const body = { event: 'shipment_delivered', data: { guid: 'a', note: 'تم' } };
		const received = await node.receive(call(body, secret));
		expect(received.status).toBe(200);
		expect(received.rows).toEqual([{ body, entityType: 'Shipment', triggerId: DELIVERED }]);
		expect(JSON.stringify(received)).not.toContain(secret);
	});

	it('may be anything, since Dispatch does not say what it sends', async () => {
		const { node, secret } = await opened();
		for (const [sent, body] of [
			['a=b', 'a=b'],
			['', ''],
			['[1]', [1]],
		] as const) {
			expect((await node.receive(call(sent, secret))).rows).toMatchObject([{ body }]);
		}
	});

	it.each([undefined, '', 'x', '0'.repeat(64)])(
		'with the secret %j gets 401, and starts nothing',
		async (secret) => {
			const { node } = await opened();
			const received = await node.receive(call({}, secret));
			expect(received.status).toBe(401);
			expect(received.rows).toEqual([]);
		},
	);

	it('is answered 400 where its body cannot be had, and starts nothing', async () => {
		const { node, secret } = await opened();
		const received = await node.receive({ ...call({}, secret), unreadable: true });
		expect(received).toMatchObject({ status: 400, rows: [] });
	});

	it('to the test address has the secret of that address', async () => {
		const { node, secret } = await opened();
		await activate(node, { isTest: true });
		const test = String(addressOf(1).searchParams.get('secret'));
		expect(test).not.toBe(secret);
		const manual = { mode: 'manual' as const };
		expect((await node.receive({ ...call({}, test), ...manual })).rows).toHaveLength(1);
		expect((await node.receive({ ...call({}, secret), ...manual })).status).toBe(401);
	});
});
