import assert from 'node:assert/strict';
import { itemsOf } from '../../scripts/n8n/client';
import type { Row } from './dataTable';
import { isWrongPath } from './printXpandCredentials';
import { printXpandOrderSteps } from './printXpandOrders';
import { printXpandTriggerSteps } from './printXpandTrigger';
import { exampleIn, runFrom } from './running';
import type { Step } from './step';

const idOf = ({ id }: Row) => id;

const catalogueStep: Step = {
	title:
		'PrintXpand’s catalogue: a parent before its child, simple and configurable, bad rows apart',
	async run(scene) {
		const { store } = scene.sandbox.printXpand;
		for (const id of [9101, 9102]) store.categories.delete(id);
		for (const id of ['91001', '91002']) store.products.delete(id);
		const execution = await runFrom(scene, exampleIn(scene, 'printxpand-catalogue.json'), 'Start');

		const sheet = itemsOf(execution, 'One Item a Category').map(idOf);
		assert.deepEqual(sheet, ['9102', '9101', '0'], 'the child stands first in the sheet');
		const created = [...store.categories.values()].slice(-2);
		assert.deepEqual(
			created.map(({ id, name, parent_id }) => [id, name, parent_id]),
			[
				[9101, 'Gifts', 0],
				[9102, 'أكواب', 9101],
			],
		);

		const [mug, shirt] = ['91001', '91002'].map((id) => store.products.get(id));
		assert.equal(mug?.fields.type, 'simple');
		assert.equal(mug.fields.price, '12.50');
		assert.deepEqual(mug.categories, [9101, 9102]);
		assert.equal(shirt?.fields.type, 'configurable');
		assert.equal(shirt.fields.attribute_names, 'Size,Color');
		assert.deepEqual([...shirt.variations.keys()], ['91003', '91004']);
		assert.deepEqual(itemsOf(execution, 'Sent'), [
			{ id: '91001', message: 'Product Created Successfully!' },
			{ id: '91002', message: 'Product Created Successfully!' },
		]);

		const [category, ...categories] = itemsOf(execution, 'Categories Not Sent');
		assert.deepEqual([category?.id, categories.length], ['0', 0]);
		assert.match(String(category?.reason), /proper data.*'Category ID' must not be 0/);
		const [product, ...products] = itemsOf(execution, 'Products Not Sent');
		assert.deepEqual([product?.id, products.length], ['91005', 0]);
		assert.match(String(product?.reason), /proper attribute values.*'Variations' is empty/);
	},
};

const documentedStep: Step = {
	title: 'every request that n8n has sent fits PrintXpand’s documentation',
	async run({ sandbox }) {
		const requests = sandbox.printXpand.requests.filter(({ path }) => !isWrongPath(path));
		const actions = new Set(requests.map(({ action }) => action));
		for (const action of ['category.upsert', 'product.upsert', 'order.upsert']) {
			assert.ok(actions.has(action), `${action} was not sent`);
		}
		const wrong = requests.filter(({ invalid }) => invalid !== undefined);
		assert.deepEqual(
			wrong.map(({ action, invalid }) => `${action}: ${invalid}`),
			[],
		);
	},
};

export const printXpandExampleSteps: Step[] = [
	catalogueStep,
	...printXpandTriggerSteps,
	...printXpandOrderSteps,
	documentedStep,
];
