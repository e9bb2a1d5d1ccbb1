import { join } from 'node:path';
import { mountControl } from '../shared/control';
import { createClock, createTimers, type Clock } from '../shared/clock';
import { createFaultList, type FaultList } from '../shared/faults';
import { createRateLimiter, NO_LIMIT, type RateLimiter } from '../shared/rateLimit';
import { createRequestLog, type LoggedRequest } from '../shared/requestLog';
import { createServer, listen } from '../shared/server';
import { mountService } from '../shared/service';
import { loadSpec } from '../shared/validator';
import { actionOf, handleRequest } from './api';
import { controlRoutes } from './controlRoutes';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import { createStore, type Store } from './store';
import { createTokens, SELLER } from './tokens';
import { VOICE } from './words';
import { webhookBody } from './webhookBody';
import { createWebhooks, type Delivery, type Message, type Subscription } from './webhooks';

export type { Delivery, Settings, Store, Subscription };

export interface EdumallsOptions {
	/** 0, the default, takes a free port. */
	port?: number;
	tokenLifetimeMs?: number;
	/** 1 = the documented minutes; 1000 = a minute passes in 60 ms. */
	webhookTimeScale?: number;
	webhookTimeoutMs?: number;
	/** demo: 12 orders, 120 products, 30 customers. empty: nothing yet. Default: demo. */
	seed?: 'demo' | 'empty';
}

export interface EdumallsSandbox {
	readonly url: string;
	readonly account: { username: string; password: string };
	readonly webhookSecret: string;
	/** Where events go; `null` as URL stops them. Free to change. */
	readonly webhook: Subscription;
	readonly store: Store;
	readonly settings: Settings;
	readonly clock: Clock;
	/** Every API request; the control API is not in it. */
	readonly requests: LoggedRequest[];
	readonly faults: FaultList;
	readonly limits: RateLimiter;
	readonly deliveries: Delivery[];
	/** The highest number of API requests that were open at the same time. */
	readonly maxInFlight: number;
	readonly loginCount: number;
	revokeTokens(): void;
	/** The webhook body of an order, as an event would carry it. */
	message(eventCode: Message['eventCode'], orderId: number): Message;
	forge(message: Message, secret?: string): Promise<Delivery>;
	repeat(delivery: Delivery): Promise<Delivery>;
	/** Forgets the logged requests, `maxInFlight` and `loginCount`; nothing else. */
	resetStats(): void;
	/** Back to the state after the start: shop, tokens, log, faults, limits, webhook, settings. */
	reset(): void;
	close(): Promise<void>;
}

const SPEC = join(__dirname, '..', '..', 'specs', 'edumalls.openapi.yaml');

export async function startEdumalls(options: EdumallsOptions = {}): Promise<EdumallsSandbox> {
	const { port = 0, seed = 'demo', ...wanted } = options;
	const start: Settings = { ...DEFAULT_SETTINGS, ...wanted };
	const settings: Settings = { ...start };
	const clock = createClock();
	const timers = createTimers();
	const log = createRequestLog();
	const faults = createFaultList();
	const limiter = createRateLimiter();
	const tokens = createTokens(clock, settings);
	const webhooks = createWebhooks(settings, timers);
	const store: Store = createStore({
		clock,
		seed,
		onEvent: (eventCode, order, before) => {
			const body = webhookBody(eventCode, order, before, store.isVirtual(order.order_id));
			webhooks.publish({ eventCode, orderId: order.order_id, body });
		},
	});
	const spec = await loadSpec(SPEC);

	const app = createServer();
	const api = { spec, store, tokens, settings, clock };
	mountService(app, {
		log,
		faults,
		limiter,
		timers,
		actionOf,
		voice: VOICE,
		refusedToken: tokens.refused,
		handle: (request) => handleRequest(api, request),
	});

	const sandbox: EdumallsSandbox = {
		url: '',
		account: SELLER,
		get webhookSecret() {
			return webhooks.subscription.secret;
		},
		webhook: webhooks.subscription,
		store,
		settings,
		clock,
		requests: log.requests,
		faults,
		limits: limiter,
		deliveries: webhooks.deliveries,
		get maxInFlight() {
			return log.maxInFlight;
		},
		get loginCount() {
			return tokens.loginCount;
		},
		revokeTokens: tokens.revokeAll,
		message(eventCode, orderId) {
			const order = store.findOrder({ order_id: orderId });
			if (!order) throw new Error(`There is no order ${orderId}`);
			return {
				eventCode,
				orderId,
				body: webhookBody(eventCode, order, order, store.isVirtual(orderId)),
			};
		},
		forge: webhooks.forge,
		repeat: webhooks.repeat,
		resetStats() {
			log.clear();
			tokens.clearCount();
		},
		reset() {
			timers.clear();
			webhooks.reset();
			tokens.reset();
			log.clear();
			faults.clear();
			limiter.set(NO_LIMIT);
			clock.reset();
			Object.assign(settings, start);
			store.reset();
		},
		async close() {
			webhooks.close();
			timers.clear();
			await server.close();
		},
	};
	mountControl(app, sandbox, controlRoutes);
	const server = await listen(app, port);
	return Object.defineProperty(sandbox, 'url', { value: server.url, enumerable: true });
}
