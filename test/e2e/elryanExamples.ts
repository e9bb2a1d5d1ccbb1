import assert from 'node:assert/strict';
import type { OrderLine, Package } from '../../sandbox';
import { itemsOf } from '../../scripts/n8n/client';
import { type Row, tableRows } from './dataTable';
import { wrongPaths } from './elryanCredentials';
import { elryanTriggerStep } from './elryanTrigger';
import { exampleIn, runFrom } from './running';
import type { Scene, Step } from './step';

const fulfilment = 'elryan-fulfil-order-lines.json';

const pricesStep: Step = {
	title: 'Elryan’s price list: one request; the SKU it does not know leaves by the error branch',
	async run(scene) {
		const { store, requests } = scene.sandbox.elryan;
		for (const variant of store.variants) Object.assign(variant, { price: 1, stock: 1 });
		const sent = () => requests.filter(({ action }) => action === 'variant.updatePriceStock');
		const before = sent().length;
		const example = exampleIn(scene, 'elryan-update-prices.json');
		const execution = await runFrom(scene, example, 'Start');
		const rows = itemsOf(execution, 'One Item a Row');
		const known = rows.filter(({ sku }) => store.findVariant(String(sku)));
		const unknown = rows.filter((row) => !known.includes(row));
		assert.ok(known.length > 0 && unknown.length > 0, 'the list has SKUs of both kinds');
		assert.deepEqual(itemsOf(execution, 'Updated'), known);
		for (const { sku, price, stock } of known) {
			const variant = store.findVariant(String(sku));
			assert.deepEqual([variant?.price, variant?.stock], [price, stock], `${String(sku)}`);
		}
		const refused = itemsOf(execution, 'Not Updated');
		assert.deepEqual(refused.map(skuOf), unknown.map(skuOf));
		for (const { sku, reason } of refused) {
			assert.match(String(reason), new RegExp(`no variant with the SKU '${String(sku)}'`));
		}
		assert.equal(sent().length - before, 1, 'requests for the whole list');
	},
};

const skuOf = ({ sku }: Row) => sku;

/** An order of this many lines, of which the first `prepared` ones are prepared. */
function orderOf({ sandbox }: Scene, lines: number, prepared: number): OrderLine[] {
	const { store } = sandbox.elryan;
	const { 'Purchase Order ID': order } = store.placeOrderLine({ lines });
	for (const { POlineID } of store.linesOf(order).slice(0, prepared)) {
		store.moveOrder(POlineID, 'Under Preparation');
	}
	return store.linesOf(order);
}

function packagesOf({ sandbox }: Scene, [line]: OrderLine[]): Package[] {
	const order = Number(line?.['Purchase Order ID']);
	return sandbox.elryan.store.packages.filter(({ order_id }) => order_id === order);
}

/** The package as it is to be: the lines in it, its own label, its row in the table. */
function assertFulfilled(parcel: Package, lines: OrderLine[], rows: Row[]): void {
	const { id, order_id, status, items, tracking } = parcel;
	assert.equal(status, 'fulfilled');
	const packed = items.map(({ order_item_id, quantity }) => [order_item_id, quantity]);
	const wanted = lines.map(({ POlineID, Quantity }) => [Number(POlineID), Number(Quantity)]);
	assert.deepEqual(packed, wanted);
	const label = Buffer.from(tracking.base64_file, 'base64').toString('latin1');
	assert.match(label, /^%PDF-1\.4\n[^]*%%EOF\n$/);
	assert.ok(label.includes(`(Order ${order_id} `), 'the label is that of another order');
	const [row, ...more] = rows.filter(({ package_id }) => package_id === id);
	assert.equal(more.length, 0, `further rows of package ${id}`);
	assert.equal(row?.order_id, String(order_id));
	assert.equal(row?.order_lines, lines.map(({ POlineID }) => POlineID).join(', '));
	assert.equal(row?.tracking_number, tracking.tracking_barcode);
	assert.ok(Date.parse(String(row?.fulfilled_at)) > 0, 'the row has no time');
}

const fulfilStep: Step = {
	title: 'Elryan’s prepared lines: one package an order, its label, a row in the data table, once',
	async run(scene) {
		const orders = [orderOf(scene, 3, 2), orderOf(scene, 1, 1)];
		const run = async () => await runFrom(scene, exampleIn(scene, fulfilment), 'Start');
		await run();
		const rows = await tableRows(scene.session.request, 'elryan_packages');
		for (const lines of orders) {
			const [parcel, ...more] = packagesOf(scene, lines);
			assert.ok(parcel && more.length === 0, 'an order is one package');
			assertFulfilled(parcel, lines.slice(0, 2), rows);
		}
		const statuses = orders.flat().map(({ Status }) => Status);
		assert.deepEqual(statuses, ['Shipped', 'Shipped', 'Pending Confirmation', 'Shipped']);
		const before = scene.sandbox.elryan.store.packages.length;
		await run();
		assert.equal(scene.sandbox.elryan.store.packages.length, before, 'packages after a second run');
	},
};

const refusalStep: Step = {
	title: 'Elryan’s prepared lines: what is refused leaves by the error branches, with the reason',
	async run(scene) {
		const { store, faults } = scene.sandbox.elryan;
		const packed = store.orderLines.find(({ Status }) => Status === 'Shipped');
		assert.ok(packed, 'no line is in a package yet');
		store.moveOrder(packed.POlineID, 'Under Preparation');
		const lines = orderOf(scene, 1, 1);
		const message = 'The carrier is closed';
		faults.add({ kind: 'failure', message, match: { action: 'package.fulfill' } });
		const execution = await runFrom(scene, exampleIn(scene, fulfilment), 'Start');
		store.moveOrder(packed.POlineID, 'Shipped');
		const [notPacked] = itemsOf(execution, 'Not Packed');
		assert.equal(notPacked?.order_line, packed.POlineID);
		assert.match(String(notPacked.reason), /left to pack/);
		const [notFulfilled] = itemsOf(execution, 'Not Fulfilled');
		assert.equal(notFulfilled?.package_id, packagesOf(scene, lines)[0]?.id);
		assert.match(String(notFulfilled?.reason), new RegExp(message));
		assert.deepEqual(itemsOf(execution, 'Write Down'), []);
	},
};

const documentedStep: Step = {
	title: 'every request that n8n has sent fits what is known of Elryan’s API',
	async run({ sandbox }) {
		const requests = sandbox.elryan.requests.filter(({ path }) => !wrongPaths.includes(path));
		assert.ok(requests.length > 0, 'no request was sent');
		const wrong = requests.filter(({ invalid }) => invalid !== undefined);
		assert.deepEqual(
			wrong.map(({ action, invalid }) => `${action}: ${invalid}`),
			[],
		);
	},
};

export const elryanExampleSteps: Step[] = [
	elryanTriggerStep,
	pricesStep,
	fulfilStep,
	refusalStep,
	documentedStep,
];
