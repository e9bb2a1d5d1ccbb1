import assert from 'node:assert/strict';
import type { OrderLine } from '../../sandbox';
import {
	type Execution,
	finishedExecution,
	itemsOf,
	listExecutions,
} from '../../scripts/n8n/client';
import * as workflows from '../../scripts/n8n/workflows';
import { eventually, failureOf } from '../../scripts/stage/orders';
import { chosen, needLabels, openNode, picture, withCanvas } from './canvas';
import { tableRows } from './dataTable';
import { exampleIn } from './running';
import type { Scene, Step } from './step';

const newOrders = 'elryan-new-orders.json';
const trigger = 'New Order Lines';

/** n8n refuses an interval below a minute, but takes several times within one. */
const everyFiveSeconds = Array.from({ length: 12 }, (_, index) => ({
	mode: 'custom',
	cronExpression: `${index * 5} * * * * *`,
}));

function pollingOften(workflow: workflows.Workflow): workflows.WorkflowExport {
	const nodes = workflow.nodes.map((node) => {
		if (node.name !== trigger) return node;
		return { ...node, parameters: { ...node.parameters, pollTimes: { item: everyFiveSeconds } } };
	});
	const { name, connections, settings } = workflow;
	return { name: `${name}, every five seconds`, nodes, connections, settings };
}

/** Comes back when the trigger has looked at the whole list that many times more. */
async function polls({ sandbox }: Scene, count: number): Promise<void> {
	const looks = () =>
		sandbox.elryan.requests.filter(({ action, body, status }) => {
			const atStart =
				typeof body === 'object' && body !== null && 'start' in body && body.start === 0;
			return action === 'order.getAll' && atStart && status !== null;
		}).length;
	// The poll under way may have looked already.
	const wanted = looks() + count + 1;
	const seen = await eventually(() => (looks() >= wanted ? true : undefined), 60_000);
	assert.ok(seen, 'the trigger does not poll');
}

/** Every execution of a workflow, each at a good end. */
async function executionsOf(scene: Scene, { id: workflow }: workflows.Workflow) {
	const { request } = scene.session;
	const summaries = await listExecutions(request, workflow);
	const all = await Promise.all(summaries.map(({ id }) => finishedExecution(request, id)));
	for (const execution of all) assert.equal(failureOf(execution), undefined);
	return all;
}

const idOf = ({ POlineID }: OrderLine) => POlineID;

/** Waits for two more polls, and makes sure that all executions together have put out these lines, each once. */
async function assertPutOut(
	scene: Scene,
	workflow: workflows.Workflow,
	lines: OrderLine[],
): Promise<Execution[]> {
	await polls(scene, 2);
	const executions = await executionsOf(scene, workflow);
	const out = executions.flatMap((execution) => itemsOf(execution, trigger));
	assert.deepEqual(out.map(({ poLineId }) => poLineId).sort(), lines.map(idOf).sort());
	return executions;
}

async function assertWrittenDown(scene: Scene, lines: OrderLine[]): Promise<void> {
	const rows = await tableRows(scene.session.request, 'elryan_order_lines');
	assert.equal(rows.length, lines.length, 'rows in the data table');
	for (const line of lines) {
		const row = rows.find(({ order_line }) => order_line === idOf(line));
		assert.ok(row, `no row of the line ${idOf(line)}`);
		assert.equal(row.order_number, line['Order Number']);
		assert.equal(row.description, line.Description);
		assert.equal(row.quantity, Number(line.Quantity));
		assert.equal(row.total_amount, line['Total Amount']);
		assert.ok(Date.parse(String(row.ordered_at)) > 0, 'the row has no time');
	}
}

/** From the first activation on. */
async function run(scene: Scene, workflow: workflows.Workflow): Promise<void> {
	const { request } = scene.session;
	const { store } = scene.sandbox.elryan;
	store.placeOrderLine({ lines: 2 });
	await workflows.activateWorkflow(request, workflow);
	await assertPutOut(scene, workflow, []);

	const { 'Purchase Order ID': order } = store.placeOrderLine({ lines: 2 });
	const lines = store.linesOf(order);
	const [execution] = await assertPutOut(scene, workflow, lines);
	await assertWrittenDown(scene, lines);
	const [told] = execution ? itemsOf(execution, 'Message') : [];
	for (const { Description } of lines) assert.ok(String(told?.message).includes(Description));

	await workflows.deactivateWorkflow(request, workflow.id);
	const late = store.placeOrderLine();
	await workflows.activateWorkflow(request, workflow);
	const all = [...lines, late];
	await assertPutOut(scene, workflow, all);
	await assertWrittenDown(scene, all);
}

export const elryanTriggerStep: Step = {
	title:
		'Elryan’s new orders: those from before start nothing; a new one is written down once, one placed in a break too',
	async run(scene) {
		const { request } = scene.session;
		const { workflow } = exampleIn(scene, newOrders);
		await workflows.deactivateWorkflow(request, workflow.id);
		const often = await workflows.createWorkflow(request, pollingOften(workflow));
		try {
			await run(scene, often);
		} finally {
			await workflows.deactivateWorkflow(request, often.id);
			await workflows.deleteWorkflow(request, often.id);
		}
	},
};

export const elryanTriggerEditorStep: Step = {
	title: 'the Elryan Trigger fetches a real order line to build with',
	async run(scene) {
		const look: Parameters<typeof withCanvas>[1] = async (page) => {
			await openNode(page, trigger);
			await needLabels(page, ['Poll Times', 'Trigger On', 'Simplify']);
			assert.equal(await chosen(page, 'event'), 'Order Created');
			await page.getByRole('button', { name: 'Fetch Test Event' }).first().click();
			const newest = scene.sandbox.elryan.store.orderLines.at(-1);
			assert.ok(newest, 'there is no order line yet');
			const output = page.locator('[data-test-id="output-panel"]');
			await output.getByText(idOf(newest)).first().waitFor();
			await output.getByText('Schema', { exact: true }).click();
			await output.getByText(idOf(newest)).first().waitFor();
			// What n8n has to say about the test covers the rest.
			await page.locator('.el-notification__closeBtn').first().click();
			// n8n's hint that an output can be pinned covers a part of it, for as long as n8n likes.
			await page.addStyleTag({ content: '[data-test-id="tooltip-content"] { display: none }' });
			await picture(page, scene, 'elryan-trigger');
		};
		await withCanvas(scene, look, { example: exampleIn(scene, newOrders) });
	},
};
