import assert from 'node:assert/strict';
import {
	type Execution,
	finishedExecution,
	getExecution,
	itemsOf,
	listExecutions,
} from '../../scripts/n8n/executions';
import { eventually, failureOf } from '../../scripts/stage/orders';
import { exampleIn } from './running';
import type { Scene, Step } from './step';

const file = 'dispatch-pause-and-resume.json';

/** An order is paid, and the workflow of Dispatch that starts paid orders pauses. */
async function pausedOrder({ sandbox: { dispatch } }: Scene) {
	const workflow = dispatch.store.workflows.find(({ name }) => name === 'Start Paid Orders');
	assert.ok(workflow, 'Dispatch has no workflow that starts paid orders');
	dispatch.pauseNext(workflow.guid);
	const { entity } = await dispatch.create('Order');
	await dispatch.setStatus('Order', entity.guid, 'paid');
	const run = dispatch.runs.find(
		(one) => one.entity.guid === entity.guid && one.state === 'paused',
	);
	assert.ok(run, 'the run is not paused');
	return { order: entity, run };
}

/** The execution of n8n that asks about an order, as soon as it waits for the answer. */
async function asking(scene: Scene, orderNumber: unknown): Promise<Execution> {
	const { request } = scene.session;
	const found = await eventually(async () => {
		const [newest] = await listExecutions(request, exampleIn(scene, file).workflow.id, 1);
		if (newest?.status !== 'waiting') return undefined;
		const execution = await getExecution(request, newest.id);
		const [asked] = itemsOf(execution, 'Ask for Approval');
		return asked?.order_number === orderNumber ? execution : undefined;
	});
	assert.ok(found, 'no execution waits for the answer');
	return found;
}

/** Opens a link of the message as this program. */
const open = async (url: unknown, program: string) =>
	await fetch(String(url), { headers: { 'User-Agent': program } });

/** A person clicks. */
async function answer(scene: Scene, execution: Execution, url: unknown): Promise<Execution> {
	const { status } = await open(url, 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0');
	assert.equal(status, 200, 'the answer');
	const over = await finishedExecution(scene.session.request, execution.id);
	assert.equal(failureOf(over), undefined);
	return over;
}

export const dispatchApprovalStep: Step = {
	title: 'Dispatch’s paused run: n8n waits for the answer; a yes resumes it, a no leaves it paused',
	async run(scene) {
		const wanted = await pausedOrder(scene);
		const waiting = await asking(scene, wanted.order.orderNumber);
		const [asked] = itemsOf(waiting, 'Ask for Approval');
		assert.match(
			String(asked?.message),
			new RegExp(`Order ${wanted.order.orderNumber} of .+ is paid`),
		);
		await open(asked?.approve, 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)');
		assert.equal((await getExecution(scene.session.request, waiting.id)).status, 'waiting');

		await answer(scene, waiting, asked?.approve);
		assert.equal(wanted.run.state, 'done');
		assert.equal(wanted.order.status, 'processing');

		const unwanted = await pausedOrder(scene);
		const other = await asking(scene, unwanted.order.orderNumber);
		const [refused] = itemsOf(other, 'Ask for Approval');
		const over = await answer(scene, other, refused?.refuse);
		assert.equal(itemsOf(over, 'Stays Paused').length, 1);
		assert.equal(unwanted.run.state, 'paused');
		assert.equal(unwanted.order.status, 'paid');
	},
};
