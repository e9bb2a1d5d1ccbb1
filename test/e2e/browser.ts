import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { Trouble } from '../../scripts/lib/trouble';
import type { N8nSession } from '../../scripts/n8n/session';

const places = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser of this machine: the project downloads none. */
export function chromiumPath(): string {
	const chosen = process.env.CHROMIUM_PATH;
	if (chosen && !existsSync(chosen)) {
		throw new Trouble(`CHROMIUM_PATH is '${chosen}', and there is no such file.`);
	}
	const found = chosen || places.find((path) => existsSync(path));
	if (found) return found;
	throw new Trouble(
		'There is no Chromium for looking at the editor. On Debian or Ubuntu install the package ' +
			'chromium (sudo apt-get install chromium); elsewhere set CHROMIUM_PATH to a Chromium or Chrome.',
	);
}

/** Quiet, and unable to reach anything but this machine. */
const flags = [
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

export async function launchBrowser(): Promise<Browser> {
	return await chromium.launch({ executablePath: chromiumPath(), headless: true, args: flags });
}

/** A window that is signed in to n8n already. */
export async function signedInWindow(
	browser: Browser,
	session: N8nSession,
): Promise<BrowserContext> {
	const context = await browser.newContext({
		viewport: { width: 1440, height: 900 },
		deviceScaleFactor: 1,
	});
	await context.addCookies([{ ...session.cookie, url: session.url }]);
	return context;
}
