import assert from 'node:assert/strict';
import { itemsOf } from '../../scripts/n8n/client';
import { packageName } from '../../scripts/n8n/package';
import { exampleFiles, importExamples } from '../../scripts/stage/examples';
import { placeOrder } from '../../scripts/stage/orders';
import type { Row } from './dataTable';
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
			else assert.equal(stock?.qty, row.qty, `the stock of ${row.sku}`);
		}
	},
};

const skuOf = ({ sku }: Row) => sku;

const catchUpStep: Step = {
	title: 'the catch-up: an order whose webhook got lost is handled, and only once',
	async run(scene) {
		const example = exampleIn(scene, 'edumalls-catch-up.json');
		const { store, webhook } = scene.sandbox.edumalls;
		const { url } = webhook;
		webhook.url = null;
		const { order_id: id, increment_id: number } = placeOrder(scene);
		store.payOrder(id);
		webhook.url = url;
		const handled = async () => {
			const execution = await runFrom(scene, example, 'Every Hour');
			return itemsOf(execution, 'Each Order Once').filter((row) => row.increment_id === number);
		};
		assert.equal((await handled()).length, 1, 'times handled at the first run');
		assert.ok(store.findOrder({ order_id: id })?.invoice, 'the order has no invoice');
		assert.equal((await handled()).length, 0, 'times handled at the second run');
	},
};
