import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { logFolder } from '../../../scripts/lib/paths';
import { freePort } from '../../../scripts/lib/ports';
import type { RuntimeNode } from '../../../scripts/n8n/layout';
import { startN8n } from '../../../scripts/n8n/server';
import { usageOf, WITH_METRICS } from './metrics';

/** One start of n8n. */
export interface Started {
	/** Until it said that it is well and served its editor, in milliseconds. */
	ready: number;
	/** Some seconds later, in bytes. */
	memory: number;
}

/** n8n goes on with its start after it answers. */
const SETTLE_MS = 3_000;

const ASK_EVERY_MS = 10;

/** Where n8n starts: in a folder that it has been started in before, with the package in it or without. */
export interface Home {
	node: RuntimeNode;
	userFolder: string;
}

async function says(address: string): Promise<boolean> {
	try {
		const answer = await fetch(address);
		await answer.json();
		return answer.ok;
	} catch {
		return false;
	}
}

/** While n8n starts it answers everything with a page: only JSON counts. */
async function answersFrom(url: string, isOver: () => boolean): Promise<number> {
	for (const path of ['/healthz', '/rest/settings']) {
		while (!isOver() && !(await says(url + path))) await delay(ASK_EVERY_MS);
	}
	return Date.now();
}

/** Starts n8n and stops it. */
export async function startOnce({ node, userFolder }: Home): Promise<Started> {
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	let over = false;
	const before = Date.now();
	const answered = answersFrom(url, () => over);
	try {
		const n8n = await startN8n({
			node,
			port,
			userFolder,
			logFile: join(logFolder, 'bench-start.log'),
			env: WITH_METRICS,
		});
		try {
			const ready = (await answered) - before;
			await delay(SETTLE_MS);
			const { memory } = await usageOf(url);
			return { ready, memory };
		} finally {
			await n8n.stop();
		}
	} finally {
		over = true;
	}
}
