import { join } from 'node:path';
import { createClock, createTimers, type Clock } from '../shared/clock';
import { mountControl } from '../shared/control';
import { createFaultList, type FaultList } from '../shared/faults';
import { createRateLimiter, NO_LIMIT, type RateLimiter } from '../shared/rateLimit';
import { createRequestLog, type LoggedRequest } from '../shared/requestLog';
import { createServer, listen } from '../shared/server';
import { mountService } from '../shared/service';
import { loadSpec } from '../shared/validator';
import { createTokens, type Account } from './account';
import { createApi } from './api';
import { controlRoutes } from './controlRoutes';
import { createEvents, type Events } from './events';
import { createRunner } from './runner';
import { withoutSecrets } from './secrets';
import { seedDemo } from './seed';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import { createStore, type Store } from './store';
import type { Delivery, Message, Run } from './types';
import { VOICE } from './words';

export type { Account, Settings, Store };

export interface DispatchOptions extends Partial<Settings> {
	/** 0, the default, takes a free port. */
	port?: number;
	/**
	 * demo: 7 orders, 5 shipments, 5 customers, 6 products, 5 workflows with a paused run, an integration.
	 * empty: nothing yet. Default: demo.
	 */
	seed?: 'demo' | 'empty';
}

export interface DispatchSandbox extends Events {
	/** The host, without `/api`. The control API is at `/_sandbox`. */
	readonly url: string;
	readonly account: Account;
	/** `store.workflows` is what is registered at this moment. */
	readonly store: Store;
	readonly settings: Settings;
	readonly clock: Clock;
	/** Every API request, without secrets; the control API is not in it. `action` is the operation. */
	readonly requests: LoggedRequest[];
	readonly faults: FaultList;
	readonly limits: RateLimiter;
	/** Every run of a workflow; `state` tells which are paused. */
	readonly runs: Run[];
	/** The mails and push notifications of workflows. */
	readonly outbox: Message[];
	/** The calls of webhooks by workflows. */
	readonly deliveries: Delivery[];
	/** The highest number of API requests that were open at the same time. */
	readonly maxInFlight: number;
	/** The next run of this workflow stops before its action, until it is resumed. */
	pauseNext(workflowId: string): void;
	/** Ends the token: `account.apiToken` is another one then. */
	revokeTokens(): void;
	/** Forgets the logged requests and `maxInFlight`; nothing else. */
	resetStats(): void;
	/** Back to the state after the start: account, token, log, faults, limits, settings, runs. */
	reset(): void;
	close(): Promise<void>;
}

const SPEC = join(__dirname, '..', '..', 'specs', 'dispatch.openapi.yaml');

export async function startDispatch(options: DispatchOptions = {}): Promise<DispatchSandbox> {
	const { port = 0, seed = 'demo', ...wanted } = options;
	const start: Settings = { ...DEFAULT_SETTINGS, ...wanted };
	const settings: Settings = { ...start };
	const clock = createClock();
	const timers = createTimers();
	const log = createRequestLog();
	const faults = createFaultList();
	const limiter = createRateLimiter();
	const tokens = createTokens(settings);
	const store = createStore(clock);
	const runner = createRunner(store, settings);
	const spec = await loadSpec(SPEC);
	if (seed === 'demo') seedDemo(store, runner);

	const app = createServer();
	mountService(app, {
		log: withoutSecrets(log),
		faults,
		limiter,
		timers,
		actionOf: (_body, method, path) => spec.match(method, path)?.operationId,
		voice: VOICE,
		refusedToken: tokens.refused,
		handle: createApi({ spec, tokens, context: { store, runner, settings } }),
	});

	const sandbox: DispatchSandbox = {
		url: '',
		account: tokens.account,
		store,
		settings,
		clock,
		requests: log.requests,
		faults,
		limits: limiter,
		runs: runner.runs,
		outbox: runner.outbox,
		deliveries: runner.deliveries,
		get maxInFlight() {
			return log.maxInFlight;
		},
		...createEvents(store, runner),
		pauseNext(workflowId) {
			const workflow = store.findWorkflow(workflowId);
			if (!workflow) throw new Error(`There is no workflow ${workflowId}`);
			runner.pauseNext(workflow);
		},
		revokeTokens: tokens.revoke,
		resetStats: log.clear,
		reset() {
			timers.clear();
			runner.reset();
			tokens.reset();
			log.clear();
			faults.clear();
			limiter.set(NO_LIMIT);
			clock.reset();
			Object.assign(settings, start);
			store.clear();
			if (seed === 'demo') seedDemo(store, runner);
		},
		async close() {
			runner.close();
			timers.clear();
			await server.close();
		},
	};
	mountControl(app, sandbox, controlRoutes);
	const server = await listen(app, port);
	return Object.defineProperty(sandbox, 'url', { value: server.url, enumerable: true });
}
