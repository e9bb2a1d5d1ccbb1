import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { listExecutions } from '../../scripts/n8n/executions';
import { webhookAnswers } from '../../scripts/n8n/workflows';
import type { Example } from '../../scripts/stage/examples';
import {
	answeredDelivery,
	executionOf,
	paymentReceived,
	placeOrder,
} from '../../scripts/stage/orders';
import { type Scene, shippingIn, type Step } from './step';

/** Long enough for n8n to have stored an execution that it should not have started. */
const quietMs = 1_500;

/** Does something, and makes sure that no execution of an example came of it. */
export async function startsNothing<T>(
	scene: Scene,
	act: () => Promise<T>,
	{ workflow: { id } }: Pick<Example, 'workflow'> = shippingIn(scene),
): Promise<T> {
	const count = async () => (await listExecutions(scene.session.request, id)).length;
	const before = await count();
	const result = await act();
	await delay(quietMs);
	assert.equal((await count()) - before, 0, 'executions started');
	return result;
}

export const webhookSteps: Step[] = [
	{
		title: 'a forged delivery gets 401 and starts nothing',
		async run(scene) {
			const { edumalls } = scene.sandbox;
			const { order_id: id } = placeOrder(scene);
			const forged = edumalls.message(paymentReceived, id);
			const { status } = await startsNothing(scene, async () => await edumalls.forge(forged));
			assert.equal(status, 401);
		},
	},
	{
		title: 'a delivery without a signature gets 401 and starts nothing',
		async run(scene) {
			const { edumalls } = scene.sandbox;
			const { order_id: id } = placeOrder(scene);
			const { body } = edumalls.message(paymentReceived, id);
			const { trigger } = shippingIn(scene);
			const headers = { 'Content-Type': 'application/json' };
			const post = async () => await fetch(trigger.url, { method: 'POST', headers, body });
			assert.equal((await startsNothing(scene, post)).status, 401);
		},
	},
	{
		title: 'the same bytes again, once and five times in parallel, get 200 and start nothing more',
		async run(scene) {
			const { edumalls } = scene.sandbox;
			const { order_id: id } = placeOrder(scene);
			edumalls.store.payOrder(id);
			assert.ok(await executionOf(scene, shippingIn(scene), id));
			const delivery = await answeredDelivery(scene, id, paymentReceived);
			assert.ok(delivery);
			const again = [1, 2, 3, 4, 5];
			const answers = await startsNothing(scene, async () => [
				await edumalls.repeat(delivery),
				...(await Promise.all(again.map(async () => await edumalls.repeat(delivery)))),
			]);
			assert.deepEqual(
				answers.map(({ status }) => status),
				Array(6).fill(200),
			);
		},
	},
	{
		title: 'an event that the workflow did not choose gets 200 and starts nothing',
		async run(scene) {
			const chosen = shippingIn(scene).trigger.node.parameters.events;
			assert.ok(Array.isArray(chosen) && !chosen.includes(110), 'the example takes event 110');
			const order = await startsNothing(scene, async () => placeOrder(scene));
			const delivery = await answeredDelivery(scene, order.order_id, 110);
			assert.equal(delivery?.status, 200);
		},
	},
];

/** For the end of all steps, since n8n is started anew. */
export const webhookRestartSteps: Step[] = [
	{
		title: 'deliveries that came before n8n was started anew start nothing more',
		async run(scene) {
			const { edumalls } = scene.sandbox;
			const deliveries: Array<NonNullable<Awaited<ReturnType<typeof answeredDelivery>>>> = [];
			for (let count = 0; count < 3; count++) {
				const { order_id: id } = placeOrder(scene);
				edumalls.store.payOrder(id);
				assert.ok(await executionOf(scene, shippingIn(scene), id));
				const delivery = await answeredDelivery(scene, id, paymentReceived);
				assert.ok(delivery);
				deliveries.push(delivery);
			}
			await delay(quietMs);
			await scene.restartN8n();
			await webhookAnswers(shippingIn(scene).trigger.url);
			const answers = await startsNothing(
				scene,
				async () => await Promise.all(deliveries.map(async (one) => await edumalls.repeat(one))),
			);
			assert.deepEqual(
				answers.map(({ status }) => status),
				[200, 200, 200],
			);
		},
	},
];
