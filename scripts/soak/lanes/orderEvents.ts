import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Delivery } from '../../../sandbox';
import { webhookUrl } from '../../n8n/workflows';
import { byMode, chain, ours } from './chain';
import { type Grounds, type Lane, tallyOf } from './lane';

/** When the vendor tries again, with a second for each of its minutes. */
const AGAIN_AFTER_MS = [1000, 5000, 15_000, 60_000];
/** Repeats are of one of the latest deliveries; what is much older n8n may have forgotten. */
const LATEST = 1000;

/** Signed webhooks, forged and repeated ones among them; each good one adds a comment to its order. */
export function orderEvents({ sandbox, credentials, url, answered }: Grounds): Lane {
	const { edumalls } = sandbox;
	const webhookId = randomUUID();
	const listensAt = webhookUrl(url, webhookId, 'edumalls');
	// Events are sent here, one by one, so that each answer can be timed.
	Object.assign(edumalls.webhook, { url: listensAt, events: [] });
	const orders: number[] = [];
	const forged: number[] = [];
	const latest: Delivery[] = [];
	const wrong: string[] = [];
	let refused = 0;
	let number = 0;

	const answerOf = ({ status, error }: Delivery): string => String(status ?? error ?? 'no answer');

	async function order(): Promise<void> {
		const { order_id: id } = edumalls.store.placeOrder();
		orders.push(id);
		const startedAt = performance.now();
		let delivery = await edumalls.forge(edumalls.message(110, id), edumalls.webhookSecret);
		answered(performance.now() - startedAt);
		for (const pause of AGAIN_AFTER_MS) {
			if (delivery.status === 200) break;
			refused++;
			await delay(pause);
			delivery = await edumalls.repeat(delivery);
		}
		if (delivery.status !== 200) wrong.push(`an event was never taken: ${answerOf(delivery)}`);
		latest.push(delivery);
		if (latest.length > LATEST) latest.shift();
	}

	async function forge(): Promise<void> {
		const [placed] = edumalls.store.addOrders(1);
		if (!placed) return;
		forged.push(placed.order_id);
		const delivery = await edumalls.forge(edumalls.message(110, placed.order_id));
		if (delivery.status === 200) wrong.push('a forged event was answered 200');
		else if (delivery.status !== 401) refused++;
	}

	async function repeat(): Promise<void> {
		const delivery = latest[Math.floor(Math.random() * latest.length)];
		if (!delivery) return;
		const { status } = await edumalls.repeat(delivery);
		if (status !== 200) refused++;
	}

	const comments = (id: number): number =>
		edumalls.store.comments(id).filter(({ comment }) => comment?.startsWith('Delivery ')).length;

	return {
		title: 'Signed order events',
		text: 'Edumalls Trigger → Edumalls *Order: Add Comment*, 2 events a second, 10 % of them forged and 10 % repeated',
		everyMs: 500,
		signedAt: listensAt,
		workflow: chain(
			'Soak: order events',
			[
				ours('Order Event', 'edumallsTrigger', 'edumallsWebhookApi', { events: [] }, { webhookId }),
				ours('Comment', 'edumalls', 'edumallsApi', {
					resource: 'order',
					operation: 'addComment',
					order: byMode('orderId', '={{ $json.order.order_id }}'),
					comment: '=Delivery {{ $json.deliveryId }}',
				}),
			],
			credentials,
		),
		async happen() {
			number++;
			if (number % 10 === 4) await forge();
			else if (number % 10 === 8) await repeat();
			else await order();
			// Each of them holds the whole body.
			edumalls.deliveries.length = 0;
		},
		tally() {
			const effects = forged.filter((id) => comments(id) > 0).length;
			const more = effects > 0 ? [`${effects} forged events had an effect`] : [];
			const told = { refused, wrong: [...wrong, ...more] };
			return tallyOf(orders.map(String), (id) => comments(Number(id)), told);
		},
		executions: () => ({ least: orders.length, most: orders.length }),
	};
}
