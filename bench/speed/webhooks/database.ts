import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { deliveryId } from '../../../nodes/shared/webhook/deliveries';
import { remember, type Seen, textOf } from '../../../nodes/shared/webhook/seen';
import { TRIGGER } from './contenders';
import type { Instance } from './instance';

/** Runs `database.cjs` on n8n's database. `input` is what it is to write. */
export async function askDatabase<Row>(
	{ node, userFolder }: Instance,
	what: 'executions' | 'memory',
	workflowId: string,
	input = '',
): Promise<Row[]> {
	const file = join(userFolder, '.n8n', 'database.sqlite');
	const script = join(__dirname, 'database.cjs');
	const child = spawn(node.execPath, [script, file, what, workflowId], {
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	const ended = once(child, 'exit');
	child.stdin.end(input);
	const rows: Row[] = [];
	for await (const line of createInterface({ input: child.stdout })) {
		rows.push(JSON.parse(line) as Row);
	}
	const [code] = await ended;
	if (code !== 0) throw new Error(`n8n's database could not be read (code ${String(code)})`);
	return rows;
}

/** Makes the trigger remember so many deliveries of the hours before. */
export async function fillMemory(
	instance: Instance,
	workflowId: string,
	count: number,
): Promise<void> {
	const seen: Seen = new Map();
	const now = Date.now();
	for (let index = count; index > 0; index--) {
		remember(seen, deliveryId(Buffer.from(`delivery ${index}`)), now - index * 1000);
	}
	const staticData = JSON.stringify({ [`node:${TRIGGER}`]: { deliveries: textOf(seen) } });
	await askDatabase(instance, 'memory', workflowId, staticData);
}
