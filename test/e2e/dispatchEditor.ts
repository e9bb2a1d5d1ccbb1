import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { TRIGGERS } from '../../sandbox/dispatch/triggers';
import { chosen, needLabels, openNode, picture, withCanvas } from './canvas';
import { deliver, removeListener, saveListener } from './dispatchWorkflow';
import { exampleIn } from './running';
import type { Scene, Step } from './step';

type Look = Parameters<typeof withCanvas>[1];

const notify = 'elryan-dispatch-notify.json';
const delivered = 'dispatch-delivered-to-edumalls.json';
const approval = 'dispatch-pause-and-resume.json';

const step = (title: string, run: (scene: Scene) => Promise<void>): Step => ({ title, run });

/** Its button in the open panel. */
const executeStep = async (page: Page) =>
	await page.locator('#app-modals').getByRole('button', { name: 'Execute step' }).first().click();

/** Until a label stands at the top of the open panel. */
const scrollTo = async (page: Page, label: string) =>
	await page
		.locator('[data-test-id="node-parameters"]')
		.getByText(label, { exact: true })
		.first()
		.evaluate((element) => element.scrollIntoView({ block: 'start' }));

const canvasStep = (file: string, name: string): Step =>
	step(`the canvas of examples/${file} shows Dispatch’s icon`, async (scene) => {
		const example = exampleIn(scene, file);
		const look: Look = async (page) => {
			const icons = page.locator('[data-test-id="canvas-node"] img[src*="dispatch"]');
			await icons.first().waitFor();
			const ours = example.workflow.nodes.filter(({ type }) => /\.dispatch/.test(type));
			assert.equal(await icons.count(), ours.length);
			await picture(page, scene, name);
		};
		await withCanvas(scene, look, { example });
	});

export const dispatchEditorSteps: Step[] = [
	canvasStep(delivered, 'dispatch-delivered'),
	canvasStep(notify, 'dispatch-notify'),
	canvasStep(approval, 'dispatch-approval'),
	step('the Dispatch node opens: a workflow with its condition and its action', async (scene) => {
		const look: Look = async (page) => {
			await openNode(page, 'Tell on Delivery');
			const labels = ['Name', 'Entity Type', 'Trigger', 'Action Type', 'Recipient', 'Template'];
			await needLabels(page, ['Resource', 'Operation', ...labels, 'Conditions']);
			assert.equal(await chosen(page, 'operation'), 'Configure');
			assert.equal(await chosen(page, 'actionType'), 'Send Email');
			await scrollTo(page, 'Name');
			await picture(page, scene, 'dispatch-node');
		};
		await withCanvas(scene, look, { example: exampleIn(scene, notify) });
	}),
	step(
		'the Dispatch Trigger lists the account’s triggers, and shows a real event',
		async (scene) => {
			const look: Look = async (page) => {
				await openNode(page, 'Shipment Delivered');
				await needLabels(page, ['Entity Type', 'Trigger', 'Conditions', 'Options']);
				await page.locator('[data-test-id="rlc-input-container"]').click();
				const list = page.locator('[data-test-id="rlc-item"]');
				await list.nth(2).waitFor();
				const labels = TRIGGERS.Shipment.map(({ name, code }) => `${name} · ${code}`);
				assert.deepEqual((await list.allInnerTexts()).sort(), labels.sort());
				await page.getByText('Parameters', { exact: true }).click();
				await page
					.locator('#app-modals')
					.getByRole('button', { name: 'Execute step' })
					.first()
					.click();
				await page.getByText('Listening for test event').waitFor();
				await page.waitForTimeout(500);
				await deliver(scene, { orderNumber: '1000000123' });
				const output = page.locator('[data-test-id="output-panel"]');
				await output.getByText('shipment_delivered').first().waitFor();
				await output.getByText('Schema', { exact: true }).click();
				await output.getByText('shipment_delivered').first().waitFor();
				await picture(page, scene, 'dispatch-trigger');
			};
			await withCanvas(scene, look, { example: exampleIn(scene, delivered) });
		},
	),
	step('a registration that Dispatch refuses says why in the editor', async (scene) => {
		const { settings } = scene.sandbox.dispatch;
		const listener = await saveListener(scene, 'refused in the editor');
		settings.webhookUrlField = 'targetUrl';
		const look: Look = async (page) => {
			await openNode(page, 'Delivered');
			await executeStep(page);
			const told = page.getByText("The action needs 'targetUrl'");
			await told.first().waitFor();
			assert.match(await told.first().innerText(), /set 'Address Field' in the options/);
		};
		try {
			const { workflow } = listener;
			await withCanvas(scene, look, { example: { file: '', workflow } });
		} finally {
			settings.webhookUrlField = 'url';
			await removeListener(scene, listener);
		}
	}),
];
