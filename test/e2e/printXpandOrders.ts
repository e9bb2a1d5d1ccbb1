import assert from 'node:assert/strict';
import { type Execution, itemsOf } from '../../scripts/n8n/client';
import { executionOf, failureOf } from '../../scripts/stage/orders';
import { exampleIn } from './running';
import type { Scene, Step } from './step';

/** Two SKUs that the example has designs for, and one that it has none for. */
const designed = ['KSA-6958428553000', 'KSA-6958428553001'] as const;
const plain = 'KSA-6958428553040';

interface Printed {
	execution: Execution;
	/** Of the order at Edumalls, which is its ID at PrintXpand. */
	id: number;
	number: string;
}

/** A buyer orders these and pays; comes back when the workflow is through. */
async function order(scene: Scene, lines: Array<{ sku: string; qty: number }>): Promise<Printed> {
	const { store, webhook } = scene.sandbox.edumalls;
	const example = exampleIn(scene, 'edumalls-print-paid-orders.json');
	assert.equal(example.trigger?.by, 'webhook');
	const { url } = webhook;
	webhook.url = example.trigger.url;
	try {
		const { order_id: id, increment_id: number } = store.placeOrder({ lines, paid: true });
		const execution = await executionOf(scene, example, id);
		assert.ok(execution, 'no execution was started');
		assert.equal(failureOf(execution), undefined);
		return { execution, id, number };
	} finally {
		webhook.url = url;
	}
}

const printsOf = ({ sandbox }: Scene, number: string) => sandbox.printXpand.store.prints[number];

const wordsToBuyer = ({ sandbox }: Scene, id: number) =>
	sandbox.edumalls.store.comments(id).flatMap(({ comment }) => (comment === null ? [] : [comment]));

const printedStep: Step = {
	title: 'a paid Edumalls order is one PrintXpand order, printed once, and its buyer is told',
	async run(scene) {
		const [first, second] = designed;
		const { id, number } = await order(scene, [
			{ sku: first, qty: 2 },
			{ sku: plain, qty: 1 },
			{ sku: second, qty: 3 },
		]);
		const { edumalls, printXpand } = scene.sandbox;
		const bought = edumalls.store.findOrder({ order_id: id });
		const [one, , three] = bought?.items ?? [];
		assert.ok(bought && one && three);
		assert.equal(printsOf(scene, number), 1);
		const { firstname, lastname, city, country_id } = bought.shipping_address;
		const { shipping_address: address, ...fields } =
			printXpand.store.orders.get(number)?.fields ?? {};
		assert.deepEqual(fields, {
			order_id: number,
			sub_total: (one.price * 2 + three.price * 3).toFixed(2),
			item_price: [String(one.price), String(three.price)],
			item_qty: [2, 3],
			design_id: ['1524', '1525'],
			status: 'Open',
		});
		assert.deepEqual(
			{ ...(address as object) },
			{ ...(address as object), name: `${firstname} ${lastname}`, city, country_code: country_id },
		);
		assert.deepEqual(wordsToBuyer(scene, id), ['Your design is being printed.']);
		assert.ok(edumalls.store.mails.some(({ order_id }) => order_id === id));
	},
};

const nothingStep: Step = {
	title: 'a paid Edumalls order without a design sends nothing to PrintXpand',
	async run(scene) {
		const { requests } = scene.sandbox.printXpand;
		const before = requests.length;
		const { execution, id } = await order(scene, [{ sku: plain, qty: 1 }]);
		assert.deepEqual(itemsOf(execution, 'Something to Print'), []);
		assert.equal(requests.length - before, 0, 'requests');
		assert.deepEqual(wordsToBuyer(scene, id), []);
	},
};

/** The only item of the branch for what went wrong; the buyer was told nothing. */
function leftToCheck(scene: Scene, { execution, id, number }: Printed): string {
	const [row, ...more] = itemsOf(execution, 'Check by Hand');
	assert.equal(more.length, 0, 'further rows');
	assert.equal(row?.order_id, number);
	assert.deepEqual(wordsToBuyer(scene, id), []);
	return String(row.reason);
}

const refusedStep: Step = {
	title: 'an order that PrintXpand refuses leaves by the other branch, with the reason',
	async run(scene) {
		const message = 'The printer is closed';
		const match = { action: 'order.upsert' };
		scene.sandbox.printXpand.faults.add({ kind: 'failure', message, match });
		const printed = await order(scene, [{ sku: designed[0], qty: 1 }]);
		const reason = leftToCheck(scene, printed);
		assert.ok(reason.includes(`PrintXpand refused the order '${printed.number}'`), reason);
		assert.ok(reason.includes(message), reason);
		assert.equal(printsOf(scene, printed.number), undefined);
	},
};

const unknownStep: Step = {
	title: 'an order whose answer is lost is printed once, and the reason says that it is not known',
	async run(scene) {
		const match = { action: 'order.upsert' };
		scene.sandbox.printXpand.faults.add({ kind: 'reset', when: 'after', match });
		const printed = await order(scene, [{ sku: designed[0], qty: 1 }]);
		const reason = leftToCheck(scene, printed);
		assert.match(reason, /It is not known whether 'Create or Update' happened/);
		assert.match(reason, /Look for the order in PrintXpand's admin/);
		assert.equal(printsOf(scene, printed.number), 1);
	},
};

export const printXpandOrderSteps: Step[] = [printedStep, nothingStep, refusedStep, unknownStep];
