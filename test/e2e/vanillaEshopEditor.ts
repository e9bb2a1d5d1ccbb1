import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Credential } from '../../scripts/n8n/credentials';
import { packageName } from '../../scripts/n8n/package';
import * as workflows from '../../scripts/n8n/workflows';
import { chosen, needLabels, openNode, picture, withCanvas } from './canvas';
import { exampleIn } from './running';
import { needCredentials, type Scene, type Step } from './step';
import { vanillaEshopCredential, whileItAsks } from './vanillaEshopCredentials';

const nodeName = 'Create Order';

/** An order as a person would fill it in. */
const order = {
	resource: 'order',
	operation: 'create',
	orderId: '={{ 500000 + $json.number }}',
	storeId: '0',
	firstname: '={{ $json.name }}',
	lastname: '={{ $json.family_name }}',
	email: '={{ $json.email }}',
	telephone: '={{ $json.telephone }}',
	paymentFirstname: '={{ $json.name }}',
	paymentAddress1: '={{ $json.street }}',
	paymentAddress2: '={{ $json.district }}',
	paymentCity: 'Riyadh',
	paymentCountryId: 'SA',
	paymentZoneId: 'RD',
	products: {
		values: [
			{
				sku: 'van.90',
				name: 'Arabic Coffee Pot',
				quantity: '1',
				price: '118.75',
				cost: '59.40',
				tax: '17.81',
			},
			{
				sku: 'van.89',
				name: 'Ajwa Dates, 1 kg',
				quantity: '2',
				price: '75.00',
				cost: '40.00',
				tax: '11.25',
			},
		],
	},
	shippingTotal: '20.00',
	simple: true,
	additionalFields: {},
	options: {},
};

const buyer = {
	name: 'سارة',
	family_name: 'العتيبي',
	email: 'sara@customers.example',
	telephone: '0500000001',
	street: 'شارع العليا 2929',
	district: 'حي العليا',
};

const plain = (name: string, type: string, x: number, parameters: object) => ({
	name,
	type: `n8n-nodes-base.${type}`,
	typeVersion: type === 'set' ? 3.4 : 1,
	position: [x, 300] as [number, number],
	parameters: { ...parameters },
});

/** A workflow that creates an order of this number; gone again after `look`. */
async function withOrder(
	scene: Scene,
	{ id, name }: Credential,
	number: number,
	look: (page: Page) => Promise<void>,
): Promise<void> {
	const { request } = scene.session;
	const to = (node: string) => ({ main: [[{ node, type: 'main', index: 0 }]] });
	const workflow = await workflows.createWorkflow(request, {
		name: 'VanillaEshop: create an order',
		nodes: [
			plain('Start', 'manualTrigger', 0, {}),
			plain('Buyer', 'set', 220, {
				mode: 'raw',
				jsonOutput: JSON.stringify({ number, ...buyer }),
				options: {},
			}),
			{
				name: nodeName,
				type: `${packageName}.vanillaEshop`,
				typeVersion: 1,
				position: [440, 300],
				parameters: order,
				credentials: { vanillaEshopApi: { id, name } },
			},
		],
		connections: { Start: to('Buyer'), Buyer: to(nodeName) },
		settings: { executionOrder: 'v1' },
	});
	try {
		await withCanvas(scene, look, { example: { file: '', workflow } });
	} finally {
		await workflows.deleteWorkflow(request, workflow.id);
	}
}

const outputOf = (page: Page) => page.locator('[data-test-id="output-panel"]');

const executeStep = async (page: Page) =>
	await outputOf(page).getByRole('button', { name: 'Execute step' }).click();

/** Waits for n8n's note about a run, and closes it: it covers a corner. */
async function closeNews(page: Page, words: string): Promise<void> {
	await page.getByText(words).waitFor();
	await page.locator('.el-notification__closeBtn').click();
	await page.getByText(words).waitFor({ state: 'hidden' });
}

const panelStep: Step = {
	title: 'the VanillaEshop node opens, and its panel reads as it should',
	async run(scene) {
		const credential = needCredentials(scene).get('vanillaEshopApi');
		assert.ok(credential, 'there is no credential for VanillaEshop');
		await withOrder(scene, credential, 81234, async (page) => {
			await openNode(page, nodeName);
			await needLabels(page, ['Resource', 'Operation', 'Order ID', 'Products', 'Totals From']);
			assert.equal(await chosen(page, 'resource'), 'Order');
			assert.equal(await chosen(page, 'operation'), 'Create');
			await executeStep(page);
			await closeNews(page, 'Node executed successfully');
			await page.locator('[data-test-id="parameter-input-totalsFrom"]').scrollIntoViewIfNeeded();
			await picture(page, scene, 'vanillaeshop-node');
		});
	},
};

const workflowStep: Step = {
	title: 'the editor runs VanillaEshop’s product sheet, and shows what went which way',
	async run(scene) {
		const look = async (page: Page) => {
			await page.locator('[data-test-id="execute-workflow-button"]').first().click();
			await closeNews(page, 'Workflow executed successfully');
			await picture(page, scene, 'vanillaeshop-workflow');
		};
		const example = exampleIn(scene, 'vanillaeshop-import-products.json');
		await withCanvas(scene, look, { example });
	},
};

const warningStep: Step = {
	title: 'VanillaEshop: a secret over plain http is warned of after a run and in the credential',
	async run(scene) {
		const data = { authentication: 'bearer' };
		const credential = await vanillaEshopCredential(scene, 'VanillaEshop with a token', data);
		const look = async (page: Page) => {
			await openNode(page, nodeName);
			await executeStep(page);
			await outputOf(page).getByText('was sent unencrypted').waitFor();
			await page.locator('[data-test-id="credential-edit-button"]').click();
			const form = page.locator('[data-test-id="credential-edit-dialog"]');
			await form.getByText('the secret travels unencrypted').waitFor();
		};
		await whileItAsks(scene, { authentication: 'bearer' }, async () => {
			await withOrder(scene, credential, 81235, look);
		});
	},
};

export const vanillaEshopEditorSteps: Step[] = [panelStep, workflowStep, warningStep];
