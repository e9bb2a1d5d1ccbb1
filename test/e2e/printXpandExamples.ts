import assert from 'node:assert/strict';
import { itemsOf } from '../../scripts/n8n/client';
import * as workflows from '../../scripts/n8n/workflows';
import type { Example } from '../../scripts/stage/examples';
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

const refusedCategoriesStep: Step = {
	title: 'PrintXpand’s catalogue: its products go out once, though every category is refused',
	async run(scene) {
		const { store, faults, requests } = scene.sandbox.printXpand;
		for (const id of ['91001', '91002']) store.products.delete(id);
		const match = { action: 'category.upsert' };
		// The parent and the child are two requests.
		faults.add({ kind: 'failure', message: 'Categories are closed', match, times: 2 });
		const before = requests.length;
		const execution = await runFrom(scene, exampleIn(scene, 'printxpand-catalogue.json'), 'Start');
		assert.equal(itemsOf(execution, 'Categories Not Sent').length, 3);
		assert.deepEqual(itemsOf(execution, 'Sent').map(idOf), ['91001', '91002']);
		const sent = requests.slice(before).filter(({ action }) => action === 'product.upsert');
		assert.equal(sent.length, 1, 'requests with products');
	},
};

/** The catalogue's example with a sheet in which no category is. */
function withoutCategories({ workflow }: Example): workflows.WorkflowExport {
	const { connections, settings } = workflow;
	const nodes = workflow.nodes.map((node) => {
		if (node.name !== 'Catalogue') return node;
		const { jsonOutput, ...others } = node.parameters;
		const sheet = JSON.stringify({ ...(JSON.parse(String(jsonOutput)) as Row), categories: [] });
		return { ...node, parameters: { ...others, jsonOutput: sheet } };
	});
	return { name: `${workflow.name} (products only)`, nodes, connections, settings };
}

const noCategoryStep: Step = {
	title: 'PrintXpand’s catalogue: its products go out where there is no category',
	async run(scene) {
		const { request } = scene.session;
		const example = exampleIn(scene, 'printxpand-catalogue.json');
		const workflow = await workflows.createWorkflow(request, withoutCategories(example));
		try {
			const execution = await runFrom(scene, { ...example, workflow }, 'Start');
			assert.deepEqual(itemsOf(execution, 'Sent').map(idOf), ['91001', '91002']);
		} finally {
			await workflows.deleteWorkflow(request, workflow.id);
		}
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
	refusedCategoriesStep,
	noCategoryStep,
	...printXpandTriggerSteps,
	...printXpandOrderSteps,
	documentedStep,
];
