import assert from 'node:assert/strict';
import type { Order } from '../../sandbox';
import { itemsOf } from '../../scripts/n8n/executions';
import * as workflows from '../../scripts/n8n/workflows';
import type { Example } from '../../scripts/stage/examples';
import { deliver, startedBy } from './dispatchWorkflow';
import { exampleIn } from './running';
import type { Scene, Step } from './step';

export const fiveMarketplaces = 'five-marketplaces.json';
const completing = 'dispatch-delivered-to-edumalls.json';

/** The first is printed too; the last is not sold on Elryan. */
const lines = [
	{ sku: 'KSA-6958428553000', qty: 2 },
	{ sku: 'KSA-6958428553001', qty: 1 },
	{ sku: 'KSA-6958428553040', qty: 1 },
];

/** A buyer orders and pays, and Edumalls tells this example instead of the one that ships. */
async function paidOrder(scene: Scene, example: Example) {
	const { edumalls } = scene.sandbox;
	const { url } = edumalls.webhook;
	assert.equal(example.trigger?.by, 'webhook');
	edumalls.webhook.url = example.trigger.url;
	const placed: Order[] = [];
	const started = await startedBy(scene, example, async () => {
		const order = edumalls.store.placeOrder({ lines });
		order.billing_address.region = 'Madinah';
		// As in Magento: a discount is below zero, and the fee of a payment stands in the total only.
		order.discount_amount = -12.5;
		order.grand_total = Math.round((order.grand_total - 12.5 + 3) * 100) / 100;
		placed.push(order);
		edumalls.store.payOrder(order.order_id);
	});
	edumalls.webhook.url = url;
	const [order] = placed;
	const [execution, ...more] = started;
	assert.ok(order && execution && more.length === 0, 'one order is one execution');
	assert.deepEqual(itemsOf(execution, 'To Be Looked At'), []);
	return order;
}

/** What the order comes to in the own shop, part by part: nothing is left out, nothing counted twice. */
function assertTotals(totals: Array<Record<string, unknown>>, order: Order): void {
	const { subtotal, shipping_amount: shipping, tax_amount: tax, grand_total: total } = order;
	assert.ok(tax > 0 && shipping > 0, 'an order without tax or shipping shows nothing');
	assert.deepEqual(
		totals.map(({ code, value }) => [code, Number(value)]),
		[
			['sub_total', subtotal],
			['shipping', shipping],
			['tax', tax],
			['coupon', -12.5],
			['payfort_fort_charges', 3],
			['total', total],
		],
	);
}

function assertTold({ sandbox }: Scene, order: Order): void {
	const { vanillaEshop, printXpand, elryan, edumalls, dispatch } = sandbox;
	const own = vanillaEshop.store.orders.get(String(500_000 + order.order_id));
	assert.equal(own?.products.length, lines.length, 'the order in the own shop');
	assertTotals(own?.totals ?? [], order);
	assert.equal(Number(own?.total), order.grand_total, 'the total in the own shop');
	assert.equal(printXpand.store.prints[order.increment_id], 1);
	for (const [index, elryanSku] of ['ELR-000001', 'ELR-000002'].entries()) {
		const { qty } = edumalls.store.findProduct({ sku: lines[index]?.sku })
			?.quantity_and_stock_status ?? { qty: undefined };
		assert.equal(elryan.store.findVariant(elryanSku)?.stock, qty, `stock of ${elryanSku}`);
	}
	const [workflow, ...more] = dispatch.store.workflows.filter(
		({ conditions }) => conditions.orderNumber === order.increment_id,
	);
	assert.equal(more.length, 0);
	assert.equal(workflow?.action.type, 'send_email');
}

async function run(scene: Scene, example: Example): Promise<void> {
	const order = await paidOrder(scene, example);
	assertTold(scene, order);
	const { vanillaEshop, dispatch, edumalls } = scene.sandbox;
	const started = await startedBy(scene, example, async () => {
		await deliver(scene, { orderNumber: order.increment_id, trackingNumber: 'DSP-FIVE' });
	});
	assert.equal(started.length, 1);
	assert.equal(order.status, 'complete');
	const comment = edumalls.store.comments(order.order_id).at(-1);
	assert.match(String(comment?.comment), /DSP-FIVE has been delivered/);
	const own = vanillaEshop.store.orders.get(String(500_000 + order.order_id));
	assert.equal(own?.order_status_id, 5, 'the status in the own shop');
	const mails = dispatch.outbox.filter(({ entity }) => entity.orderNumber === order.increment_id);
	assert.ok(mails.length > 0, 'Dispatch wrote to nobody');
}

export const fiveMarketplacesStep: Step = {
	title: 'five marketplaces on one canvas: from the paid order to the delivered parcel',
	async run(scene) {
		const { request } = scene.session;
		const example = exampleIn(scene, fiveMarketplaces);
		// It completes the same orders.
		const other = exampleIn(scene, completing);
		await workflows.deactivateWorkflow(request, other.workflow.id);
		try {
			await run(scene, example);
		} finally {
			await workflows.deactivateWorkflow(request, example.workflow.id);
			await workflows.activateWorkflow(request, other.workflow);
		}
	},
};
