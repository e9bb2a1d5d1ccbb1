import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Sandbox, startSandbox } from '../sandbox';
import { cacheFolder, logFolder, root } from './lib/paths';
import { freePort } from './lib/ports';
import { onStop, program } from './lib/program';
import { fail, ok, say } from './lib/say';
import { saveCredential } from './n8n/credentials';
import { getExecution, itemsOf, listExecutions } from './n8n/executions';
import { ensureRuntime } from './n8n/install';
import { startN8n } from './n8n/server';
import { type N8nRequest, signIn } from './n8n/session';
import { activateWorkflow, createWorkflow, type WorkflowExport } from './n8n/workflows';
import { ensureBuilt } from './stage/build';
import { elryanLogin } from './stage/credentials';

const RESTARTS = 20;
const ORDERS = 500;
const trigger = 'New Order Line';
const userFolder = join(cacheFolder, 'restarts', 'n8n-home');

const workflow = (credential: { id: string; name: string }): WorkflowExport => ({
	name: 'Restarts',
	nodes: [
		{
			id: '1',
			name: trigger,
			type: 'n8n-nodes-marketplaces.elryanTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters: { event: 'orderCreated', pollTimes: { item: [{ mode: 'everyMinute' }] } },
			credentials: { elryanApi: credential },
		},
		{
			id: '2',
			name: 'Nothing',
			type: 'n8n-nodes-base.noOp',
			typeVersion: 1,
			position: [220, 0],
			parameters: {},
		},
	],
	connections: { [trigger]: { main: [[{ node: 'Nothing', type: 'main', index: 0 }]] } },
	settings: { executionOrder: 'v1' },
});

/** Places about as many orders as there are still to come, spread over what is left. */
function placeSome(elryan: Sandbox['elryan'], placed: string[], turnsLeft: number): void {
	const left = ORDERS - placed.length;
	const count = turnsLeft <= 1 ? left : Math.round((left / turnsLeft) * 2 * Math.random());
	for (let index = 0; index < Math.min(count, left); index++) {
		placed.push(String(elryan.store.placeOrderLine().POlineID));
	}
}

/** The lines that all executions have put out, as often as they did. */
async function emittedLines(request: N8nRequest, id: string): Promise<string[]> {
	const lines: string[] = [];
	for (const { id: execution } of await listExecutions(request, id)) {
		const rows = itemsOf(await getExecution(request, execution), trigger);
		lines.push(...rows.map(({ poLineId }) => String(poLineId)));
	}
	return lines;
}

/**
 * The polling trigger in a real n8n that is stopped (SIGTERM) and started 20 times at random moments while
 * 500 orders come in. `--ignore-filter`: the marketplace ignores the time filter.
 */
async function main(): Promise<number> {
	rmSync(userFolder, { recursive: true, force: true });
	const node = await ensureRuntime();
	await ensureBuilt();
	const honourTimeFilter = !process.argv.includes('--ignore-filter');
	const sandbox = await startSandbox({ elryan: { seed: 'empty', honourTimeFilter } });
	onStop(async () => await sandbox.close());
	const port = await freePort();
	const boot = async () =>
		await startN8n({
			node,
			port,
			userFolder,
			packageDir: root,
			logFile: join(logFolder, 'restarts-n8n.log'),
		});
	let n8n = await boot();
	onStop(async () => await n8n.stop());
	let { request } = await signIn(n8n.url);
	const credential = await saveCredential(request, {
		name: 'Elryan sandbox',
		type: 'elryanApi',
		data: elryanLogin(sandbox.elryan),
	});
	const { id, name } = credential;
	const created = await createWorkflow(request, workflow({ id, name }));
	await activateWorkflow(request, created);
	const placed: string[] = [];
	for (let turn = 0; turn < RESTARTS; turn++) {
		placeSome(sandbox.elryan, placed, 2 * (RESTARTS - turn));
		await delay(Math.random() * 1500);
		await n8n.stop();
		placeSome(sandbox.elryan, placed, 2 * (RESTARTS - turn) - 1);
		n8n = await boot();
		await delay(Math.random() * 4000);
		say(`… ${turn + 1} restarts, ${placed.length} orders`);
	}
	await n8n.stop();
	n8n = await boot();
	({ request } = await signIn(n8n.url));
	await delay(15_000);
	const emitted = await emittedLines(request, created.id);
	const missing = placed.filter((line) => !emitted.includes(line));
	const doubled = emitted.length - new Set(emitted).size;
	const line = `${placed.length} orders, ${emitted.length} put out, ${missing.length} missing, ${doubled} twice`;
	const good = missing.length === 0 && doubled === 0 && emitted.length === placed.length;
	if (good) ok(line);
	else fail(line);
	say(good ? '1 passed, 0 failed' : '0 passed, 1 failed');
	return good ? 0 : 1;
}

void program('restarts', main);
