import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths';
import { packageName } from '../../scripts/n8n/package';
import { createsShipment } from '../../scripts/stage/examples';
import { chosen, needLabels, openNode, picture, withCanvas } from './canvas';
import { composingStep } from './composing';
import { dispatchEditorSteps } from './dispatchEditor';
import { elryanTriggerEditorStep } from './elryanTrigger';
import { printXpandEditorSteps } from './printXpandEditor';
import { exampleIn } from './running';
import { type Scene, shippingIn, type Step } from './step';
import { vanillaEshopEditorSteps } from './vanillaEshopEditor';

function nodeThatShips(scene: Scene): string {
	const node = shippingIn(scene).workflow.nodes.find(createsShipment);
	assert.ok(node, 'the example has no node that creates a shipment');
	return node.name;
}

interface Description {
	name: string;
	properties: Array<{ name: string; options?: Array<{ action?: string }> }>;
}

/** What the built node says it can do. */
function actionsOf(node: string): string[] {
	const text = readFileSync(join(root, 'dist', 'types', 'nodes.json'), 'utf8');
	const found = (JSON.parse(text) as Description[]).find(({ name }) => name === node);
	const operations = found?.properties.filter(({ name }) => name === 'operation') ?? [];
	return operations.flatMap(({ options = [] }) => options.flatMap(({ action }) => action ?? []));
}

export const editorSteps: Step[] = [
	{
		title: 'the editor shows the workflow, with the package’s own icons',
		async run(scene) {
			await withCanvas(scene, async (page) => {
				const { nodes } = shippingIn(scene).workflow;
				const ours = nodes.filter(({ type }) => type.startsWith(`${packageName}.`));
				const icons = page.locator('[data-test-id="canvas-node"] img[src*="edumalls"]');
				await icons.first().waitFor();
				assert.equal(await icons.count(), ours.length);
				await picture(page, scene, 'workflow');
			});
		},
	},
	{
		title: 'the Edumalls node opens, and its panel reads as it should',
		async run(scene) {
			await withCanvas(scene, async (page) => {
				await openNode(page, nodeThatShips(scene));
				await needLabels(page, ['Resource', 'Operation', 'Order', 'Additional Fields', 'Options']);
				assert.equal(await chosen(page, 'resource'), 'Order');
				assert.equal(await chosen(page, 'operation'), 'Create Shipment');
				await picture(page, scene, 'edumalls-node');
			});
		},
	},
	{
		title: 'the Elryan node opens, and its panel reads as it should',
		async run(scene) {
			const look: Parameters<typeof withCanvas>[1] = async (page) => {
				await openNode(page, 'Update Prices');
				await needLabels(page, ['Resource', 'Operation', 'SKU', 'Price', 'Stock', 'Options']);
				assert.equal(await chosen(page, 'resource'), 'Variant');
				assert.equal(await chosen(page, 'operation'), 'Update Price and Stock');
				await picture(page, scene, 'elryan-node');
			};
			await withCanvas(scene, look, { example: exampleIn(scene, 'elryan-update-prices.json') });
		},
	},
	{
		title: 'the Edumalls Trigger shows the production address that is to be pasted',
		async run(scene) {
			await withCanvas(scene, async (page) => {
				const { node, url } = shippingIn(scene).trigger;
				await openNode(page, node.name);
				await needLabels(page, ['Trigger On']);
				await page.getByText('Webhook URLs').click();
				await page.getByRole('radio', { name: 'Production URL' }).click();
				await page.getByText(new URL(url).pathname).waitFor();
				await picture(page, scene, 'edumalls-trigger');
			});
		},
	},
	elryanTriggerEditorStep,
	...vanillaEshopEditorSteps,
	...printXpandEditorSteps,
	...dispatchEditorSteps,
	composingStep,
	{
		title: 'a search for the marketplace finds the node, and what it can do',
		async run(scene) {
			await withCanvas(scene, async (page) => {
				await page.locator('[data-test-id="node-creator-plus-button"]').click();
				await page.locator('[data-test-id="node-creator-search-bar"]').fill('edumalls');
				const names = page.locator('[data-test-id="node-creator-item-name"]');
				await names.filter({ hasText: 'Edumalls' }).first().click();
				const panel = page.locator('[data-test-id="node-creator"]');
				await panel.getByText('Get many orders').waitFor();
				const text = await panel.innerText();
				const missing = actionsOf('edumalls').filter((action) => !text.includes(action));
				assert.deepEqual(missing, [], 'actions that are not offered');
				await picture(page, scene, 'node-search');
			});
		},
	},
	{
		title: 'the canvas can be read in dark mode too',
		async run(scene) {
			const look: Parameters<typeof withCanvas>[1] = async (page) => {
				await page.locator('img[src*="edumalls.dark"]').first().waitFor();
				await picture(page, scene, 'workflow-dark');
			};
			await withCanvas(scene, look, { colorScheme: 'dark' });
		},
	},
];
