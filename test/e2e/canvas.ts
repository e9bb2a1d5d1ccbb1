import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { shown } from '../../scripts/lib/paths';
import { onStop } from '../../scripts/lib/program';
import { packageName } from '../../scripts/n8n/package';
import type { Example } from '../../scripts/stage/examples';
import { eventually } from '../../scripts/stage/orders';
import { messageOf } from '../../scripts/lib/trouble';
import { launchBrowser, signedInWindow } from './browser';
import { type Scene, shippingIn } from './step';

interface View {
	colorScheme?: 'light' | 'dark';
	example?: Example;
}

let opened: BrowserContext | undefined;

/** One window for all steps: n8n's editor is some 500 files, which it then loads once. */
async function theWindow(scene: Scene): Promise<BrowserContext> {
	if (opened) return opened;
	const browser = await launchBrowser();
	onStop(async () => await browser.close());
	opened = await signedInWindow(browser, scene.session);
	return opened;
}

/**
 * An example, the shipping workflow by default, on its canvas. A page that asked for anything outside this machine fails; a
 * failure leaves a picture of what was to be seen.
 */
export async function withCanvas(
	scene: Scene,
	look: (page: Page) => Promise<void>,
	{ colorScheme = 'light', example = shippingIn(scene) }: View = {},
): Promise<void> {
	const { url } = scene.session;
	const page = await (await theWindow(scene)).newPage();
	const outside: string[] = [];
	page.on('request', (request) => {
		const asked = request.url();
		// n8n's page about a node looks the package up at npm. The browser cannot get there either.
		if (asked.startsWith(`${url}/`) || asked.endsWith(`/${packageName}`)) return;
		if (/^https?:/.test(asked)) outside.push(asked);
	});
	try {
		await page.emulateMedia({ colorScheme });
		await page.goto(`${url}/workflow/${example.workflow.id}`);
		await page.locator('[data-test-id="canvas-node"]').first().waitFor({ timeout: 60_000 });
		await look(page);
		assert.deepEqual(outside, [], 'addresses outside this machine');
	} catch (error) {
		const path = join(scene.scratch, 'failed.png');
		await page.screenshot({ path });
		throw new Error(`${messageOf(error)}\nWhat was to be seen: ${shown(path)}`);
	} finally {
		await page.close();
	}
}

/** Taken once nothing moves any more. */
export async function picture(page: Page, scene: Scene, name: string): Promise<void> {
	mkdirSync(scene.pictures, { recursive: true });
	await page.waitForLoadState('networkidle');
	await page.evaluate('document.fonts.ready');
	await page.waitForTimeout(600);
	// n8n's checklist for active workflows hides a corner of the canvas.
	const advice = page.locator('[data-test-id="suggested-actions-close"]');
	if (await advice.isVisible()) await advice.click();
	await page.screenshot({ path: join(scene.pictures, `${name}.png`), animations: 'disabled' });
}

export async function openNode(page: Page, name: string): Promise<void> {
	await page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).dblclick();
	await page.locator('[data-test-id="node-parameters"]').waitFor();
}

/** Makes sure that a person sees these labels in the open panel. n8n draws what is nested a moment later. */
export async function needLabels(page: Page, wanted: string[]): Promise<void> {
	let missing = wanted;
	const allThere = await eventually(async () => {
		const labels = await visibleLabels(page);
		missing = wanted.filter((label) => !labels.includes(label));
		return missing.length === 0 ? true : undefined;
	}, 15_000);
	assert.ok(allThere, `labels that are not there: ${missing.join(', ')}`);
}

async function visibleLabels(page: Page): Promise<string[]> {
	const panel = page.locator('[data-test-id="node-parameters"]');
	const texts = await panel.locator('[data-test-id="input-label"]:visible').allInnerTexts();
	return texts.map((text) => text.split('\n')[0]?.trim() ?? '');
}

/** What is chosen in a list of the open panel, as a person reads it. */
export async function chosen(page: Page, parameter: string): Promise<string> {
	return await page.locator(`[data-test-id="parameter-input-${parameter}"] input`).inputValue();
}
