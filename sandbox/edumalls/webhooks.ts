import { createHmac } from 'node:crypto';
import type { Timers } from '../shared/clock';
import { post } from '../shared/post';
import type { Settings } from './settings';
import type { EventCode } from './types';

export interface Delivery {
	at: string;
	/** 1 to 5: the first attempt and four more. */
	attempt: number;
	/** event: sent on its own. forged: signed with a wrong secret. repeated: the same bytes again. */
	kind: 'event' | 'forged' | 'repeated';
	eventCode: EventCode;
	orderId: number;
	url: string;
	/** Absent while the answer is awaited, and when there was none. */
	status?: number;
	error?: string;
	signature: string;
	body: string;
}

export interface Subscription {
	url: string | null;
	secret: string;
	/** null = all events. */
	events: EventCode[] | null;
}

export interface Message {
	eventCode: EventCode;
	orderId: number;
	body: string;
}

export interface Webhooks {
	readonly subscription: Subscription;
	/** Every attempt, in the order in which they were made; the same array for ever. */
	readonly deliveries: Delivery[];
	/** Sends an event to whoever wants it, with the documented retries. Does not wait. */
	publish(message: Message): void;
	/** One attempt with a signature that does not fit, unless `secret` is the right one. */
	forge(message: Message, secret?: string): Promise<Delivery>;
	/** One attempt with the bytes and the signature of an earlier one. */
	repeat(delivery: Delivery): Promise<Delivery>;
	reset(): void;
	close(): void;
}

const MINUTE = 60_000;
const RETRY_AFTER_MINUTES = [1, 5, 15, 60];
const DEFAULT_SECRET = 'edumalls-webhook-secret';

export const sign = (body: string, secret: string): string =>
	`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

export function createWebhooks(settings: Settings, timers: Timers): Webhooks {
	const subscription: Subscription = { url: null, secret: DEFAULT_SECRET, events: null };
	const deliveries: Delivery[] = [];
	let running = new AbortController();

	return {
		subscription,
		deliveries,
		publish(message) {
			const { url, events, secret } = subscription;
			if (url === null || (events && !events.includes(message.eventCode))) return;
			const signature = sign(message.body, secret);
			void attempt({ ...message, url, signature, kind: 'event' }, 1);
		},
		async forge(message, secret = 'not the secret') {
			const signature = sign(message.body, secret);
			return await send({ ...message, url: wantedUrl(), signature, kind: 'forged' }, 1);
		},
		async repeat({ eventCode, orderId, body, url, signature }) {
			return await send({ eventCode, orderId, body, url, signature, kind: 'repeated' }, 1);
		},
		reset() {
			running.abort();
			running = new AbortController();
			deliveries.length = 0;
			Object.assign(subscription, { url: null, secret: DEFAULT_SECRET, events: null });
		},
		close() {
			running.abort();
		},
	};

	function wantedUrl(): string {
		if (subscription.url === null) throw new Error('No webhook URL is set');
		return subscription.url;
	}

	/** Anything but 200 is sent again later: the same bytes, so a receiver can tell the repeat. */
	async function attempt(letter: Letter, number: number): Promise<void> {
		const { signal } = running;
		const { status } = await send(letter, number);
		const minutes = RETRY_AFTER_MINUTES[number - 1];
		if (status === 200 || minutes === undefined || signal.aborted) return;
		await timers.sleep((minutes * MINUTE) / settings.webhookTimeScale);
		if (!signal.aborted) await attempt(letter, number + 1);
	}

	async function send(letter: Letter, number: number): Promise<Delivery> {
		const delivery: Delivery = { at: new Date().toISOString(), attempt: number, ...letter };
		deliveries.push(delivery);
		const headers = {
			'content-type': 'application/json',
			'x-integrationhub-signature': letter.signature,
		};
		const timeout = settings.webhookTimeoutMs;
		Object.assign(delivery, await post(letter.url, letter.body, headers, timeout, running.signal));
		return delivery;
	}
}

interface Letter extends Message {
	url: string;
	signature: string;
	kind: Delivery['kind'];
}
