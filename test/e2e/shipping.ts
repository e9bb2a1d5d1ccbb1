import assert from 'node:assert/strict';
import {
	answeredDelivery,
	executionOf,
	executionsFor,
	failureOf,
	paymentReceived,
	placeOrder,
} from '../../scripts/stage/orders';
import { type Scene, shippingIn, type Step } from './step';

/** A buyer orders and pays; comes back when the workflow is through. */
async function shipOne(scene: Scene): Promise<number> {
	const { store } = scene.sandbox.edumalls;
	const { order_id: id } = placeOrder(scene);
	store.payOrder(id);
	const execution = await executionOf(scene, shippingIn(scene), id);
	assert.ok(execution, 'no execution was started');
	assert.equal(failureOf(execution), undefined);
	return id;
}

function assertShipped({ sandbox }: Scene, id: number): void {
	const { store } = sandbox.edumalls;
	const order = store.findOrder({ order_id: id });
	assert.ok(order?.invoice, 'the order has no invoice');
	assert.equal(order.invoice.state, 'paid');
	assert.ok(order.shipment?.tracking[0]?.track_number, 'the order has no tracking number');
	const comments = store.comments(id).filter(({ comment }) => comment !== null);
	assert.ok(comments.length > 0, 'the buyer was told nothing');
}

export const shippingSteps: Step[] = [
	{
		title: 'a paid order arrives signed, is invoiced, shipped with tracking, and commented',
		async run(scene) {
			const id = await shipOne(scene);
			const delivery = await answeredDelivery(scene, id, paymentReceived);
			assert.equal(delivery?.status, 200);
			assert.match(delivery.signature, /^sha256=[0-9a-f]{64}$/);
			assertShipped(scene, id);
		},
	},
	{
		title: 'one order is one execution, whatever other events it causes',
		async run(scene) {
			const id = await shipOne(scene);
			const events = scene.sandbox.edumalls.deliveries.filter(({ orderId }) => orderId === id);
			assert.ok(events.length > 1, 'shipping caused no further events');
			for (const { eventCode } of events) await answeredDelivery(scene, id, eventCode);
			const executions = await executionsFor(scene, shippingIn(scene), id);
			assert.equal(executions.length, 1);
		},
	},
	{
		title: 'a token that Edumalls has revoked is renewed, and the order still ships',
		async run(scene) {
			scene.sandbox.edumalls.revokeTokens();
			assertShipped(scene, await shipOne(scene));
		},
	},
	{
		title: 'every request that n8n has sent fits Edumalls’ documentation',
		async run({ sandbox }) {
			const { requests } = sandbox.edumalls;
			assert.ok(requests.length > 0, 'no request was sent');
			const wrong = requests.filter(({ invalid }) => invalid !== undefined);
			assert.deepEqual(
				wrong.map(({ action, invalid }) => `${action}: ${invalid}`),
				[],
			);
		},
	},
];
