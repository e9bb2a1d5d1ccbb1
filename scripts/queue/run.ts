import { setTimeout as delay } from 'node:timers/promises';
import { duration, longStep, say } from '../lib/say';
import { activateWorkflow, createWorkflow, webhookAnswers } from '../n8n/workflows';
import type { Cluster } from './cluster';
import { bindCredentials } from './credentials';
import type { Effort } from './effort';
import { type Entry, entries, underWay } from './ledger';
import { writeLetters } from './letters';
import type { Machine } from './machine';
import { eventsAmong, isAccepted, type Mail, sendAll } from './sender';
import { setStocks, stockCalls, type Stocks } from './stocks';
import { until } from './watch';
import { commentWorkflow, eventsUrl, stockWorkflow } from './workflows';

/** What was done to the cluster, and where things stood when all had ended. */
export interface Course {
	mail: Mail;
	commentId: string;
	stockId: string;
	wanted: Stocks;
	killed: { name: string; awayMs: number };
	redisAwayMs: number;
	/** From the first delivery to the last answer. */
	sendMs: number;
	/** From then until every execution had ended. */
	drainMs: number;
	allEnded: boolean;
	logins: number;
	mostInFlight: number;
	entries: Entry[];
}

/** How long the marketplace takes to say what it has done. */
export const ANSWER_MS = 100;

const FAR_TOO_LONG_MS = 30 * 60_000;

/** Two workflows, active on every process. */
async function publish(cluster: Cluster): Promise<[string, string]> {
	const { request } = cluster.session;
	const { secret, api } = await bindCredentials(cluster);
	const comment = await createWorkflow(request, commentWorkflow(secret, api));
	const stock = await createWorkflow(request, stockWorkflow(api));
	for (const workflow of [comment, stock]) await activateWorkflow(request, workflow);
	await webhookAnswers(eventsUrl(cluster.webhook.url));
	return [comment.id, stock.id];
}

/** Starts the update of all stocks and waits until a part is done; gives the worker that does it, by its log. */
async function startBulk(cluster: Cluster, stockId: string, wanted: Stocks): Promise<Machine> {
	const { edumalls, postgres, webhook, workers } = cluster;
	await setStocks(webhook, wanted);
	await until(() => stockCalls(edumalls) > 0.3 * wanted.size, FAR_TOO_LONG_MS, 50);
	const bulk = (await entries(postgres)).find(({ workflowId }) => workflowId === stockId);
	const words = `Worker started execution ${bulk?.id} `;
	return workers.find(({ logged }) => logged(words) > 0) ?? workers[0];
}

/** What happens on the way: `share` tells how much of the mail has been answered. */
async function strike(
	cluster: Cluster,
	share: () => number,
	bulk: () => Promise<Machine>,
): Promise<Pick<Course, 'killed' | 'redisAwayMs'>> {
	const reached = async (wanted: number) => {
		await until(() => share() >= wanted, FAR_TOO_LONG_MS, 50);
	};
	await reached(0.1);
	const victim = await bulk();
	const killedAt = Date.now();
	await victim.kill();
	say(`  ${victim.name}, which runs the bulk update, is killed`);
	await delay(2_000);
	await victim.boot();
	const awayMs = Date.now() - killedAt;
	say(`  ${victim.name} is back after ${duration(awayMs)}`);
	await reached(0.6);
	cluster.edumalls.revokeTokens();
	say('  All tokens of Edumalls are revoked');
	await reached(0.75);
	const redisAwayMs = await cluster.redis.restart();
	say(`  Redis was restarted: ${redisAwayMs} ms without it`);
	return { killed: { name: victim.name, awayMs }, redisAwayMs };
}

async function drain({ postgres }: Cluster, { patienceMs }: Effort): Promise<boolean> {
	return await longStep(
		'Waiting until all executions have ended',
		async (note) =>
			await until(
				async () => {
					const left = await underWay(postgres);
					note(`${left} left`);
					return left === 0;
				},
				patienceMs,
				1_000,
			),
	);
}

/** Deliveries and a bulk update at the same time, while a worker dies and Redis is restarted. */
export async function runLoad(cluster: Cluster, effort: Effort): Promise<Course> {
	const { edumalls, postgres, webhook } = cluster;
	const { deliveries, items } = effort;
	const [commentId, stockId] = await publish(cluster);
	const letters = writeLetters(edumalls, eventsAmong(deliveries));
	// Whoever dies while a call is answered has done something that nobody was told of.
	edumalls.faults.add({ kind: 'latency', when: 'after', ms: ANSWER_MS, times: -1 });
	const products = edumalls.store.addProducts(items);
	const wanted = new Map(products.map(({ sku }, index) => [sku, 1000 + index]));

	const since = Date.now();
	const mail = sendAll(eventsUrl(webhook.url), letters, effort);
	const answered = () => mail.sendings.filter(({ answers }) => answers.length > 0).length;
	const strikes = await longStep(`${deliveries} deliveries, ${items} stocks`, async (note) => {
		const telling = setInterval(() => {
			const accepted = mail.sendings.filter(isAccepted).length;
			note(`${answered()} answered, ${accepted} accepted, ${stockCalls(edumalls)} stocks set`);
		}, 500);
		const share = () => answered() / deliveries;
		const bulk = async () => await startBulk(cluster, stockId, wanted);
		const struck = await strike(cluster, share, bulk);
		await mail.done;
		clearInterval(telling);
		return struck;
	});
	const sentAt = Date.now();
	const allEnded = await drain(cluster, effort);
	return {
		...{ mail, commentId, stockId, wanted, allEnded, ...strikes },
		sendMs: sentAt - since,
		drainMs: Date.now() - sentAt,
		logins: edumalls.loginCount,
		mostInFlight: edumalls.maxInFlight,
		entries: await entries(postgres),
	};
}
