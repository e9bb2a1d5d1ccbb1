import assert from 'node:assert/strict';
import type { Order } from '../../sandbox';
import { itemsOf } from '../../scripts/n8n/client';
import { packageName } from '../../scripts/n8n/package';
import { exampleFiles, importExamples } from '../../scripts/stage/examples';
import { executionOf, placeOrder } from '../../scripts/stage/orders';
import { addRows, type Row, tableRows } from './dataTable';
import { dispatchExampleSteps } from './dispatchExamples';
import { elryanExampleSteps } from './elryanExamples';
import { fiveMarketplacesStep } from './fiveMarketplaces';
import { printXpandExampleSteps } from './printXpandExamples';
import { exampleIn, runFrom } from './running';
import { needCredentials, type Scene, shippingIn, type Step } from './step';
import { vanillaEshopExampleSteps } from './vanillaEshopExamples';

/** Triggers that can be pulled by hand. The others wait for a call. */
const startable = ['n8n-nodes-base.manualTrigger', 'n8n-nodes-base.scheduleTrigger'];

/** One step for every file in examples/, so that a new example is run without a line here. */
export function exampleSteps(): Step[] {
	return [
		{
			title: 'the examples are imported, and those with a trigger are active',
			async run(scene) {
				const { session, n8n, sandbox } = scene;
				const credentials = needCredentials(scene);
				scene.examples = await importExamples(session.request, n8n.url, credentials);
				assert.ok(scene.examples.length > 0, 'examples/ is empty');
				sandbox.edumalls.webhook.url = shippingIn(scene).trigger.url;
			},
		},
		...exampleFiles().map((file) => ({
			title: `examples/${file}: every node has its credential, and every start by hand succeeds`,
			run: async (scene: Scene) => await tryOut(scene, file),
		})),
		stockStep,
		catchUpStep,
		caughtUpStep,
		...elryanExampleSteps,
		...vanillaEshopExampleSteps,
		...printXpandExampleSteps,
		fiveMarketplacesStep,
		...dispatchExampleSteps,
	];
}

async function tryOut(scene: Scene, file: string): Promise<void> {
	const example = exampleIn(scene, file);
	const { nodes } = example.workflow;
	const ours = nodes.filter(({ type }) => type.startsWith(`${packageName}.`));
	assert.ok(ours.length > 0, 'no node of this package is in it');
	for (const { name, credentials } of ours) assert.ok(credentials, `‘${name}’ has no credential`);
	for (const { name, type } of nodes) {
		if (startable.includes(type)) await runFrom(scene, example, name);
	}
}

const stockStep: Step = {
	title: 'the stock list: good rows are written, the bad one leaves by the error branch',
	async run(scene) {
		const example = exampleIn(scene, 'edumalls-update-stock.json');
		const { store } = scene.sandbox.edumalls;
		const known = (row: Row) => store.findProduct({ sku: String(row.sku) }) !== undefined;
		const execution = await runFrom(scene, example, 'Start');
		const rows = itemsOf(execution, 'One Item a Row');
		const refused = itemsOf(execution, 'Refused');
		assert.deepEqual(refused.map(skuOf), rows.filter((row) => !known(row)).map(skuOf));
		assert.ok(refused.length > 0 && refused.every(({ reason }) => reason), 'no reason is given');
		for (const row of rows.filter(known)) {
			const product = store.findProduct({ sku: String(row.sku) });
			const stock = product?.quantity_and_stock_status;
			if (row.qty === 0) assert.equal(stock?.is_in_stock, false, `${row.sku} is still in stock`);
			else assert.deepEqual(stock, { is_in_stock: true, qty: row.qty }, `the stock of ${row.sku}`);
		}
	},
};

const skuOf = ({ sku }: Row) => sku;

const handledOrders = 'edumalls_handled_orders';

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

const catchUpStep: Step = {
	title: 'the catch-up: an order whose webhook got lost is handled, and only once',
	async run(scene) {
		const example = exampleIn(scene, 'edumalls-catch-up.json');
		const { request } = scene.session;
		const { store } = scene.sandbox.edumalls;
		const { order_id: id, increment_id: number } = paidInSilence(scene);
		const handled = async () => {
			const execution = await runFrom(scene, example, 'Every Hour');
			return itemsOf(execution, 'Each Order Once').filter((row) => row.increment_id === number);
		};
		assert.deepEqual(
			(await handled()).map(({ order_id }) => order_id),
			[id],
			'handled at the first run',
		);
		const now = store.findOrder({ order_id: id });
		assert.ok(now?.invoice, 'the order has no invoice');
		const { invoice } = now;
		const rowsOf = async (order: string) =>
			(await tableRows(request, handledOrders)).filter((row) => row.order === order);
		const [row, ...more] = await rowsOf(number);
		assert.equal(more.length, 0, 'further rows of the order');
		assert.ok(Date.parse(String(row?.taken_at)) > 0, 'the row has no time');

		// The row alone keeps it out, not that it has an invoice by now.
		now.invoice = null;
		await addRows(request, handledOrders, [
			{ order: 'old', taken_at: daysAgo(31) },
			{ order: 'recent', taken_at: daysAgo(29) },
		]);
		assert.equal((await handled()).length, 0, 'times handled at the second run');
		now.invoice = invoice;
		assert.equal((await rowsOf('old')).length, 0, 'the row of 31 days ago is still there');
		assert.equal((await rowsOf('recent')).length, 1, 'the row of 29 days ago is gone');
	},
};

/** An order is placed and paid, and no webhook tells of it. */
function paidInSilence(scene: Scene): Order {
	const { store, webhook } = scene.sandbox.edumalls;
	const { url } = webhook;
	webhook.url = null;
	const order = placeOrder(scene);
	store.payOrder(order.order_id);
	webhook.url = url;
	return order;
}

const caughtUpStep: Step = {
	title: 'the catch-up: an order that came by webhook is not handled by the list again',
	async run(scene) {
		const example = exampleIn(scene, 'edumalls-catch-up.json');
		assert.equal(example.trigger?.by, 'webhook');
		const { store, webhook } = scene.sandbox.edumalls;
		const { url } = webhook;
		webhook.url = example.trigger.url;
		const placed = placeOrder(scene);
		store.payOrder(placed.order_id);
		const execution = await executionOf(scene, example, placed.order_id);
		webhook.url = url;
		assert.ok(execution, 'no execution was started');
		const [order, ...more] = itemsOf(execution, 'Each Order Once');
		assert.deepEqual([order?.increment_id, more.length], [placed.increment_id, 0]);
		const now = store.findOrder({ order_id: placed.order_id });
		assert.ok(now?.invoice, 'the order has no invoice');
		const { invoice } = now;
		now.invoice = null;
		const hourly = await runFrom(scene, example, 'Every Hour');
		now.invoice = invoice;
		const inList = itemsOf(hourly, 'Order of the List');
		assert.ok(inList.some(({ increment_id }) => increment_id === placed.increment_id));
		assert.deepEqual(itemsOf(hourly, 'Each Order Once'), []);
	},
};
