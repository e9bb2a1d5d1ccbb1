import assert from 'node:assert/strict';
import { packageName } from '../../scripts/n8n/package';
import * as workflows from '../../scripts/n8n/workflows';
import { chosen, needLabels, openNode, picture, withCanvas } from './canvas';
import { exampleIn } from './running';
import { needCredentials, type Scene, type Step } from './step';

const node = 'Send a T-Shirt';

const variation = (id: string, size: string, price: string) => ({
	id,
	price,
	attributes: { values: [{ name: 'Size', option: size }] },
});

const parameters = {
	resource: 'product',
	operation: 'upsert',
	id: '10001',
	name: 'T-shirt',
	type: 'configurable',
	variationsInput: 'rows',
	variations: { values: [variation('10002', 'M', '25.00'), variation('10003', 'L', '27.00')] },
	additionalFields: { categoryId: ['101', '102'], price: '25.00' },
	options: {},
};

/** A workflow of one node, filled in as a person does who types a product by hand. */
async function byHand(scene: Scene): Promise<workflows.Workflow> {
	const { id, name } = needCredentials(scene).get('printXpandApi') ?? {};
	assert.ok(id && name, 'there is no credential');
	return await workflows.createWorkflow(scene.session.request, {
		name: 'PrintXpand: a product by hand',
		nodes: [
			{
				name: node,
				type: `${packageName}.printXpand`,
				typeVersion: 1,
				position: [220, 300],
				parameters,
				credentials: { printXpandApi: { id, name } },
			},
		],
		connections: {},
	});
}

export const printXpandEditorSteps: Step[] = [
	{
		title: 'the PrintXpand node opens, and the variations of a product read as they should',
		async run(scene) {
			const look: Parameters<typeof withCanvas>[1] = async (page) => {
				await openNode(page, node);
				await needLabels(page, ['Resource', 'Operation', 'Product ID', 'Name', 'Type']);
				await needLabels(page, ['Specify Variations', 'Variations', 'Attributes', 'Variation ID']);
				assert.equal(await chosen(page, 'resource'), 'Product');
				assert.equal(await chosen(page, 'operation'), 'Create or Update');
				await picture(page, scene, 'printxpand-node');
			};
			const workflow = await byHand(scene);
			try {
				await withCanvas(scene, look, { example: { file: '', workflow } });
			} finally {
				await workflows.deleteWorkflow(scene.session.request, workflow.id);
			}
		},
	},
	{
		title: 'the PrintXpand Trigger shows the production address and says to append the secret',
		async run(scene) {
			const example = exampleIn(scene, 'printxpand-designer.json');
			const { trigger } = example;
			assert.equal(trigger?.by, 'webhook');
			const { pathname } = new URL(trigger.url);
			const look: Parameters<typeof withCanvas>[1] = async (page) => {
				await openNode(page, trigger.node.name);
				await page.getByText('?secret=YOUR-SECRET').first().waitFor();
				await page.getByText('Webhook URLs').click();
				await page.getByRole('radio', { name: 'Production URL' }).click();
				await page.getByText(pathname).waitFor();
				await picture(page, scene, 'printxpand-trigger');
			};
			await withCanvas(scene, look, { example });
		},
	},
	{
		title: 'PrintXpand’s catalogue can be read on its canvas',
		async run(scene) {
			const example = exampleIn(scene, 'printxpand-catalogue.json');
			const look: Parameters<typeof withCanvas>[1] = async (page) => {
				await page.locator('[data-test-id="canvas-node"] img[src*="printXpand"]').first().waitFor();
				await picture(page, scene, 'printxpand-workflow');
			};
			await withCanvas(scene, look, { example });
		},
	},
];
