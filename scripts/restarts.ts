import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Sandbox, startSandbox } from '../sandbox';
import { cacheFolder, logFolder, root } from './lib/paths';
import { freePort } from './lib/ports';
import { onStop, program } from './lib/program';
import { fail, ok, say } from './lib/say';
import { saveCredential } from './n8n/credentials';
import { ensureRuntime } from './n8n/install';
import { startN8n } from './n8n/server';
import { type N8nRequest, signIn } from './n8n/session';
import { activateWorkflow, createWorkflow } from './n8n/workflows';
import { retryCrashed, tallyOf, type Verdict, verdict } from './restarts/tally';
import { pollingWorkflow } from './restarts/workflow';
import { ensureBuilt } from './stage/build';
import { elryanLogin } from './stage/credentials';

const RESTARTS = 20;
const ORDERS = 500;
const userFolder = join(cacheFolder, 'restarts', 'n8n-home');

/** After the last start n8n may wait for what it was killed over: a publication is leased for 2 minutes. */
const PATIENCE_MS = 4 * 60_000;

const asked = (option: string): boolean => process.argv.includes(option);

/** n8n's durable scheduler, as quick as it goes. */
const durable = {
	N8N_SCHEDULER_ENABLED: 'true',
	N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
	N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true',
	N8N_SCHEDULER_MATERIALIZATION_INTERVAL: '1',
	N8N_SCHEDULER_EXECUTOR_INTERVAL: '1',
};

/** Otherwise most starts after a kill would not poll: n8n leases the work of a publication for two minutes. */
const shortLease = {
	N8N_WORKFLOW_PUBLICATION_OUTBOX_LEASE_SECONDS: '5',
	N8N_WORKFLOW_PUBLICATION_OUTBOX_POLL_INTERVAL_MS: '1000',
};

/** Places about as many orders as there are still to come, spread over what is left. */
function placeSome(elryan: Sandbox['elryan'], placed: string[], turnsLeft: number): void {
	const left = ORDERS - placed.length;
	const count = turnsLeft <= 1 ? left : Math.round((left / turnsLeft) * 2 * Math.random());
	for (let index = 0; index < Math.min(count, left); index++) {
		placed.push(String(elryan.store.placeOrderLine().POlineID));
	}
}

/** Comes back while the trigger is at work, or n8n with what it has put out; or after a while. */
async function nearAPoll({ requests }: Sandbox['elryan']): Promise<void> {
	const before = requests.length;
	const until = Date.now() + 30_000;
	while (requests.length === before && Date.now() < until) await delay(2);
	await delay(Math.random() * 250);
}

function tell({ text, good }: Verdict): boolean {
	if (good) ok(text);
	else fail(text);
	return good;
}

/** Waits until all has come; a kill may leave something to be repeated, a stop may not. */
async function judge(request: N8nRequest, id: string, placed: string[]): Promise<boolean> {
	const look = async () => verdict(await tallyOf(request, id), placed);
	const until = Date.now() + PATIENCE_MS;
	while ((await look()).missing > 0 && Date.now() < until) await delay(2000);
	// What is put out twice may come late.
	await delay(15_000);
	const found = await look();
	if (found.crashed === 0) return tell(found);
	let good = true;
	if (asked('--kill')) say(found.text);
	else good = tell(found);
	await retryCrashed(request, await tallyOf(request, id));
	const again = await look();
	return tell({ ...again, text: `after Retry of what crashed: ${again.text}` }) && good;
}

/**
 * The polling trigger in a real n8n that is stopped and started 20 times while 500 orders come in: at any moment,
 * or, every other time, at the worst one. `--ignore-filter`: the marketplace ignores the time filter. `--kill`: n8n
 * is killed (SIGKILL) instead of stopped (SIGTERM). `--durable`: n8n's durable scheduler polls.
 */
async function main(): Promise<number> {
	rmSync(userFolder, { recursive: true, force: true });
	const node = await ensureRuntime();
	await ensureBuilt();
	const honourTimeFilter = !asked('--ignore-filter');
	const sandbox = await startSandbox({ elryan: { seed: 'empty', honourTimeFilter } });
	onStop(async () => await sandbox.close());
	const { elryan } = sandbox;
	const port = await freePort();
	const boot = async () =>
		await startN8n({
			node,
			port,
			userFolder,
			packageDir: root,
			logFile: join(logFolder, 'restarts-n8n.log'),
			env: { ...(asked('--durable') ? durable : {}), ...(asked('--kill') ? shortLease : {}) },
		});
	let n8n = await boot();
	onStop(async () => await n8n.stop());
	let { request } = await signIn(n8n.url);
	const credential = await saveCredential(request, {
		name: 'Elryan sandbox',
		type: 'elryanApi',
		data: elryanLogin(elryan),
	});
	const { id, name } = credential;
	const created = await createWorkflow(request, pollingWorkflow({ id, name }));
	await activateWorkflow(request, created);
	const placed: string[] = [];
	for (let turn = 0; turn < RESTARTS; turn++) {
		placeSome(elryan, placed, 2 * (RESTARTS - turn));
		if (turn % 2 === 0) await delay(Math.random() * 6000);
		else await nearAPoll(elryan);
		await (asked('--kill') ? n8n.kill() : n8n.stop());
		placeSome(elryan, placed, 2 * (RESTARTS - turn) - 1);
		n8n = await boot();
		say(`… ${turn + 1} restarts, ${placed.length} orders`);
	}
	({ request } = await signIn(n8n.url));
	const good = await judge(request, created.id, placed);
	say(good ? '1 passed, 0 failed' : '0 passed, 1 failed');
	return good ? 0 : 1;
}

void program('restarts', main);
