import assert from 'node:assert/strict';
import type { Order } from '../../sandbox';
import type { Workflow as DispatchWorkflow } from '../../sandbox/dispatch/types';
import { itemsOf } from '../../scripts/n8n/executions';
import { executionOf, placeOrder } from '../../scripts/stage/orders';
import { dispatchApprovalStep } from './dispatchApproval';
import { wrongPath } from './dispatchCredentials';
import { deliver, startedBy } from './dispatchWorkflow';
import { exampleIn, runFrom } from './running';
import { type Scene, shippingIn, type Step } from './step';

/** A buyer orders and pays on Edumalls, and the shipping example has shipped it. */
async function shippedOrder(scene: Scene): Promise<Order> {
	const { store } = scene.sandbox.edumalls;
	const { order_id: id } = placeOrder(scene);
	store.payOrder(id);
	await executionOf(scene, shippingIn(scene), id);
	const order = store.findOrder({ order_id: id });
	assert.equal(order?.status, 'shipped');
	return order;
}

const deliveredStep: Step = {
	title:
		'Dispatch’s delivered shipment: its Edumalls order is complete, the buyer told; later, not again',
	async run(scene) {
		const { store } = scene.sandbox.edumalls;
		const example = exampleIn(scene, 'dispatch-delivered-to-edumalls.json');
		const order = await shippedOrder(scene);
		const told = () => store.comments(order.order_id).filter(({ comment }) => comment !== null);
		const before = told().length;
		const deliverIt = async () => {
			await deliver(scene, { orderNumber: order.increment_id, trackingNumber: 'DSP-E2E' });
		};
		assert.equal((await startedBy(scene, example, deliverIt)).length, 1);
		assert.deepEqual([order.state, order.status], ['complete', 'complete']);
		const [comment, ...more] = told().slice(before);
		assert.equal(more.length, 0, 'further comments');
		assert.match(String(comment?.comment), /parcel DSP-E2E has been delivered/);
		assert.equal(comment?.notified, true);

		assert.equal((await startedBy(scene, example, deliverIt)).length, 1);
		assert.equal(told().length, before + 1, 'comments after the same shipment again');
	},
};

const strangerStep: Step = {
	title:
		'Dispatch’s delivered shipment: one of no Edumalls order leaves by its branch, with the reason',
	async run(scene) {
		const example = exampleIn(scene, 'dispatch-delivered-to-edumalls.json');
		for (const [orderNumber, reason] of [
			['not-an-order', /not find|not exist|Order not found/i],
			[undefined, /order_id or increment_id|empty/],
		] as const) {
			const [execution] = await startedBy(scene, example, async () => {
				await deliver(scene, { orderNumber, trackingNumber: 'DSP-STRANGE' });
			});
			assert.ok(execution, 'nothing was started');
			const [row] = itemsOf(execution, 'Not Done');
			assert.equal(row?.tracking_number, 'DSP-STRANGE');
			assert.match(String(row.reason), reason);
		}
	},
};

const notifyStep: Step = {
	title: 'Elryan’s orders in Dispatch: one workflow an order, not doubled; its buyer gets one mail',
	async run(scene) {
		const { elryan, dispatch } = scene.sandbox;
		const run = async () => await runFrom(scene, exampleIn(scene, notify), 'Every Hour');
		await run();
		const before = new Set(dispatch.store.workflows);
		const added = (): DispatchWorkflow[] =>
			dispatch.store.workflows.filter((workflow) => !before.has(workflow));
		const { 'Order Number': order } = elryan.store.placeOrderLine({ lines: 2 });
		await run();
		await run();
		const [workflow, ...more] = added();
		assert.equal(more.length, 0, 'further workflows of the same order');
		assert.deepEqual(
			{ ...workflow, guid: undefined, triggerId: undefined },
			{
				guid: undefined,
				name: `Elryan ${order}: tell the buyer`,
				entityType: 'Shipment',
				triggerId: undefined,
				trigger: 'shipment_delivered',
				action: { type: 'send_email', recipient: 'customer', template: 'delivery_confirmation' },
				conditions: { orderNumber: order },
				isActive: true,
				isManaged: false,
			},
		);
		await deliver(scene, { orderNumber: 'another' });
		await deliver(scene, { orderNumber: order });
		const mails = dispatch.outbox.filter((message) => message.workflow === workflow?.guid);
		assert.deepEqual(
			mails.map(({ type, recipient, entity }) => [type, recipient, entity.orderNumber]),
			[['send_email', 'customer', order]],
		);
	},
};

const notify = 'elryan-dispatch-notify.json';

const notifyRefusalStep: Step = {
	title: 'Elryan’s orders in Dispatch: what is refused leaves by its branch, and is tried again',
	async run(scene) {
		const { elryan, dispatch } = scene.sandbox;
		const { 'Order Number': order } = elryan.store.placeOrderLine();
		const fault = { kind: 'status', status: 400, body: refusal } as const;
		dispatch.faults.add({ ...fault, match: { action: 'workflow.configure' } });
		const run = async () => await runFrom(scene, exampleIn(scene, notify), 'Every Hour');
		const refused = itemsOf(await run(), 'Not Set Up');
		assert.deepEqual(
			refused.map(({ order_number: number }) => number),
			[order],
		);
		assert.match(String(refused[0]?.reason), /Dispatch refused 'Configure'\. Too many workflows/);
		const done = itemsOf(await run(), 'Set Up');
		assert.deepEqual(
			done.map(({ order_number: number }) => number),
			[order],
		);
	},
};

const refusal = JSON.stringify({
	success: false,
	error: { code: 'CONFIGURATION_ERROR', message: 'Too many workflows' },
});

const documentedStep: Step = {
	title: 'every request that n8n has sent fits what is known of Dispatch’s API',
	async run({ sandbox }) {
		const requests = sandbox.dispatch.requests.filter(({ path }) => !path.startsWith(wrongPath));
		assert.ok(requests.length > 0, 'no request was sent');
		const wrong = requests.filter(({ invalid }) => invalid !== undefined);
		assert.deepEqual(
			wrong.map(({ action, invalid }) => `${action}: ${invalid}`),
			[],
		);
	},
};

export const dispatchExampleSteps: Step[] = [
	deliveredStep,
	strangerStep,
	notifyStep,
	notifyRefusalStep,
	dispatchApprovalStep,
	documentedStep,
];
