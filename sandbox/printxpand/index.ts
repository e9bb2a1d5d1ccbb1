import { join } from 'node:path';
import { createClock, createTimers, timestamp, type Clock } from '../shared/clock';
import { mountControl } from '../shared/control';
import { createFaultList, type FaultList } from '../shared/faults';
import { createRateLimiter, NO_LIMIT, type RateLimiter } from '../shared/rateLimit';
import { createRequestLog, type LoggedRequest } from '../shared/requestLog';
import { createServer, listen } from '../shared/server';
import { mountService } from '../shared/service';
import { loadSpec } from '../shared/validator';
import type { Account } from './account';
import { handleRequest, operationAt, type ApiParts } from './api';
import { controlRoutes } from './controlRoutes';
import { createDesigner, type Design, type DesignerCall } from './designer';
import { createIntegration } from './integration';
import { VOICE } from './magento';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import { createStore, type Store } from './store';

export type { Account, Design, DesignerCall, Settings, Store };

export interface PrintXpandOptions extends Partial<Settings> {
	/** 0, the default, takes a free port. */
	port?: number;
	/** demo: 3 customers, 4 categories, 3 products, an order. empty: nothing yet. Default: demo. */
	seed?: 'demo' | 'empty';
}

export interface PrintXpandSandbox {
	/** The shop's host; the API is at `/rest/V1` of it, the control API at `/_sandbox`. */
	readonly url: string;
	readonly account: Account;
	readonly store: Store;
	readonly settings: Settings;
	readonly clock: Clock;
	/** Every API request; the control API is not in it. `action` is the operation. */
	readonly requests: LoggedRequest[];
	readonly faults: FaultList;
	readonly limits: RateLimiter;
	/** The highest number of API requests that were open at the same time. */
	readonly maxInFlight: number;
	/** Every call of the product designer; the same array for ever. */
	readonly designerCalls: DesignerCall[];
	/** Calls a receiver as the shop does when a design is saved, and waits for its answer. */
	sendDesigner(design: Design): Promise<DesignerCall>;
	/** Revokes the access token: `account` has another one then. */
	revokeTokens(): void;
	/** Forgets the logged requests and `maxInFlight`; nothing else. */
	resetStats(): void;
	/** Back to the state after the start: shop, keys, nonces, log, calls, faults, limits, settings. */
	reset(): void;
	close(): Promise<void>;
}

const SPEC = join(__dirname, '..', '..', 'specs', 'printxpand.openapi.yaml');

export async function startPrintXpand(options: PrintXpandOptions = {}): Promise<PrintXpandSandbox> {
	const { port = 0, seed = 'demo', ...wanted } = options;
	const start = (): Settings => structuredClone({ ...DEFAULT_SETTINGS, ...wanted });
	const settings = start();
	const clock = createClock();
	const timers = createTimers();
	const log = createRequestLog();
	const faults = createFaultList();
	const limiter = createRateLimiter();
	const integration = createIntegration(clock, settings);
	const designer = createDesigner(settings);
	const store = createStore(() => timestamp(clock.now()), seed);
	const spec = await loadSpec(SPEC);

	const app = createServer();
	const parts: ApiParts = { spec, integration, context: { store, settings } };
	mountService(app, {
		log,
		faults,
		limiter,
		timers,
		actionOf: (_body, method, path) => operationAt(spec, method, path),
		voice: VOICE,
		refusedToken: integration.revoked,
		handle: (request) => handleRequest(parts, request),
	});

	const sandbox: PrintXpandSandbox = {
		url: '',
		account: integration.account,
		store,
		settings,
		clock,
		requests: log.requests,
		faults,
		limits: limiter,
		get maxInFlight() {
			return log.maxInFlight;
		},
		designerCalls: designer.calls,
		sendDesigner: designer.send,
		revokeTokens: integration.revokeToken,
		resetStats: log.clear,
		reset() {
			timers.clear();
			integration.reset();
			designer.reset();
			log.clear();
			faults.clear();
			limiter.set(NO_LIMIT);
			clock.reset();
			Object.assign(settings, start());
			store.reset();
		},
		async close() {
			timers.clear();
			designer.close();
			await server.close();
		},
	};
	mountControl(app, sandbox, controlRoutes);
	const server = await listen(app, port);
	return Object.defineProperty(sandbox, 'url', { value: server.url, enumerable: true });
}
