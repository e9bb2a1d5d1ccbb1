import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { listExecutions } from '../../scripts/n8n/executions';
import { picture, withCanvas } from './canvas';
import { fiveMarketplaces } from './fiveMarketplaces';
import { exampleIn } from './running';
import type { Scene, Step } from './step';

/** High enough for the whole canvas. */
const size = { width: 1440, height: 1100 };

const services = ['edumalls', 'elryan', 'vanillaEshop', 'dispatch', 'printXpand'];

async function wholeCanvas(page: Page): Promise<void> {
	await page.locator('[data-test-id="canvas-node"]').first().waitFor({ timeout: 60_000 });
	await page.waitForTimeout(1_000);
	await page.locator('[data-test-id="zoom-to-fit"]').click();
}

/** The pictures of docs/composing.md. */
export const composingStep: Step = {
	title: 'five marketplaces stand on one canvas, before and after each of its two runs',
	async run(scene: Scene) {
		const example = exampleIn(scene, fiveMarketplaces);
		const { id } = example.workflow;
		const look = async (page: Page) => {
			await page.setViewportSize(size);
			await wholeCanvas(page);
			for (const name of services) {
				await page.locator(`img[src*="/${name}."]`).first().waitFor();
			}
			await picture(page, scene, 'composing-canvas');
			const [delivered, paid] = await listExecutions(scene.session.request, id);
			assert.ok(paid && delivered, 'it has not run');
			for (const [execution, name] of [
				[paid, 'composing-paid'],
				[delivered, 'composing-delivered'],
			] as const) {
				await page.goto(`${scene.session.url}/workflow/${id}/executions/${execution.id}`);
				await wholeCanvas(page);
				await page.getByText('Succeeded in').first().waitFor();
				await picture(page, scene, name);
			}
		};
		await withCanvas(scene, look, { example });
	},
};
