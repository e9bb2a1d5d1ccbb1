import assert from 'node:assert/strict';
import { itemsOf } from '../../scripts/n8n/client';
import type { Row } from './dataTable';
import { exampleIn, runFrom } from './running';
import type { Scene, Step } from './step';
import { wrongPaths } from './vanillaEshopCredentials';

const skuOf = ({ sku }: Row) => String(sku);

const whyOf = ({ problem, reason }: Row) => `${String(problem)}. ${String(reason)}`;

/** What is wrong with rows of the sheet: the field by its label, and why. */
const WRONG: Record<string, RegExp> = {
	'van.203': /'Master Category ID': The selected master category id is invalid/,
	'van.205': /'Price' needs a number.*'Price' is '48,00'/,
	'van.207': /'Name \(Arabic\)' is empty/,
	'van.209': /'Maximum per Order' needs a number from 1 to 10.*'Maximum per Order' is '24'/,
	'van.210': /'Stock Status ID': The selected stock status id is invalid/,
};

const importStep: Step = {
	title:
		'VanillaEshop’s product sheet: good rows are saved, the others leave with field and reason',
	async run(scene) {
		const { store, requests } = scene.sandbox.vanillaEshop;
		const gift = store.findBySku('van.92');
		assert.ok(gift, 'the product that the sheet replaces is not there');
		for (const product of [...store.products.values()]) {
			if (product.sku.startsWith('van.2')) store.removeProduct(product);
		}
		const sent = () => requests.filter(({ action }) => action === 'product.upsertBulk').length;
		const before = { products: store.products.size, sent: sent() };
		const example = exampleIn(scene, 'vanillaeshop-import-products.json');
		const execution = await runFrom(scene, example, 'Start');
		const rows = itemsOf(execution, 'One Item a Row');
		const good = rows.filter((row) => WRONG[skuOf(row)] === undefined);
		const rejected = itemsOf(execution, 'Rejected');
		assert.deepEqual(rejected.map(skuOf), Object.keys(WRONG));
		for (const row of rejected) assert.match(whyOf(row), WRONG[skuOf(row)] ?? /^$/);
		assert.deepEqual(itemsOf(execution, 'Saved').map(skuOf), good.map(skuOf));
		for (const row of good) {
			const product = store.findBySku(skuOf(row));
			assert.equal(Number(product?.price), Number(row.price), skuOf(row));
			assert.equal(product?.quantity, row.quantity, skuOf(row));
			assert.deepEqual(product?.details.ar, { name: row.name_ar }, skuOf(row));
		}
		assert.equal(store.products.size, before.products + good.length - 1, 'products');
		assert.equal(store.findBySku('van.92')?.product_id, gift.product_id);
		// One with all that can be sent, and one without the two that were refused.
		assert.equal(sent() - before.sent, 2, 'requests for the whole sheet');
	},
};

const prices = 'edumalls-prices-to-vanillaeshop.json';

/** Runs the example; gives the SKUs of the products whose price was set, and what was not. */
async function sendPrices(scene: Scene) {
	const execution = await runFrom(scene, exampleIn(scene, prices), 'Every Hour');
	return {
		pairs: itemsOf(execution, 'One Item a Pair'),
		set: itemsOf(execution, 'Write Down').map(skuOf),
		notSet: itemsOf(execution, 'Not Set'),
	};
}

const pricesStep: Step = {
	title: 'Edumalls’ prices to VanillaEshop: the first run sends all, then each change goes once',
	async run(scene) {
		const { edumalls, vanillaEshop } = scene.sandbox;
		const specialsOf = ({ entity_id: id }: Row) =>
			vanillaEshop.store.findByEntity(String(id))?.specials;
		const { pairs, set, notSet } = await sendPrices(scene);
		// The example has run before: a step of every example starts it by each of its triggers.
		assert.deepEqual(set, [], 'prices that were sent again');
		const known = pairs.filter((pair) => specialsOf(pair) !== undefined);
		const [unknown, ...more] = pairs.filter((pair) => !known.includes(pair));
		assert.ok(known.length > 1 && unknown && more.length === 0, 'one pair is to be unknown');
		for (const pair of known) {
			const product = edumalls.store.findProduct({ sku: skuOf(pair) });
			const sent = specialsOf(pair)?.map(({ price }) => Number(price));
			assert.deepEqual(sent, [Number(product?.price)], `the price of ${skuOf(pair)}`);
		}
		assert.deepEqual(notSet.map(skuOf), [skuOf(unknown)]);
		const why = notSet.map(whyOf).join();
		assert.match(why, /'Magento Entity ID': The selected entity id is invalid/);

		const [pair] = known;
		const changed = pair && edumalls.store.findProduct({ sku: skuOf(pair) });
		assert.ok(changed, 'no product to change');
		const old = changed.price;
		for (const price of ['77.250000', old]) {
			changed.price = price;
			assert.deepEqual((await sendPrices(scene)).set, [changed.sku], `sent for ${price}`);
			assert.equal(Number(specialsOf(pair)?.at(-1)?.price), Number(price));
			assert.deepEqual((await sendPrices(scene)).set, [], 'sent without a change');
		}
	},
};

const laterStep: Step = {
	title: 'Edumalls’ prices to VanillaEshop: a price that was refused is sent again by the next run',
	async run(scene) {
		const { edumalls, vanillaEshop } = scene.sandbox;
		const product = edumalls.store.findProduct({ sku: 'KSA-6958428553001' });
		assert.ok(product, 'no product to change');
		const { price } = product;
		product.price = '81.500000';
		const message = 'The shop is closed';
		vanillaEshop.faults.add({ kind: 'failure', message, match: { action: 'price.createBulk' } });
		const refused = await sendPrices(scene);
		assert.deepEqual(refused.set, []);
		const row = refused.notSet.find((candidate) => skuOf(candidate) === product.sku);
		assert.match(whyOf(row ?? {}), new RegExp(message));
		assert.deepEqual((await sendPrices(scene)).set, [product.sku]);
		product.price = price;
	},
};

const documentedStep: Step = {
	title: 'every request that n8n has sent fits what is known of VanillaEshop’s API',
	async run({ sandbox }) {
		const requests = sandbox.vanillaEshop.requests.filter(({ path }) => !wrongPaths.includes(path));
		assert.ok(requests.length > 0, 'no request was sent');
		const wrong = requests.filter(({ invalid }) => invalid !== undefined);
		assert.deepEqual(
			wrong.map(({ action, invalid }) => `${action}: ${invalid}`),
			[],
		);
	},
};

export const vanillaEshopExampleSteps: Step[] = [importStep, pricesStep, laterStep, documentedStep];
